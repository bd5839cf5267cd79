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
    result = finished.result
    return await asyncio.to_thread(
        alt_text, finished.character.name, result.character, result.track, finished.animoji.caption, language
    )


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


def result_page(finished: Finished, words: str, language: Language) -> Callable[[str], Page]:
    """A maker of the message that shows ``finished``, as ``shown_result`` does."""

    def make(first: str) -> Page:
        return Page(
            ui.TextDisplay(f"### {quoted(finished.character.name)}"),
            shown_result(finished, words),
            ui.TextDisplay(_details(finished, language)),
            *choice_items(finished, language),
            *animoji_rows(finished.animoji, language),
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
