"""Polka dots."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.outfits.patterns import Ground, round_shape
from pipeline.parts.records import PatternStyle
from pipeline.types.spec import Pattern


def draw(ground: Ground) -> None:
    """Polka dots."""
    ground.strew(round_shape(6.0), ground.scattered(34.0), ground.contrast)


PART: Final = PatternStyle(
    Pattern.DOTS,
    draw=draw,
    words={
        "en": "polka dot, polka dots, polka dotted, dotted, spotted cloth, dot pattern",
        "ja": "水玉, 水玉模様, ドット柄",
    },
)
