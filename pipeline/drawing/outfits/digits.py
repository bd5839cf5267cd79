"""Numbers on what players wear, as on a scoreboard."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.palette import Ramp
from pipeline.drawing.pen import Layer
from pipeline.types.arrays import FloatArray

_SEGMENTS: Final = {
    "top": ((0, 0), (1, 0)), "upper left": ((0, 0), (0, 1)), "upper right": ((1, 0), (1, 1)), "middle": ((0, 1), (1, 1)),
    "lower left": ((0, 1), (0, 2)), "lower right": ((1, 1), (1, 2)), "bottom": ((0, 2), (1, 2)),
}  # fmt: skip
_DIGITS: Final = (
    ("top", "upper left", "upper right", "lower left", "lower right", "bottom"),
    ("upper right", "lower right"),
    ("top", "upper right", "middle", "lower left", "bottom"),
    ("top", "upper right", "middle", "lower right", "bottom"),
    ("upper left", "upper right", "middle", "lower right"),
    ("top", "upper left", "middle", "lower right", "bottom"),
    ("top", "upper left", "middle", "lower left", "lower right", "bottom"),
    ("top", "upper right", "lower right"),
    ("top", "upper left", "upper right", "middle", "lower left", "lower right", "bottom"),
    ("top", "upper left", "upper right", "middle", "lower right", "bottom"),
)
"""The strokes of each digit, as on a scoreboard."""


def number(kit: OutfitKit, digits: str, top: float, ramp: Ramp) -> None:
    """Digits on the chest, as broad strokes with ink around them."""
    wide, tall, gap = 22.0, 27.0, 19.0
    left = -(len(digits) * wide + (len(digits) - 1) * gap) / 2
    for colour, grown in ((ramp.line, 1.4), (ramp.base, 0.0)):
        for place, digit in enumerate(digits):
            corner = np.array([left + place * (wide + gap), top])
            for name in _DIGITS[int(digit)]:
                start, end = (corner + np.array(point) * [wide, tall] for point in _SEGMENTS[name])
                kit.pen.fill(
                    kit.on_body(_stroke(start, end, 4.6 + grown)), colour, Layer.OUTFIT_OVER, BODY, (0, 1, 2, 3)
                )


def _stroke(start: FloatArray, end: FloatArray, half: float) -> FloatArray:
    """A straight stroke with square ends."""
    way = (end - start) / np.hypot(*(end - start)) * half
    side = np.array([-way[1], way[0]])
    return np.array([start - way + side, end + way + side, end + way - side, start - way - side])
