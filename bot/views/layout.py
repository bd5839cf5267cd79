"""Building blocks of messages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import discord
from discord import ui

ACCENT: Final = discord.Colour(0xF28CB1)
"""The stripe beside what the bot says."""


class Page(ui.LayoutView):
    """A message made of texts and other components in one frame. It never times out."""

    def __init__(self, *items: ui.Item[Any], outside: Iterable[ui.Item[Any]] = ()) -> None:
        super().__init__(timeout=None)
        for item in outside:
            self.add_item(item)
        self.add_item(ui.Container(*items, accent_colour=ACCENT))


def text_page(text: str) -> Page:
    """A message of one text."""
    return Page(ui.TextDisplay(text))


def quoted(text: str, limit: int = 200) -> str:
    """What a person wrote, made harmless for Discord's markdown and cut to ``limit`` characters."""
    short = text if len(text) <= limit else text[: limit - 1] + "…"
    return discord.utils.escape_markdown(" ".join(short.split()))


def file_page(first: str, filename: str, facts: str) -> Page:
    """A message that shows an attached picture or film, with a small line below."""
    picture: ui.MediaGallery[Any] = ui.MediaGallery(discord.MediaGalleryItem(f"attachment://{filename}"))
    return Page(picture, ui.TextDisplay(f"-# {facts}"), outside=[ui.TextDisplay(first)] if first else [])
