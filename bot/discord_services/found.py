"""What there is to animate in a message or in one that it forwards: its files and stickers, and what its components,
links and embeds show.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

import discord
from yarl import URL

from bot.services.found import FoundFile, FoundKind, kind_of


def found_in(message: discord.Message, largest: int) -> FoundFile | None:
    """The first thing in a message that can be animated.

    Args:
        largest: bytes that is assumed of what tells none: links, stickers, what components show.
    """
    parts: list[Any] = [message, *message.message_snapshots]
    files = (found for part in parts for attachment in part.attachments for found in _attached(attachment))
    stickers = (found for part in parts for sticker in part.stickers for found in _stuck(sticker, largest))
    displayed = (found for part in parts for each in part.components for found in _displayed(each, largest))
    links = (found for part in parts for embed in part.embeds for found in _linked(embed, largest))
    return next(itertools.chain(files, stickers, displayed, links), None)


def _attached(attachment: discord.Attachment) -> Iterator[FoundFile]:
    kind = kind_of(attachment.content_type or "", attachment.filename)
    if kind is not None:
        yield FoundFile(kind, attachment.url, attachment.filename, attachment.size)


def _stuck(sticker: discord.StickerItem, largest: int) -> Iterator[FoundFile]:
    """The picture of a sticker; Lottie's are drawings of which Discord gives out no picture."""
    if sticker.format is not discord.StickerFormatType.lottie:
        yield FoundFile(FoundKind.IMAGE, sticker.url, _name_in(sticker.url), largest)


def _displayed(component: discord.Component, largest: int) -> Iterator[FoundFile]:
    """What a gallery in a message shows, as apps post it."""
    for inner in getattr(component, "children", ()):
        yield from _displayed(inner, largest)
    if isinstance(component, discord.MediaGalleryComponent):
        for item in component.items:
            address = item.media.proxy_url or item.media.url
            kind = kind_of(item.media.content_type or "", _name_in(address))
            if kind is not None:
                yield FoundFile(kind, address, _name_in(address), largest)


def _linked(embed: discord.Embed, largest: int) -> Iterator[FoundFile]:
    """What a link shows, where Discord passes it on: GIFs from the picker, and addresses of clips and pictures.

    The preview of a page that only has a film in it (YouTube's) is none: it would be a picture of a player. Of what
    bots post themselves ("rich") the large picture counts, not the small one in the corner.
    """
    shown = [(FoundKind.VIDEO, embed.video)] if embed.type in ("gifv", "video") else []
    shown += [(FoundKind.IMAGE, embed.image)] if embed.type in ("image", "rich") else []
    shown += [(FoundKind.IMAGE, embed.thumbnail)] if embed.type == "image" else []
    for kind, media in shown:
        if media.proxy_url:
            yield FoundFile(kind, media.proxy_url, _name_in(media.proxy_url), largest)


def _name_in(address: str) -> str:
    return PurePosixPath(URL(address).path).name
