"""What the bot says in Telegram: its own words first, and those of ``bot.texts`` for what is the same everywhere.

Everything is sent as plain text, so nothing that a person wrote can become a mark; ``quoted`` keeps it from becoming a
link or calling somebody.
"""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

from bot.domain import Job
from bot.services.courier import Standing
from bot.services.failures import Failure
from bot.services.leases import now
from bot.texts import ENGLISH, Language, languages, read_all
from bot.texts import find as find_shared
from bot.texts.catalogue import MessageCatalogue
from pipeline import Progress, Stage

FOLDER: Final = Path(__file__).parent / "texts"
_CALLS: Final = re.compile(r"[@#$/](?=\w)|(?<=\w)\.(?=[^\W\d])|:(?=//)")
"""Where Telegram finds mentions, hashtags, commands and addresses by itself (Bot API, MessageEntity)."""
_TURNING: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_BAR: Final = 12
"""Cells of a progress bar."""


def say(key: str, language: Language, /, **fields: object) -> str:
    """The sentence of ``key``; English where it has no translation.

    Raises:
        KeyError: there is no sentence for ``key``, or a field of it is missing.
    """
    text = find(key, language, **fields)
    if text is None:
        raise KeyError(key)
    return text


def find(key: str, language: Language, /, **fields: object) -> str | None:
    """As ``say``; None where nobody knows the key."""
    for own in dict.fromkeys((language, ENGLISH)):
        text = _catalogue(own).find(key, **fields)
        if text is not None:
            return text
    return find_shared(key, language, **fields)


def prepare() -> None:
    """Reads every file now, so that nobody waits for it later. Run it outside the event loop."""
    read_all()
    for language in languages():
        _catalogue(language)


def failure_text(failure: Failure, language: Language) -> str:
    """One sentence that says what went wrong."""
    moment: Callable[[datetime], str] = functools.partial(in_a_while, language=language)
    fields = {name: quoted(value) if isinstance(value, str) else value for name, value in failure.told(moment).items()}
    return find(failure.key, language, **fields) or failure.sentence


def quoted(text: str) -> str:
    """What a person wrote, as it is read, in which Telegram finds nobody to call and no link, and which turns no text
    around it.
    """
    return _CALLS.sub(lambda found: f"{found.group()}\u2060", _TURNING.sub("", text))


def in_a_while(moment: datetime, language: Language) -> str:
    """How long it is until then, for example "in 5 minutes"."""
    minutes = max(1, math.ceil((moment - now()).total_seconds() / 60))
    if minutes < 60:
        return say("when.minutes", language, count=minutes)
    return say("when.hours", language, count=math.ceil(minutes / 60))


def reader_of(job: Job) -> Language:
    """The language of a job's person."""
    return Language.of(job.locale)


def standing_text(standing: Standing, language: Language) -> str:
    """How far a job is, in a line or two."""
    progress = standing.progress or Progress(Stage.QUEUED)
    left = ""
    if progress.seconds_left is not None:
        left = " · " + say("job.seconds_left", language, seconds=max(1, round(progress.seconds_left)))
    if standing.position:
        return say("job.next" if standing.position == 1 else "job.waiting", language, position=standing.position) + left
    if progress.stage is Stage.QUEUED:
        return say("job.starting", language) + left
    done = min(max(progress.fraction if progress.whole is None else progress.whole, 0.0), 1.0)
    full = round(done * _BAR)
    return f"{say(f'job.stage.{progress.stage.value}', language)}\n{'▰' * full}{'▱' * (_BAR - full)} {done:.0%}{left}"


@functools.cache
def _catalogue(language: Language) -> MessageCatalogue:
    return MessageCatalogue(language, FOLDER / f"{language.code}.ftl")
