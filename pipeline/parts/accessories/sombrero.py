"""A straw hat with a pointed crown and a vast brim that turns up all around, with a braid of colour along it."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.hats import HAT
from pipeline.drawing.accessories.kit import AccessoryKit, flat
from pipeline.drawing.geometry import Attach
from pipeline.drawing.palette import Ramp
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Family, Spot
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import Accessory

_BRIM: Final = Attach(turn=0.4)


def draw(kit: AccessoryKit) -> None:
    """A pointed crown over a vast brim that turns up all around."""
    ramp, pen = kit.ramp("#e0c078"), kit.pen
    band = Ramp.cloth("#b8364a" if ramp.lch.lightness > 0.5 else "#e0b53a", kit.tones.look)
    rear = np.array(
        [(-208, -122), (-150, -136), (0, -142), (150, -136), (208, -122), (150, -76), (0, -62), (-150, -76)], float
    )
    kit.piece(flat(rear, -30), ramp.deep, ramp.line, Layer.BEHIND, Attach(turn=0.2), (0, 4), 1.3)
    crown = np.array([(-94, -86), (-86, -136), (-58, -186), (-22, -222), (0, -228), (22, -222), (58, -186), (86, -136), (94, -86),
                      (0, -72)], float)  # fmt: skip
    whole = kit.piece(
        flat(crown, 8), kit.gradient(ramp, -230, -80, HAT), ramp.line, attach=HAT, corners=(0, 8), width=1.4
    )
    with pen.clipped(whole):
        shade = np.array([(96, -76), (92, -140), (64, -192), (28, -226), (44, -180), (58, -130), (60, -76)], float)
        pen.fill(flat(shade, 8), ramp.shade, Layer.HEAD_WEAR, HAT, (0, 3, 6))
        for x in (-46, -14, 20):
            seam = flat([(x * 0.2, -226), (x * 0.9, -160), (x * 1.3, -96)], 9)
            pen.line(seam, [0.3, 1.0, 1.2], ramp.deep, Layer.HEAD_WEAR, HAT, detail=0.2)
        ribbon = np.array([(-100, -90), (-98, -118), (0, -102), (98, -118), (100, -90), (0, -66)], float)
        kit.piece(flat(ribbon, 10), band.base, band.line, attach=HAT, corners=(0, 1, 3, 4), width=1.0)
    brim = np.array([(-214, -136), (-196, -108), (-120, -92), (0, -88), (120, -92), (196, -108), (214, -136), (210, -92),
                     (140, -50), (0, -36), (-140, -50), (-210, -92)], float)  # fmt: skip
    edge = kit.piece(flat(brim, 44), kit.gradient(ramp, -136, -36), ramp.line, attach=_BRIM, corners=(0, 6), width=1.4)
    with pen.clipped(edge):
        low = brim[[6, 7, 8, 9, 10, 11, 0]]
        pen.line(flat(low + np.array([0, -9.0]), 45), 3.6, band.base, Layer.HEAD_WEAR, _BRIM)
        for point in _along(low + np.array([0, -9.0]), 26):
            dot = np.array([(-3.4, 0), (0, -4.4), (3.4, 0), (0, 4.4)]) + point
            pen.fill(flat(dot, 46), band.shine, Layer.HEAD_WEAR, _BRIM, (0, 1, 2, 3), detail=0.25)


def _along(line: FloatArray, count: int) -> FloatArray:
    """Points at even distances along a line, [count, 2]."""
    places = np.r_[0.0, np.cumsum(np.hypot(*np.diff(line, axis=0).T))]
    at = np.linspace(0, places[-1], count)
    return np.column_stack([np.interp(at, places, line[:, axis]) for axis in (0, 1)])


PART: Final = AccessoryStyle(
    Accessory.SOMBRERO,
    draw=draw,
    words={
        "en": "sombrero, mariachi hat, mexican hat, charro hat",
        "ja": "ソンブレロ",
    },
    spots=(Spot.TOP,),
    family=Family.HAT,
    covers_crown=True,
)
