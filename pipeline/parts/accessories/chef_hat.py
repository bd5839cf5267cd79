"""A cook's tall white hat."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.hats import HAT
from pipeline.drawing.accessories.kit import AccessoryKit, flat
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Family, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A cook's tall white hat."""
    white, pen = kit.tones.white, kit.pen
    puff = np.array([(-88, -130), (-122, -164), (-112, -214), (-66, -232), (-36, -256), (8, -262), (44, -244), (92, -234), (122, -196),
                     (112, -152), (88, -130)], float)  # fmt: skip
    whole = kit.piece(
        flat(puff, 4), kit.gradient(white, -260, -120), white.line, attach=HAT, corners=(0, 10), width=1.4
    )
    with pen.clipped(whole):
        for x, top in ((-56, -196), (-18, -214), (22, -214), (60, -196)):
            pen.stroke(
                flat([(x * 0.9, -128), (x, -160), (x * 1.1, top)], 6), 1.5, white.deep, Layer.HEAD_WEAR, HAT, peak=0.2
            )
        side = np.array([(88, -126), (126, -160), (120, -220), (88, -190), (70, -130)], float)
        pen.fill(flat(side, 5), white.shade, Layer.HEAD_WEAR, HAT, (0, 4))
    band = np.array([(-96, -78), (-92, -134), (0, -124), (92, -134), (96, -78), (0, -62)], float)
    kit.piece(flat(band, 8), white.base, white.line, attach=HAT, corners=(0, 1, 3, 4), width=1.3)
    pen.fill(flat([(92, -134), (96, -78), (58, -70), (56, -128)], 9), white.shade, Layer.HEAD_WEAR, HAT, (0, 1, 2, 3))


PART: Final = AccessoryStyle(
    Accessory.CHEF_HAT,
    draw=draw,
    words={
        "en": "chef hat, chef's hat, toque blanche, cook hat, baker hat",
        "ja": "コック帽, シェフ帽, シェフハット",
    },
    spots=(Spot.TOP,),
    family=Family.HAT,
    covers_crown=True,
)
