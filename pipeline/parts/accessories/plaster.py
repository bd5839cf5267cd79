"""A sticking plaster on the cheek."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A sticking plaster on the cheek."""
    figure, pen = kit.figure, kit.pen
    ramp = kit.ramp("#e2b48c")
    middle = np.array([figure.eye[0] + 8, figure.eye[1] + 37])
    along, across = np.array([0.94, -0.34]), np.array([0.34, 0.94])

    def at(*points: tuple[float, float]) -> FloatArray:
        return figure.on_face([middle + along * u + across * v for u, v in points], 2)

    strip = at((-17, -5), (-13, -6.5), (13, -6.5), (17, -5), (17, 5), (13, 6.5), (-13, 6.5), (-17, 5))
    pen.fill(strip, ramp.base, Layer.FEATURES)
    pen.line(np.vstack([strip, strip[:1]]), 0.8, ramp.line, Layer.FEATURES)
    pad = at((-6, -6), (6, -6), (6, 6), (-6, 6))
    pen.fill(pad, ramp.light, Layer.FEATURES, corners=(0, 1, 2, 3))
    for u in (-11, 11):
        pen.line(at((u, -2.6), (u, -2.5)), 0.8, ramp.deep, Layer.FEATURES, detail=0.2)
        pen.line(at((u, 2.6), (u, 2.7)), 0.8, ramp.deep, Layer.FEATURES, detail=0.2)


PART: Final = AccessoryStyle(
    Accessory.PLASTER,
    draw=draw,
    words={
        "en": "bandaid, band aid, bandage on face, bandaid on face, bandaid on cheek, bandaid on nose, "
        "bandaid on forehead, bandage on nose, bandage on his nose, bandage on her nose, bandage on his cheek, "
        "bandage on her cheek, bandaid on his nose, bandaid on her nose, bandage across nose, bandage over nose, sticking plaster, adhesive bandage, plaster, bandage on cheek, plaster on cheek",
        "ja": "絆創膏, ばんそうこう, 頬の絆創膏, 鼻の絆創膏",
        "*": "🩹",
    },
)
