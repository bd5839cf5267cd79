"""A crescent moon."""

from __future__ import annotations

from functools import partial
from typing import Final

from pipeline.drawing.outfits.prints import print_shape
from pipeline.parts.records import MotifStyle
from pipeline.types.spec import Motif

_SHAPE: Final = (
    (0.1, -0.95),
    (-0.65, -0.55),
    (-0.8, 0.25),
    (-0.25, 0.9),
    (0.6, 0.75),
    (0.85, 0.35),
    (0.1, 0.35),
    (-0.2, -0.3),
)

PART: Final = MotifStyle(
    Motif.MOON,
    draw=partial(print_shape, shape=_SHAPE, corners=(0, 5)),
    words={
        "en": "moon, moon print, crescent, crescent moon, moon motif",
        "ja": "月, 三日月, 月柄",
        "*": "🌙",
    },
)
