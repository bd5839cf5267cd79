"""Building blocks of messages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

import discord
from discord import ui

ACCENT: Final = discord.Colour(0xF28CB1)
"""The stripe beside what the bot says."""

_TURNING: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_SPECIAL: Final = re.compile(r"<(?=[@#/:]|a:|t:|id:|sound:)|@(?=everyone|here)|https?(?=://)", re.IGNORECASE)
"""Where mentions, emoji, times, sounds and addresses begin (Discord's API reference, message formatting)."""


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


def bare(text: str, limit: int = 200) -> str:
    """What a person wrote, in one line of at most ``limit`` characters, without marks that turn the direction of the
    text around it.
    """
    short = text if len(text) <= limit else text[: limit - 1] + "…"
    return " ".join(_TURNING.sub("", short).split())


def quoted(text: str, limit: int = 200) -> str:
    """As ``bare``, shown letter by letter where Discord reads markdown, mentions and links."""
    return _SPECIAL.sub(lambda found: f"{found.group()}\u2060", discord.utils.escape_markdown(bare(text, limit)))


def shown(filename: str, description: str, spoiler: bool = False) -> ui.MediaGallery[Any]:
    """An attached picture or film.

    Args:
        description: is read out to those who cannot see it.
        spoiler: whether it is hidden until somebody clicks on it.
    """
    return ui.MediaGallery(
        discord.MediaGalleryItem(f"attachment://{filename}", description=description, spoiler=spoiler)
    )


def file_page(first: str, picture: ui.MediaGallery[Any], facts: str) -> Page:
    """A message that shows an attached picture or film, with a small line below."""
    return Page(picture, ui.TextDisplay(f"-# {facts}"), outside=[ui.TextDisplay(first)] if first else [])
