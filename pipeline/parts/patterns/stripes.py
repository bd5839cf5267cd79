"""Broad stripes across."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.outfits.patterns import BAND, Ground
from pipeline.parts.records import PatternStyle
from pipeline.types.spec import Pattern


def draw(ground: Ground) -> None:
    """Broad stripes across."""
    bands = [ground.across(v, 15.0) for v in np.arange(-60, ground.long + 30, 36.0)]
    ground.cover(bands, ground.contrast, BAND)


PART: Final = PatternStyle(
    Pattern.STRIPES,
    draw=draw,
    words={
        "en": "horizontal stripes, striped pattern",
        "ja": "横縞",
    },
)
