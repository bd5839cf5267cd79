"""Colour on the upper lids, winged at the outer corners."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.palette import fade
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A soft arch above each eye with a stronger one close to the lashes, and a line at the lid's end."""
    figure, pen = kit.figure, kit.pen
    ramp = kit.ramp("#9a5ac0")
    at, s = np.array(figure.eye), figure.eye_scale
    for sign in (-1, 1):
        for reach, strength in ((1.0, 0.5), (0.62, 0.85)):
            top = np.array([(-28, -14), (-14, -36), (6, -42), (26, -34), (42, -19)]) * [1.0, reach]
            low = np.array([(36, -6), (20, -16), (0, -20), (-18, -14), (-28, -2)])
            lid = (np.vstack([top, low]) * s + at) * [sign, 1]
            pen.fill(figure.on_face(lid, 1), fade(ramp.base, strength), Layer.FEATURES, corners=(0, 4, 5, 9))
        wing = np.array([(20, 12), (34, 4), (46, -13)]) * s + at
        pen.line(figure.on_face(wing * [sign, 1], 2), [0.4, 2.4, 0.2], ramp.deep, Layer.FEATURES)


PART: Final = AccessoryStyle(
    Accessory.EYESHADOW,
    draw=draw,
    words={
        "en": "eyeshadow, eye shadow, eye makeup, winged eyeliner, colorful makeup, heavy makeup, smokey eye, "
        "smoky eye, "
        "glam makeup, dramatic makeup, bold makeup",
        "ja": "アイシャドウ, アイメイク, 濃いメイク, 厚化粧",
    },
    girlish=True,
)
