"""A band of tinted glass before both eyes, as pilots of robots wear it."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.geometry import HEAD
from pipeline.drawing.palette import Ramp, fade
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory

_OUT: Final = 12.0


def draw(kit: AccessoryKit) -> None:
    """Glass from temple to temple, through which the eyes are seen, a rim above it, and what holds it at the ears."""
    ramp, pen, figure = kit.ramp("#35c8d8"), kit.pen, kit.figure
    x, y = figure.eye
    right = np.array(
        [
            (0, y - 24),
            (x, y - 30),
            (x + 36, y - 20),
            (x + 40, y + 2),
            (x + 28, y + 26),
            (x - 6, y + 30),
            (8, y + 18),
            (0, y + 15),
        ]
    )
    outline = np.vstack([right, (right[-2:0:-1]) * [-1, 1]])
    glass = figure.on_face(outline, _OUT)
    pane = pen.fill(glass, fade(ramp.base, 0.42), Layer.FACE_WEAR, HEAD, (3, 7, 11))
    with pen.clipped(pane):
        for left, wide in ((-64.0, 16.0), (-38.0, 6.0), (30.0, 12.0)):
            bar = np.array([(left, y + 34), (left + 26, y - 34), (left + 26 + wide, y - 34), (left + wide, y + 34)])
            pen.fill(figure.on_face(bar, _OUT), (255, 255, 255, 92), Layer.FACE_WEAR, HEAD, (0, 1, 2, 3))
        low = figure.on_face(np.vstack([outline[3:12], (outline[3:12] + np.array([0, -5]))[::-1]]), _OUT)
        pen.fill(low, fade(ramp.light, 0.7), Layer.FACE_WEAR, HEAD)
    pen.line(np.vstack([glass, glass[:1]]), 1.5, ramp.line, Layer.FACE_WEAR, HEAD, (3, 7, 11))
    steel = Ramp.cloth("#3a3f4e", kit.tones.look)
    rim = figure.on_face(np.vstack([(right[:4] * [-1, 1])[::-1], right[1:4]]), _OUT + 1)
    pen.line(rim, [3.4, 4.6, 4.2, 3.6, 4.2, 4.6, 3.4], steel.line, Layer.FACE_WEAR, HEAD)
    pen.line(rim, [2.2, 3.4, 3.0, 2.4, 3.0, 3.4, 2.2], steel.base, Layer.FACE_WEAR, HEAD)
    for sign in (-1, 1):
        arm = np.vstack([figure.on_face([(sign * (x + 37), y - 8)], _OUT), [[sign * 92, y - 4, -2]]])
        pen.line(arm, 6.0, steel.line, Layer.FACE_WEAR, HEAD)
        pen.line(arm, 4.8, steel.base, Layer.FACE_WEAR, HEAD)


PART: Final = AccessoryStyle(
    Accessory.VISOR,
    draw=draw,
    words={
        "en": "cyber visor, eye visor, tinted visor, holographic visor, vr headset, vr goggle, scouter, "
        "tech visor, ar glasses, futuristic glasses, smart glasses, wraparound sunglasses, 3d glasses",
        "ja": "サイバーバイザー, vrゴーグル, スカウター",
    },
    spots=(Spot.EYES,),
    leads=True,
)
