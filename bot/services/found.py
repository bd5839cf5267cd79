"""What there is to animate in a message: its files, those of a message that it forwards, and what its links show."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import PurePosixPath
from typing import Any, Protocol

import discord
from yarl import URL


class SentFile(Protocol):
    """A file as a message tells of it: an attachment of Discord's, or what a link shows."""

    @property
    def url(self) -> str:
        """Where it can be fetched."""

    @property
    def filename(self) -> str:
        """Its name, whose ending says how it is read."""

    @property
    def size(self) -> int:
        """Bytes, as Discord says."""


class Kind(str, Enum):
    """What a file is, as far as its name or its sender tells; the pipeline looks for itself."""

    VIDEO = "video"
    AUDIO = "audio"
    IMAGE = "image"


@dataclass(frozen=True)
class Found:
    """A file in a message.

    Attributes:
        kind: what it is taken for.
        url: where Discord keeps it, or passes it on from where a link leads.
        filename: with the ending that it is read by.
        size: bytes; of a link, which tells none, as many as it may have.
    """

    kind: Kind
    url: str
    filename: str
    size: int


def found_in(message: discord.Message, largest: int) -> Found | None:
    """The first thing in a message that can be animated.

    Args:
        largest: bytes that a link is assumed to lead to.
    """
    parts: list[Any] = [message, *message.message_snapshots]
    files = (found for part in parts for attachment in part.attachments for found in _attached(attachment))
    links = (found for part in parts for embed in part.embeds for found in _linked(embed, largest))
    return next(files, None) or next(links, None)


def _attached(attachment: discord.Attachment) -> Iterator[Found]:
    told = attachment.content_type or mimetypes.guess_type(attachment.filename)[0] or ""
    if (kind := told.partition("/")[0]) in set(Kind):
        yield Found(Kind(kind), attachment.url, attachment.filename, attachment.size)


def _linked(embed: discord.Embed, largest: int) -> Iterator[Found]:
    """What a link shows, where Discord passes it on: GIFs from the picker, and addresses of clips and pictures.

    The preview of a page that only has a film in it (YouTube's) is none: it would be a picture of a player.
    """
    shown = [(Kind.VIDEO, embed.video)] if embed.type in ("gifv", "video") else []
    shown += [(Kind.IMAGE, embed.image), (Kind.IMAGE, embed.thumbnail)] if embed.type == "image" else []
    for kind, media in shown:
        if media.proxy_url:
            yield Found(kind, media.proxy_url, PurePosixPath(URL(media.proxy_url).path).name, largest)
