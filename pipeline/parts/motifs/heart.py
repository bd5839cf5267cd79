"""A heart."""

from __future__ import annotations

from functools import partial
from typing import Final

from pipeline.drawing.outfits.prints import print_shape
from pipeline.parts.records import MotifStyle
from pipeline.types.spec import Motif

_SHAPE: Final = (
    (0, -0.45),
    (0.5, -0.85),
    (0.95, -0.4),
    (0.6, 0.3),
    (0, 0.9),
    (-0.6, 0.3),
    (-0.95, -0.4),
    (-0.5, -0.85),
)

PART: Final = MotifStyle(
    Motif.HEART,
    draw=partial(print_shape, shape=_SHAPE, corners=(0, 4)),
    words={
        "en": "heart, heart shaped, heart print, heart motif",
        "ja": "ハート, ハート柄, ハート型",
        "*": "❤, ♥, ♡, ❤️, 💕, 💖",
    },
)
