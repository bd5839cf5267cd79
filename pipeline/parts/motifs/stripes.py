"""Stripes across the whole chest."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.prints import print_points
from pipeline.parts.records import MotifStyle
from pipeline.types.spec import Motif


def draw(kit: OutfitKit, x: float, y: float, size: float) -> None:
    """Four stripes from side to side; where cloth has patterns, they are one (see ``OutfitKit.pattern``)."""
    if kit.art.graded:
        return
    for row in range(4):
        low = y - 40 + 42 * row
        # Where limbs are drawn, the chest narrows toward the waist, and sleeves have none.
        reach = kit.figure.shoulder - (38 + 4 * row if kit.art.limbs else 30)
        band = [(-reach, low), (0, low + 7), (reach, low), (reach, low + 16), (0, low + 23), (-reach, low + 16)]
        print_points(kit, band, (0, 2, 3, 5))


PART: Final = MotifStyle(
    Motif.STRIPES,
    draw=draw,
    words={
        "en": "stripe, striped, stripes, stripe print, stripe motif",
        "ja": "ストライプ, しましま, ボーダー, 縞, 縞模様, 縞々",
    },
    wide=True,
)
