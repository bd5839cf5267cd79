"""Belts around the waist."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.palette import Ramp
from pipeline.drawing.pen import Layer

BELT: Final = "#5d4334"
_BRASS: Final = "#d9b25c"


def waistband(kit: OutfitKit, ramp: Ramp) -> None:
    """A belt with its buckle around the waist, over a top that is tucked in."""
    half, top = kit.waist
    half, pen, layer = half + (3 if kit.art.rounded else 6), kit.pen, Layer.OUTFIT
    upper = np.array([(half, top - 14), (half * 0.5, top - 6), (0, top - 4)])
    upper = np.vstack([upper, (upper * [-1, 1])[-2::-1]])
    band = np.vstack([upper, upper[::-1] + np.array([0, 17])])
    curve = pen.fill(kit.on_body(band), kit.cloth(ramp), layer, BODY, (0, 4, 5, 9))
    with pen.clipped(curve):
        pen.line(kit.on_body(upper + np.array([0, 5])), 1.0, ramp.light, layer, BODY, detail=0.2)
        pen.fill(kit.on_body([(half * 0.45, top - 20), (half + 9, top - 20), (half + 9, top + 20), (half * 0.6, top + 20)]),
                 ramp.shade, layer, BODY, (0, 1, 2, 3))  # fmt: skip
    for edge in (upper, upper + np.array([0, 17])):
        pen.line(kit.on_body(edge), 1.2, ramp.line, layer, BODY)
    brass = Ramp.cloth(_BRASS, kit.tones.look)
    for size, paint in ((1.0, brass.line), (0.86, brass.light), (0.52, ramp.deep)):
        frame = np.array([(-11, -11), (11, -11), (11, 11), (-11, 11)]) * size + np.array([0, top + 5])
        pen.fill(kit.on_body(frame), paint, layer, BODY, (0, 1, 2, 3))
