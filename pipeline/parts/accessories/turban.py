"""A turban: cloth wound around the head in layers that cross above the forehead; all hair is under it."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.cowls import around_head
from pipeline.drawing.accessories.kit import AccessoryKit, flat
from pipeline.drawing.geometry import Attach
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import Accessory

_LAYERS: Final = (
    ((-112, -14), (-100, -66), (-58, -112), (4, -138), (44, -124), (8, -92), (-44, -62), (-84, -18)),
    ((-108, 2), (-96, -44), (-58, -82), (-2, -104), (30, -92), (2, -68), (-46, -42), (-84, 0)),
    ((-104, 18), (-94, -22), (-60, -54), (-6, -74), (18, -64), (-4, -48), (-46, -24), (-82, 14)),
)
"""Folds of the viewer's left side, the highest first: outer edge up to the crossing, inner edge back down."""
_TURN: Final = Attach(turn=0.5)


def draw(kit: AccessoryKit) -> None:
    """A dome of cloth, and over it the layers of both sides, which cross above the forehead."""
    ramp, pen = kit.ramp("#c8703a"), kit.pen
    brow = [(112, 22), (88, 26), (70, -26), (36, -58), (0, -70), (-36, -58), (-70, -26), (-88, 26), (-112, 22)]
    dome = np.vstack([around_head(1.17, 88, 13), brow])
    whole = kit.piece(
        flat(dome, 20),
        kit.gradient(ramp, -170, 20),
        ramp.line,
        attach=Attach(turn=0.22),
        corners=(13, 14, 20, 21),
        width=1.5,
    )
    with pen.clipped(whole):
        for run in ([(-30, -152), (16, -162), (62, -146)], [(-8, -140), (40, -150), (84, -126)]):
            pen.stroke(flat(run, 24), 2.0, ramp.deep, Layer.HEAD_WEAR, Attach(turn=0.3))
        far = np.array([(30, -170), (90, -140), (126, -60), (124, 30), (96, 30), (98, -50), (70, -118)], float)
        pen.fill(flat(far, 20), ramp.shade, Layer.HEAD_WEAR, Attach(turn=0.22), (0, 3, 4))
    for high, low in zip(_layers(-1), _layers(1), strict=True):
        for layer, shaded in ((high, False), (low, True)):
            fold = kit.piece(
                flat(layer, 34), kit.gradient(ramp, -140, 20), ramp.line, attach=_TURN, corners=(0, 7), width=1.2
            )
            with pen.clipped(fold):
                under = np.vstack([layer[4:], (layer[4:] * [1, 1] + np.array([0, -10]))[::-1]])
                pen.fill(flat(under, 34), ramp.deep if shaded else ramp.shade, Layer.HEAD_WEAR, _TURN, (0, 3, 4, 7))
                pen.stroke(flat(layer[[0, 1, 2, 3]] * [0.95, 0.93], 35), 1.2, ramp.shade, Layer.HEAD_WEAR, _TURN)


def _layers(sign: int) -> list[FloatArray]:
    return [np.array(layer, np.float64) * [-sign, 1] for layer in _LAYERS]


PART: Final = AccessoryStyle(
    Accessory.TURBAN,
    draw=draw,
    words={
        "en": "turban, dastar, pagri, headwrap, head wrap, gele, hair wrap, patka",
        "ja": "ターバン, ヘッドラップ",
        "*": "👳",
    },
    spots=(Spot.TOP,),
    covers_crown=True,
    covers_hair=True,
)
