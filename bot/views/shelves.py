"""Lists of characters with their portraits, a page at a time: a person's own ones, and those of a server's gallery."""

from __future__ import annotations

import asyncio
import io
import math
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

import discord
from discord import ui

from bot.client import Interaction, reader
from bot.domain import SavedCharacter
from bot.services.characters import CharacterPage
from bot.texts import Language, say
from bot.views.alt import still_text
from bot.views.layout import Page
from bot.views.parts import BotButton


class Shelf(str, Enum):
    """Whose characters a list has."""

    OWN = "characters"
    GALLERY = "gallery"


async def _no_paint(_interaction: Interaction, _page: CharacterPage, _number: int) -> None:
    pass


@dataclass(frozen=True)
class Filling:
    """What fills a shelf.

    Attributes:
        size: characters in a page.
        load: the page that begins with so many characters before it.
        lay_out: how a page looks, with its number from 0 and what is read out for each character.
        paint: has the portraits drawn that a page lacks, once it is shown.
    """

    size: int
    load: Callable[[Interaction, int], Awaitable[CharacterPage]]
    lay_out: Callable[[CharacterPage, int, Mapping[int, str], Language], Page]
    paint: Callable[[Interaction, CharacterPage, int], Awaitable[None]] = _no_paint


_FILLINGS: Final[dict[Shelf, Filling]] = {}


def fills(shelf: Shelf, filling: Filling) -> None:
    """Makes ``filling`` what the pages of ``shelf`` show."""
    _FILLINGS[shelf] = filling


async def show(interaction: Interaction, shelf: Shelf) -> None:
    """Answers with the first page of a list, for the asker alone."""
    page, number, view = await _page(interaction, shelf, 0)
    await interaction.response.send_message(view=view, files=portraits(page), ephemeral=True)
    await _FILLINGS[shelf].paint(interaction, page, number)


async def _page(interaction: Interaction, shelf: Shelf, number: int) -> tuple[CharacterPage, int, Page]:
    """A page, its number (the last one's where some characters have gone meanwhile), and how it looks."""
    filling, language = _FILLINGS[shelf], reader(interaction)
    page = await filling.load(interaction, number * filling.size)
    if number and not page.characters:
        number = max(0, math.ceil(page.total / filling.size) - 1)
        page = await filling.load(interaction, number * filling.size)
    return page, number, filling.lay_out(page, number, await read_out(page, language), language)


class PageButton(BotButton, template=rf"(?P<shelf>{'|'.join(Shelf)}):page:(?P<page>\d{{1,4}})"):
    """Turns to a page, for the one who looks at the list."""

    def __init__(self, shelf: Shelf, page: int, label: str = "…", disabled: bool = False) -> None:
        super().__init__(ui.Button(label=label, disabled=disabled, custom_id=f"{shelf.value}:page:{page}"))
        self.shelf = shelf
        self.page = page

    @classmethod
    def parse(cls, match: re.Match[str]) -> PageButton:
        return cls(Shelf(match["shelf"]), int(match["page"]))

    async def run(self, interaction: Interaction) -> None:
        page, number, view = await _page(interaction, self.shelf, self.page)
        await interaction.response.edit_message(view=view, attachments=portraits(page))
        await _FILLINGS[self.shelf].paint(interaction, page, number)


async def read_out(page: CharacterPage, language: Language) -> dict[int, str]:
    """What is read out to those who cannot see the portraits, by the characters' ids."""

    def describe() -> dict[int, str]:
        return {saved.id: still_text(saved, page.drawn.get(saved.id), language) for saved in page.characters}

    return await asyncio.to_thread(describe)


def portraits(page: CharacterPage) -> list[discord.File]:
    """The files that a message with this page needs."""
    return [discord.File(io.BytesIO(portrait), f"{number}.webp") for number, portrait in page.portraits.items()]


def on_shelf(saved: SavedCharacter, line: str, page: CharacterPage, words: Mapping[int, str]) -> ui.Item[Any]:
    """A character of a list: a line, beside its portrait where it has one. ``words``: as ``read_out`` says."""
    text: ui.TextDisplay[Any] = ui.TextDisplay(line)
    if saved.id not in page.portraits:
        return text
    portrait: ui.Thumbnail[Any] = ui.Thumbnail(f"attachment://{saved.id}.webp", description=words[saved.id])
    return ui.Section(text, accessory=portrait)


def turning(shelf: Shelf, page: CharacterPage, number: int, language: Language) -> list[ui.Item[Any]]:
    """The buttons below page ``number``; nothing where there is only one page."""
    last = math.ceil(page.total / _FILLINGS[shelf].size) - 1
    if last <= 0:
        return []
    return [
        ui.ActionRow(
            PageButton(shelf, max(0, number - 1), say("characters.back", language), disabled=number <= 0),
            PageButton(shelf, number + 1, say("characters.next", language), disabled=number >= last),
        )
    ]
