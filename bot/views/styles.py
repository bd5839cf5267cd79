"""The manners of drawing that a prompt can ask for, each with its picture."""

from __future__ import annotations

import asyncio
import io
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import discord
from discord import ui

from bot.client import Interaction, reader
from bot.texts import Language, say
from bot.views.layout import Page, bare, quoted, text_page
from pipeline import UserError

log = logging.getLogger(__name__)

_MOST = 10
"""As many files as a message may carry (Discord's API reference, create message)."""
_LARGEST = 512 * 1024
"""Bytes of a preview."""


@dataclass(frozen=True)
class ShownStyle:
    """A style with its title for the reader, and the bytes and ending of its preview, if it has one."""

    name: str
    title: str
    only_painted: bool
    preview: bytes = b""
    ending: str = ""

    @property
    def filename(self) -> str:
        return f"style-{self.name}{self.ending}"


async def show_styles(interaction: Interaction) -> None:
    """Answers privately with the styles that are here."""
    styles = await asyncio.to_thread(_read, interaction.client.settings.pipeline.diffusion.styles, reader(interaction))
    files = [discord.File(io.BytesIO(style.preview), style.filename) for style in styles if style.preview]
    await interaction.response.send_message(view=_page(styles, reader(interaction)), files=files, ephemeral=True)


def _page(styles: list[ShownStyle], language: Language) -> Page:
    if not styles:
        return text_page(say("styles.none", language))
    items: list[ui.Item[Any]] = [ui.TextDisplay(say("styles.title", language))]
    for style in styles:
        title = quoted(style.title)
        lines = [say("styles.line", language, title=title, name=style.name)]
        if style.only_painted:
            lines.append(say("styles.only_painted", language))
        text: ui.TextDisplay[Any] = ui.TextDisplay("\n".join(lines))
        picture: ui.Thumbnail[Any] = ui.Thumbnail(f"attachment://{style.filename}", description=bare(style.title))
        items.append(ui.Section(text, accessory=picture) if style.preview else text)
    return Page(*items)


def _read(folder: Path, language: Language) -> list[ShownStyle]:
    from pipeline import find_styles, read_style

    shown = []
    for path in list(find_styles(folder).values())[:_MOST]:
        try:
            style = read_style(path)
        except UserError as error:
            log.warning("a style is left out: %s", error)
            continue
        file = folder / style.preview_file
        there = file.is_file() and file.stat().st_size <= _LARGEST
        preview = file.read_bytes() if there else b""
        shown.append(ShownStyle(style.name, style.title(language.code), not style.drawn, preview, file.suffix.lower()))
    return shown
