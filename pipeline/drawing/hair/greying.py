"""Temples that have gone grey before the rest."""

from __future__ import annotations

import random
from typing import Final

import numpy as np

from pipeline.drawing.hair.gloss import Slivers
from pipeline.drawing.hair.kit import Fix, HairKit
from pipeline.drawing.palette import fade, lch, mix
from pipeline.drawing.pen import Layer
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import Build, HairColouring

_YEARS: Final = (45, 68)
"""From when to when temples are grey and the rest is not."""
_OFTEN: Final = 0.5
_DARKEST_GREY: Final = 0.62
"""Lightness from which hair would not show it."""


def greys(kit: HairKit) -> bool:
    """Whether the temples are grey: by chance those of ageing men whose hair has a colour of its own."""
    spec, hair = kit.spec, kit.tones.hair.lch
    ageing = spec.build is Build.MALE and _YEARS[0] <= spec.lived <= _YEARS[1]
    return (
        kit.art.massed
        and ageing
        and spec.hair_colouring is HairColouring.SOLID
        and hair.lightness < _DARKEST_GREY
        and random.Random(spec.seed * 61 + 13).random() < _OFTEN
    )


def grey_temple(kit: HairKit, front: FloatArray, back: FloatArray, layer: Layer, fix: Fix) -> None:
    """Grey between two runs [n, 3] from the temple down, strongest along the ``front``, and single hairs that go on."""
    if not greys(kit):
        return
    grey = mix(kit.ramp().light, lch(0.82, 0.012, 280), 0.85)
    middle = front + (back - front) * 0.62
    kit.wedge(front, middle, grey, layer, fix, 0.75)
    hairs, t = Slivers(kit, layer, fix), np.linspace(0, 1, 4)[:, None]
    for share in np.linspace(0.0, 0.95, 9):
        at = share * (len(front) - 1)
        low, part = int(at), at - int(at)
        start, end = (line[low] * (1 - part) + line[min(low + 1, len(line) - 1)] * part for line in (front, back))
        run = start + (end - start) * t * kit.rng.uniform(0.5, 0.95)
        run[:, 1] -= 4 * np.sin(np.pi * t[:, 0])
        hairs.add(run, kit.rng.uniform(0.5, 1.1), fade(grey, 0.8), 0.3, 0.1)
    hairs.paint()
