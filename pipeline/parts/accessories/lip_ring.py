"""A ring through the lower lip."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A small hoop around the lip, left of its middle, with a bead."""
    figure, pen = kit.figure, kit.pen
    ramp = kit.ramp("#b9c2d0")
    x, y = 8.0 * figure.mouth_width, figure.mouth + 4
    angle = np.radians(np.linspace(-110, 200, 9))
    ring = figure.on_face(np.column_stack([x + 4.6 * np.cos(angle), y + 5.4 * np.sin(angle)]), 6)
    for width, paint in ((2.0, ramp.line), (1.2, ramp.base)):
        pen.line(ring, width, paint, Layer.FACE_WEAR)
    bead = [(x - 1.6, y + 5.6), (x + 0.2, y + 3.9), (x + 2.0, y + 5.6), (x + 0.2, y + 7.3)]
    pen.fill(figure.on_face(bead, 7), ramp.shine, Layer.FACE_WEAR, detail=0.2)


PART: Final = AccessoryStyle(
    Accessory.LIP_RING,
    draw=draw,
    words={
        "en": "lip ring, lip piercing, labret, snakebites, snake bite piercing, snake bites, spider bites, pierced lip, spider bite piercing",
        "ja": "口ピアス, リップピアス, 唇ピアス",
    },
)
