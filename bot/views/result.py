"""How a finished animoji looks."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, Final

from discord import ui

from bot.services.animojis import Finished
from bot.texts import Language, file_size, say, tell, understood_text
from bot.views.alt import alt_text
from bot.views.animoji_buttons import animoji_rows
from bot.views.choosing import choice_items
from bot.views.layout import Page, quoted, shown
from pipeline import AnimojiResult

_HIDDEN: Final = "SPOILER_"
"""How the names of files begin that Discord hides until somebody clicks on them."""


def filename(finished: Finished) -> str:
    """The name of the attached file."""
    name = f"animoji-{finished.animoji.id}{finished.result.format.extension}"
    return _HIDDEN + name if finished.animoji.spoiler else name


async def words_for(finished: Finished, language: Language) -> str:
    """What is read out to those who cannot see it."""
    result, partner = finished.result, finished.animoji.partner
    cast = [(finished.character.name, result.character, result.track)]
    if result.partner is not None and partner is not None:
        cast.append((partner.name, result.partner.character, result.partner.track))
    return await asyncio.to_thread(alt_text, cast, finished.animoji.caption, language)


def _title(finished: Finished) -> str:
    """Who is in it."""
    partner = finished.animoji.partner
    names = [finished.character.name, *([] if partner is None else [partner.name])]
    return " & ".join(map(quoted, names))


def shown_result(finished: Finished, words: str) -> ui.MediaGallery[Any]:
    """The animation, which is attached as ``filename`` says; ``words`` are read out."""
    return shown(filename(finished), words, finished.animoji.spoiler)


def facts_of(result: AnimojiResult, language: Language) -> str:
    """A line about the file: seconds, pixels, bytes."""
    return say(
        "result.facts",
        language,
        seconds=f"{result.seconds_of_motion:.1f}",
        frames=result.frames,
        size=result.size,
        format=result.format.value.upper(),
        bytes=file_size(len(result.data)),
    )


def result_page(finished: Finished, words: str, language: Language, has_studio: bool = False) -> Callable[[str], Page]:
    """A maker of the message that shows ``finished``, as ``shown_result`` does; its buttons are ``animoji_rows``."""

    def make(first: str) -> Page:
        return Page(
            ui.TextDisplay(f"### {_title(finished)}"),
            shown_result(finished, words),
            ui.TextDisplay(_details(finished, language)),
            *choice_items(finished, language),
            *animoji_rows(finished.animoji, language, has_studio),
            outside=[ui.TextDisplay(first)] if first else [],
        )

    return make


def _details(finished: Finished, language: Language) -> str:
    result = finished.result
    lines = []
    if result.understood:
        lines.append(
            say("result.understood", language, words=quoted(understood_text(result.understood, language), 900))
        )
    if result.ignored:
        lines.append(say("result.ignored", language, words=quoted(", ".join(result.ignored), 400)))
    lines += [tell(notice, language) for notice in result.notices]
    return "\n".join([*lines, f"-# {facts_of(result, language)}"])
