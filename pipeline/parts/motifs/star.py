"""A star."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.pieces import star
from pipeline.drawing.outfits.prints import print_points
from pipeline.parts.records import MotifStyle
from pipeline.types.spec import Motif


def draw(kit: OutfitKit, x: float, y: float, size: float) -> None:
    """A star of five points."""
    print_points(kit, star(x, y, size), tuple(range(10)))


PART: Final = MotifStyle(
    Motif.STAR,
    draw=draw,
    words={
        "en": "star, starred, star print, star motif",
        "ja": "星, スター, 星柄",
        "*": "⭐, ★, 🌟",
    },
)
