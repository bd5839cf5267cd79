"""The pictures among which a person chooses who a painted character is.

The best one is animated at once; another one can be taken by its number for as long as they are kept.
"""

from __future__ import annotations

import asyncio
from typing import Any

import discord
from discord import ui

from bot.services.animojis import Finished
from bot.services.pictures import numbered
from bot.texts import Language, say
from bot.views.animoji_buttons import PICKS, AnimojiButton


async def choice_files(finished: Finished) -> dict[str, bytes]:
    """The numbered thumbnails, by the names under which ``choice_items`` shows them; none where nothing is offered."""
    if not finished.result.others:
        return {}
    pictures = [each.picture for each in (finished.result.character, *finished.result.others) if each.picture]

    def draw() -> dict[str, bytes]:
        return {f"choice-{number}.webp": numbered(picture, number) for number, picture in enumerate(pictures, 1)}

    return await asyncio.to_thread(draw)


def choice_items(finished: Finished, language: Language) -> list[ui.Item[Any]]:
    """The thumbnails and a button for each; nothing where nothing is offered."""
    if not finished.result.others:
        return []
    count = 1 + len(finished.result.others)
    media = [
        discord.MediaGalleryItem(
            f"attachment://choice-{number}.webp", description=say("choice.picture", language, number=number)
        )
        for number in range(1, count + 1)
    ]
    buttons = (AnimojiButton(pick, finished.animoji.id, language) for pick in PICKS[:count])
    return [ui.TextDisplay(say("choice.title", language)), ui.MediaGallery(*media), ui.ActionRow(*buttons)]
