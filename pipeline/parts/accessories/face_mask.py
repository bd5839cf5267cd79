"""A cloth mask over mouth and nose."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit, flipped
from pipeline.drawing.palette import Ramp
from pipeline.drawing.pen import Layer, Linear
from pipeline.parts.records import AccessoryStyle
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A cloth mask over mouth and nose."""
    figure, pen = kit.figure, kit.pen
    ramp = Ramp.cloth(kit.spec.accessory_colour) if kit.spec.accessory_colour else kit.tones.white
    top, low = figure.nose - 12, figure.chin + 1
    half = [
        (0, top - 5),
        (24, top + 1),
        (50, top + 6),
        (68, top + 10),
        (66, low - 40),
        (52, low - 20),
        (30, low - 4),
        (0, low + 2),
    ]
    right = np.array(half, float)
    outline = np.vstack([right, flipped(right, -1)[-2:0:-1]])
    axis = pen.axis((-40, top, 80), (40, low, 70))
    whole = kit.piece(figure.on_face(outline, 4), Linear(((0, ramp.light), (0.5, ramp.base), (1, ramp.shade)), axis), ramp.line,
                      Layer.FACE_WEAR, width=0.9)  # fmt: skip
    with pen.clipped(whole):
        for y in (top + 14, top + 27, top + 40):
            crease = np.array([(-58, y + 2), (-30, y + 5), (0, y + 6), (30, y + 5), (58, y + 2)], float)
            pen.stroke(figure.on_face(crease, 4), 0.8, ramp.shade, Layer.FACE_WEAR, detail=0.15)
    for sign in (-1, 1):
        for start, end in ((top + 10, 24.0), (low - 42, 44.0)):
            loop = np.array([(sign * 67, start, 30), (sign * 78, (start + end) / 2 + 4, 14), (sign * 88, end, -2)])
            pen.line(loop, [0.9, 1.0, 0.9], ramp.line, Layer.FACE_WEAR)


PART: Final = AccessoryStyle(
    Accessory.FACE_MASK,
    draw=draw,
    words={
        "en": "face mask, surgical mask, mouth mask, medical mask",
        "ja": "マスク, 口マスク, 覆面",
        "*": "😷",
    },
    leads=True,
    chance=0.003,
)
