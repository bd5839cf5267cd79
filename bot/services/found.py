"""What there is to animate in a message, wherever it was sent."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import PurePath
from typing import Final, Protocol


class SentFile(Protocol):
    """A file as a message tells of it."""

    @property
    def url(self) -> str:
        """Where it can be fetched."""

    @property
    def filename(self) -> str:
        """Its name, whose ending says how it is read."""

    @property
    def size(self) -> int:
        """Bytes, as the message says."""


class FoundKind(str, Enum):
    """What a file is, as far as its name or its sender tells; the pipeline looks for itself."""

    VIDEO = "video"
    AUDIO = "audio"
    IMAGE = "image"


_ENDINGS: Final = {
    FoundKind.VIDEO: ("mp4", "m4v", "mov", "webm", "mkv", "avi", "3gp", "ogv", "mpg", "mpeg", "wmv", "ts"),
    FoundKind.AUDIO: ("ogg", "oga", "opus", "mp3", "m4a", "aac", "wav", "flac", "weba"),
    FoundKind.IMAGE: (
        "png",
        "apng",
        "jpg",
        "jpeg",
        "jfif",
        "webp",
        "gif",
        "bmp",
        "tif",
        "tiff",
        "avif",
        "heic",
        "heif",
    ),
}
"""How names of files end. What Python knows of that differs from machine to machine."""
_BY_ENDING: Final = {ending: kind for kind, endings in _ENDINGS.items() for ending in endings}


def kind_of(told: str, name: str) -> FoundKind | None:
    """What a file is; None for anything else.

    Args:
        told: its media type, as its sender or the platform says; often "" or "application/octet-stream", which say
            nothing.
        name: its name, which is looked at where the type says nothing.
    """
    main = told.partition("/")[0].strip().lower()
    if main in set(FoundKind):
        return FoundKind(main)
    if main not in ("", "application"):
        return None
    return _BY_ENDING.get(PurePath(name).suffix.lower().removeprefix("."))


@dataclass(frozen=True)
class FoundFile:
    """A file in a message.

    Attributes:
        kind: what it is taken for.
        url: where it is kept, or passed on from where a link leads.
        filename: with the ending that it is read by.
        size: bytes; of a link, which tells none, as many as it may have.
    """

    kind: FoundKind
    url: str
    filename: str
    size: int
