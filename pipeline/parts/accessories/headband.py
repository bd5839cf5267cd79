"""A band across the hair."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.figure import skull
from pipeline.drawing.geometry import SKULL
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory, Outfit


def draw(kit: AccessoryKit) -> None:
    """A band across the hair."""
    ramp, pen = kit.tones.gear, kit.pen
    longitudes = np.linspace(-92, 92, 13)
    down = 0.46 + 0.44 * (np.abs(longitudes) / 92) ** 2.2
    front = skull(longitudes, down + 0.07, kit.hair.out * 1.03)
    rear = skull(longitudes, down - 0.05, kit.hair.out * 1.03)
    shape = np.vstack([front, rear[::-1]])
    kit.piece(shape, kit.gradient(ramp, -120, -20), ramp.line, attach=SKULL, corners=(0, 12, 13, 25))
    shine = skull(np.linspace(-40, 10, 5), np.full(5, 0.47), kit.hair.out * 1.035)
    pen.stroke(shine, 1.6, ramp.shine, Layer.HEAD_WEAR, SKULL, detail=0.15)


PART: Final = AccessoryStyle(
    Accessory.HEADBAND,
    draw=draw,
    words={
        "en": "headband, hairband, alice band, hair band",
        "ja": "カチューシャ, ヘアバンド, ヘッドバンド",
    },
    chance=0.02,
    spots=(Spot.TOP,),
    never=(Outfit.MAID, Outfit.ARMOUR),
    girlish=True,
)
