"""A mark between the brows."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A mark between the brows."""
    figure, pen = kit.figure, kit.pen
    ramp = kit.ramp("#c8203c")
    y = figure.eye[1] - 36
    drop = figure.on_face([(0, y - 12), (5.2, y), (0, y + 6), (-5.2, y)], 2)
    pen.fill(drop, ramp.base, Layer.OVER_HAIR, corners=(0,))
    pen.line(np.vstack([drop, drop[:1]]), 0.5, ramp.line, Layer.OVER_HAIR, corners=(0,))
    pen.fill(figure.on_face([(-1.6, y - 1), (-0.4, y - 2.4), (-0.6, y)], 2.5), ramp.shine, Layer.OVER_HAIR, detail=0.2)


PART: Final = AccessoryStyle(
    Accessory.BINDI,
    draw=draw,
    words={
        "en": "bindi, forehead mark, tilaka, tilak, forehead jewel, facial jewel, forehead gem",
        "ja": "ビンディー, 額の印, 額飾り",
    },
)
