"""A ring in the nose."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A ring in the nose."""
    figure, pen = kit.figure, kit.pen
    ramp = kit.ramp("#d9a93a")
    angle = np.radians(np.linspace(-60, 240, 9))
    ring = np.column_stack([6.4 * np.cos(angle), figure.nose + 8 + 5.6 * np.sin(angle)])
    points = figure.on_face(ring, 8)
    pen.line(points, 2.1, ramp.line, Layer.FACE_WEAR)
    pen.line(points, 1.3, ramp.base, Layer.FACE_WEAR)
    pen.fill(figure.on_face([(-1.4, figure.nose + 13.6), (0, figure.nose + 12.2), (1.4, figure.nose + 13.6), (0, figure.nose + 15)], 9), ramp.shine,
             Layer.FACE_WEAR, detail=0.2)  # fmt: skip


PART: Final = AccessoryStyle(
    Accessory.NOSE_RING,
    draw=draw,
    words={
        "en": "nose ring, septum, septum piercing, nose piercing, nose stud, septum ring, nath, facial piercing",
        "ja": "鼻ピアス, ノーズリング, セプタム, 鼻輪",
    },
)
