"""What stands behind the character, by name."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Final

from PIL import ImageColor

from pipeline.compose import scenes
from pipeline.compose.errors import BackgroundError
from pipeline.types import Pixels

Background = Callable[[int], Pixels]
"""Frame number -> the picture behind it: uint8 [size, size, 4], opaque. Not to be written to."""

SCENES: Final[dict[str, scenes.Scene]] = {
    "sunset": scenes.sunset,
    "sky": scenes.sky,
    "sakura": scenes.sakura,
    "night": scenes.night,
    "mint": scenes.mint,
    "sparkle": scenes.sparkle,
}
PATTERNS: Final[dict[str, tuple[scenes.Pattern, str]]] = {
    "dots": (scenes.dots, "#ffd3e0"),
    "stripes": (scenes.stripes, "#cfe8ff"),
    "sunburst": (scenes.sunburst, "#ffe27a"),
}
"""Patterns in one colour, with the colour that they have when none is named."""

BACKGROUND_NAMES: Final = ("transparent", *SCENES, *PATTERNS)

_ALSO_CALLED: Final = {
    "": "transparent",
    "none": "transparent",
    "透明": "transparent",
    "夕焼け": "sunset",
    "空": "sky",
    "青空": "sky",
    "桜": "sakura",
    "夜": "night",
    "夜空": "night",
    "ミント": "mint",
    "キラキラ": "sparkle",
    "水玉": "dots",
    "ストライプ": "stripes",
    "集中線": "sunburst",
}


def make_background(name: str, size: int, fps: float) -> Background | None:
    """The background called ``name`` for frames of ``size`` pixels; None for a transparent one.

    Raises:
        BackgroundError: there is none of that name.
    """
    wanted = " ".join(name.strip().lower().split())
    wanted = _ALSO_CALLED.get(wanted, wanted)
    if wanted == "transparent":
        return None
    if wanted in SCENES:
        draw = SCENES[wanted](size)
        return lambda number: draw(number / fps)
    pattern, _, colour = wanted.partition(":")
    pattern = pattern.strip()
    if pattern in PATTERNS:
        draw_pattern, usual = PATTERNS[pattern]
        return _still(draw_pattern(size, _colour(colour, name) if colour else _colour(usual, name)))
    return _still(scenes.flat(size, _colour(wanted, name)))


def _colour(text: str, background: str) -> tuple[int, int, int]:
    """A colour by its CSS name ("sky blue" too), #rgb or #rrggbb."""
    found: tuple[int, ...] = ()
    with suppress(ValueError):
        found = ImageColor.getrgb(text.replace(" ", ""))
    if len(found) != 3:
        names = ", ".join(BACKGROUND_NAMES[1:])
        raise BackgroundError(background=background[:40], names=names)
    return found[0], found[1], found[2]


def _still(picture: Pixels) -> Background:
    return lambda number: picture
