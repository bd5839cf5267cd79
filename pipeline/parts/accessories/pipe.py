"""A tobacco pipe in the corner of the mouth."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.palette import Ramp
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """The black stem, the wooden bowl with its rim, embers, and a thread of smoke."""
    figure, pen = kit.figure, kit.pen
    wood, black = kit.ramp("#8a5232"), kit.tones.black
    x, y = 9.0 * figure.mouth_width, figure.mouth + 2

    def at(points: npt.ArrayLike) -> FloatArray:
        return figure.on_face(np.asarray(points, np.float64) + np.array([x, y]), 26)

    stem = at([(0, 0), (12, 4), (24, 12), (33, 17)])
    for width, paint in (((3.6, 4.2, 4.6, 4.6), wood.line), ((2.2, 2.8, 3.2, 3.2), black.base)):
        pen.line(stem, list(width), paint, Layer.FACE_WEAR)
    bowl = at([(27, -9), (51, -9), (52, 6), (48, 17), (38, 22), (28, 17), (26, 6)])
    pen.fill(bowl, wood.base, Layer.FACE_WEAR, corners=(0, 1))
    pen.fill(
        at([(42, -9), (51, -9), (52, 6), (48, 17), (38, 22), (43, 12)]), wood.shade, Layer.FACE_WEAR, corners=(0, 1)
    )
    pen.line(at([(31, -4), (30, 6), (33, 14)]), [0.6, 1.6, 0.4], wood.shine, Layer.FACE_WEAR)
    pen.line(np.vstack([bowl, bowl[:1]]), 1.2, wood.line, Layer.FACE_WEAR, corners=(0, 1))
    rim = at([(25, -13), (53, -13), (53, -7), (25, -7)])
    pen.fill(rim, wood.deep, Layer.FACE_WEAR, corners=(0, 1, 2, 3))
    pen.line(np.vstack([rim, rim[:1]]), 1.0, wood.line, Layer.FACE_WEAR, corners=(0, 1, 2, 3))
    ember = Ramp.cloth("#e8763a", kit.tones.look)
    pen.fill(at([(31, -14), (47, -14), (45, -16), (33, -16)]), ember.base, Layer.FACE_WEAR)
    for left, paint in ((37, (255, 255, 255, 200)), (44, (226, 230, 242, 170))):
        smoke = at([(left, -18), (left + 7, -26), (left + 5, -36), (left + 16, -46), (left + 17, -58)])
        pen.line(smoke, [0.4, 2.4, 3.2, 2.6, 0.3], paint, Layer.FACE_WEAR)


PART: Final = AccessoryStyle(
    Accessory.PIPE,
    draw=draw,
    words={
        "en": "pipe, tobacco pipe, smoking pipe, smoking a pipe, pipe smoking, wooden pipe, corncob pipe, pipe in mouth, "
        "pipe in his mouth, with a pipe, pipe smoker, puffing a pipe, long pipe, old pipe",
        "ja": "パイプ, パイプをくわえた, 煙管, キセル, パイプをくわえている",
    },
)
