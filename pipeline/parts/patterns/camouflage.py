"""Blots in two other tones, as soldiers wear them."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.outfits.patterns import Ground
from pipeline.parts.records import PatternStyle
from pipeline.types.spec import Pattern

_KINDS: Final = 3
"""Of blots in one tone."""


def draw(ground: Ground) -> None:
    """Blots in two other tones, as soldiers wear them."""
    dice = np.random.default_rng(ground.seed + 5)
    angle = np.linspace(0, 2 * np.pi, 7)[:-1]
    for step, paint in ((72.0, ground.ramp.dark), (80.0, ground.ramp.shine), (94.0, ground.tones.black.base)):
        places = ground.scattered(step, 0.3)
        for kind in range(_KINDS):
            reach = dice.uniform(9, 25, (6, 1)) * [1.5, 0.8]
            blot = np.column_stack([np.cos(angle), np.sin(angle)]) * reach
            ground.strew(blot, places[kind::_KINDS], paint)


PART: Final = PatternStyle(
    Pattern.CAMOUFLAGE,
    draw=draw,
    words={
        "en": "camouflage, camo, camo print, camouflage print, camo pattern, army print",
        "ja": "迷彩, 迷彩柄, カモフラージュ",
    },
)
