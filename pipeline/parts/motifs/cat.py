"""A cat's head."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.prints import print_shape
from pipeline.drawing.palette import mix
from pipeline.drawing.pen import Layer
from pipeline.parts.records import MotifStyle
from pipeline.types.spec import Motif

_SHAPE: Final = (
    (-0.85, -0.95),
    (-0.35, -0.55),
    (0.35, -0.55),
    (0.85, -0.95),
    (0.95, 0.1),
    (0.6, 0.7),
    (-0.6, 0.7),
    (-0.95, 0.1),
)


def draw(kit: OutfitKit, x: float, y: float, size: float) -> None:
    """The head with its ears, eyes and mouth."""
    print_shape(kit, x, y, size, _SHAPE, (0, 1, 2, 3))
    ramp = kit.tones.accent
    face = mix(ramp.line, ramp.dark, 0.5)
    for side in (-1, 1):
        eye = ((side * 0.42, -0.1), (side * 0.54, 0.04), (side * 0.42, 0.2), (side * 0.30, 0.04))
        print_shape(kit, x, y, size, eye, (), face)
    mouth = np.array(((-0.2, 0.34), (0, 0.42), (0.2, 0.34))) * size + np.array([x, y])
    kit.pen.stroke(kit.on_body(mouth), 1.4, face, Layer.OUTFIT_OVER, BODY)


PART: Final = MotifStyle(
    Motif.CAT,
    draw=draw,
    words={
        "en": "cat print, cat motif, cat logo, cat face print",
        "ja": "猫柄, ネコ柄, 猫プリント",
    },
)
