"""Cloth of one colour."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.outfits.patterns import Ground
from pipeline.parts.records import PatternStyle
from pipeline.types.spec import Pattern


def draw(ground: Ground) -> None:
    """Cloth of one colour."""


PART: Final = PatternStyle(
    Pattern.PLAIN,
    draw=draw,
    words={
        "en": "plain cloth, plain clothes, no pattern, solid color clothes",
        "ja": "柄なし",
    },
)
