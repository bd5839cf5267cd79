"""A fox's mask of white wood, worn at the side of the head."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit, flat
from pipeline.drawing.geometry import Attach
from pipeline.drawing.palette import Ramp
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import Accessory

_WORN: Final = Attach(turn=0.75)
_FACE: Final = (
    (-40, -64), (-32, -34), (0, -42), (32, -34), (40, -64), (50, -14), (46, 16), (26, 40), (12, 60), (0, 66), (-12, 60),
    (-26, 40), (-46, 16), (-50, -14),
)  # fmt: skip


def draw(kit: AccessoryKit) -> None:
    """The mask, tilted, over the hair above the viewer's right temple: ears, slit eyes, red marks, whiskers, a nose."""
    ramp = Ramp.cloth("#f6f2ee", kit.tones.look)
    red, pen = kit.ramp("#c8303f"), kit.pen
    turn = np.radians(24.0)
    spin = np.array([(np.cos(turn), np.sin(turn)), (-np.sin(turn), np.cos(turn))])

    def at(points: object, z: float = 66.0) -> FloatArray:
        return flat(np.asarray(points, np.float64) @ spin * 0.92 + np.array([76.0, -88.0]), z)

    pen.line(at([(-48, -6), (-96, 10), (-150, 40)], 60), 1.6, red.base, Layer.HEAD_WEAR, _WORN)
    face = kit.piece(at(_FACE), ramp.base, ramp.line, Layer.HEAD_WEAR, _WORN, (0, 1, 3, 4), 1.4)
    with pen.clipped(face):
        shade = [(14, -46), (24, -10), (20, 30), (0, 70), (60, 60), (60, -70)]
        pen.fill(at(shade), ramp.shade, Layer.HEAD_WEAR, _WORN, (3, 4, 5))
    for sign in (-1, 1):
        for points, paint, corners in (
            ([(38, -56), (44, -30), (31, -34)], red.base, (0, 1, 2)),
            ([(8, -8), (22, -20), (38, -18), (26, -6)], kit.tones.black.base, (0, 2)),
            ([(8, -13), (24, -27), (42, -25), (24, -22)], red.base, (0, 2)),
            ([(20, 16), (42, 4), (44, 9), (22, 21)], red.base, (0, 1, 2, 3)),
            ([(20, 26), (38, 20), (38, 24), (22, 31)], red.base, (0, 1, 2, 3)),
        ):
            pen.fill(at(np.array(points, float) * [sign, 1], 68), paint, Layer.HEAD_WEAR, _WORN, corners)
    pen.fill(at([(0, -34), (5, -24), (0, -14), (-5, -24)], 68), red.base, Layer.HEAD_WEAR, _WORN, (0, 2))
    pen.fill(at([(-6, 44), (6, 44), (0, 53)], 69), kit.tones.black.base, Layer.HEAD_WEAR, _WORN)


PART: Final = AccessoryStyle(
    Accessory.FOX_MASK,
    draw=draw,
    words={
        "en": "fox mask, kitsune mask, mask on head, anbu mask, mask on side of head, oni mask, festival mask",
        "ja": "狐面, 狐のお面, お面, キツネのお面, きつねのお面",
    },
    crowds_head=True,
)
