"""Broad dark stripes: zebras."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.animals.kit import AnimalKit
from pipeline.drawing.palette import lch
from pipeline.parts.records import CoatStyle
from pipeline.types.spec import Coat

_SIDES: Final = (
    ((150, -78), (150, -58), (104, -54), (70, -62), (42, -60), (70, -72), (104, -72)),
    ((150, -40), (150, -16), (104, -16), (84, -27), (104, -37)),
    ((150, 0), (150, 20), (108, 18), (87, 9), (108, 1)),
    ((150, 30), (150, 52), (106, 46), (76, 42), (106, 33)),
)
"""From the outline inward, the viewer's right ones."""
_MIDDLE: Final = (
    ((-12, -44), (0, -34), (12, -44), (0, -22)),
    ((-16, -20), (0, -10), (16, -20), (0, 4)),
    ((-13, 6), (0, 14), (13, 6), (0, 26)),
)
"""Down the bridge of the nose."""


def draw(kit: AnimalKit) -> None:
    """Wedges from both sides, and arrows between the eyes."""
    dark = kit.mark(lch(0.30, 0.015, 300))
    for stripe in _SIDES:
        kit.both(stripe, dark, (0, 1, len(stripe) // 2 + 1))
    for arrow in _MIDDLE:
        kit.patch(arrow, dark, (0, 2, 3))


PART: Final = CoatStyle(
    Coat.STRIPES,
    draw=draw,
    words={
        "en": "zebra fur, zebra stripe, zebra striped fur",
        "ja": "ゼブラの毛, シマウマ模様",
    },
    furs={"#f8f4f0": 1.0},
)
