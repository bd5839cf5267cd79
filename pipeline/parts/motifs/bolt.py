"""A bolt of lightning."""

from __future__ import annotations

from functools import partial
from typing import Final

from pipeline.drawing.outfits.prints import print_shape
from pipeline.parts.records import MotifStyle
from pipeline.types.spec import Motif

_SHAPE: Final = ((0.15, -1.0), (-0.55, 0.15), (-0.08, 0.15), (-0.3, 1.0), (0.6, -0.25), (0.1, -0.25), (0.5, -1.0))

PART: Final = MotifStyle(
    Motif.BOLT,
    draw=partial(print_shape, shape=_SHAPE, corners=tuple(range(7))),
    words={
        "en": "bolt, lightning, lightning bolt, thunder, thunderbolt, bolt print, bolt motif, lightning print",
        "ja": "稲妻, 雷, 稲妻柄",
        "*": "⚡",
    },
)
