"""Message components as trees: what kinds there are, and how to walk them."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from typing import Any, Final

Json = dict[str, Any]


class Kind(IntEnum):
    """Component types."""

    ACTION_ROW = 1
    BUTTON = 2
    STRING_SELECT = 3
    TEXT_INPUT = 4
    USER_SELECT = 5
    ROLE_SELECT = 6
    MENTIONABLE_SELECT = 7
    CHANNEL_SELECT = 8
    SECTION = 9
    TEXT_DISPLAY = 10
    THUMBNAIL = 11
    MEDIA_GALLERY = 12
    FILE = 13
    SEPARATOR = 14
    CONTAINER = 17
    LABEL = 18
    FILE_UPLOAD = 19
    RADIO_GROUP = 21
    CHECKBOX_GROUP = 22
    CHECKBOX = 23


SELECTS: Final = frozenset(range(Kind.STRING_SELECT, Kind.CHANNEL_SELECT + 1)) - {Kind.TEXT_INPUT}


def walk(components: list[Json], path: str = "components") -> Iterator[tuple[str, Json]]:
    """Every component with its path, parents first."""
    for index, item in enumerate(components):
        here = f"{path}.{index}"
        yield here, item
        yield from walk(item.get("components") or [], f"{here}.components")
        for key in ("accessory", "component"):
            if isinstance(item.get(key), dict):
                yield f"{here}.{key}", item[key]


def referenced_files(components: list[Json]) -> Iterator[tuple[str, str]]:
    """(path, address) of everything that galleries, thumbnails and file components show."""
    for path, item in walk(components):
        for index, media in enumerate(item.get("items") or []):
            yield f"{path}.items.{index}.media", media["media"]["url"]
        for key in ("media", "file"):
            if isinstance(item.get(key), dict):
                yield f"{path}.{key}", item[key]["url"]


def texts(components: list[Json]) -> list[str]:
    """The words of all text displays, in reading order."""
    return [item["content"] for _, item in walk(components) if item["type"] == Kind.TEXT_DISPLAY]


def buttons(components: list[Json]) -> list[Json]:
    """All buttons, in reading order."""
    return [item for _, item in walk(components) if item["type"] == Kind.BUTTON]
