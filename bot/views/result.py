"""How a finished animoji looks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import discord
from discord import ui

from bot.services.animojis import Finished
from bot.texts import Language, file_size, say, tell, understood_text
from bot.views.alt import alt_text
from bot.views.animoji_buttons import animoji_rows
from bot.views.choosing import choice_items
from bot.views.layout import Page, quoted


def filename(finished: Finished) -> str:
    """The name of the attached file."""
    return f"animoji-{finished.animoji.id}{finished.result.format.extension}"


def result_page(finished: Finished, language: Language) -> Callable[[str], Page]:
    """A maker of the message that shows ``finished``, whose file is attached as ``filename`` says."""

    def make(first: str) -> Page:
        picture: ui.MediaGallery[Any] = ui.MediaGallery(
            discord.MediaGalleryItem(
                f"attachment://{filename(finished)}",
                description=alt_text(
                    finished.character.name,
                    finished.result.character,
                    finished.result.track,
                    finished.animoji.caption,
                    language,
                ),
            )
        )
        return Page(
            ui.TextDisplay(f"### {quoted(finished.character.name)}"),
            picture,
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
    facts = say(
        "result.facts",
        language,
        seconds=f"{result.seconds_of_motion:.1f}",
        frames=result.frames,
        size=result.size,
        format=result.format.value.upper(),
        bytes=file_size(len(result.data)),
    )
    return "\n".join([*lines, f"-# {facts}"])
