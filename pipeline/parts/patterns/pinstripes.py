"""Thin lines down, as on suits."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.outfits.patterns import BAND, Ground
from pipeline.drawing.palette import fade
from pipeline.parts.records import PatternStyle
from pipeline.types.spec import Pattern


def draw(ground: Ground) -> None:
    """Thin lines down, as on suits."""
    lines = [ground.down(u, 1.7) for u in np.arange(-ground.half - 4, ground.half + 12, 13.0)]
    ground.cover(lines, fade(ground.contrast, 0.62), BAND)


PART: Final = PatternStyle(
    Pattern.PINSTRIPES,
    draw=draw,
    words={
        "en": "pinstripe, pinstriped, pinstripes, pin stripe, vertical stripes, vertically striped",
        "ja": "ピンストライプ, 縦縞",
    },
)
