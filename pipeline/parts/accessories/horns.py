"""Two curved horns with rings."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit, flat, flipped
from pipeline.drawing.geometry import Attach
from pipeline.drawing.palette import Ramp
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """Two curved horns with rings."""
    ramp = Ramp.cloth(kit.spec.accessory_colour) if kit.spec.accessory_colour else Ramp.cloth("#4a4152")
    pen = kit.pen
    outer = [
        (52, -122),
        (64, -152),
        (92, -168),
        (112, -196),
        (106, -222),
        (132, -190),
        (128, -152),
        (104, -124),
        (84, -106),
    ]
    for sign in (-1, 1):
        shape = flat(flipped(np.array(outer, float), sign), 10)
        attach = Attach(turn=0.85)
        whole = kit.piece(shape, kit.gradient(ramp, -220, -110), ramp.line, attach=attach, corners=(0, 4, 8))
        with pen.clipped(whole):
            shade = flat(
                flipped(
                    np.array(
                        [(84, -106), (104, -124), (128, -152), (132, -190), (112, -170), (98, -138), (72, -112)], float
                    ),
                    sign,
                ),
                10,
            )
            pen.fill(shade, ramp.shade, Layer.HEAD_WEAR, attach, (0, 3))
            for a, b in (
                ((56, -130), (90, -116)),
                ((66, -148), (108, -132)),
                ((84, -160), (122, -152)),
                ((98, -172), (130, -172)),
                ((108, -190), (130, -190)),
            ):
                ring = flat(flipped(np.array([a, ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + 5), b], float), sign), 10)
                pen.stroke(ring, 0.9, ramp.line, Layer.HEAD_WEAR, attach, detail=0.15)
        glint = flat(flipped(np.array([(66, -140), (84, -158), (100, -170), (82, -152)], float), sign), 10)
        pen.fill(glint, ramp.shine, Layer.HEAD_WEAR, attach, (0, 2), detail=0.15)


PART: Final = AccessoryStyle(
    Accessory.HORNS,
    draw=draw,
    words={
        "en": "horn, demon horn, oni horn, dragon horn, curled horn, devil horn, goat horn, ram horn",
        "ja": "角, ツノ, つの, 鬼の角, 悪魔の角",
    },
    chance=0.015,
    spots=(
        Spot.EARS,
        Spot.SUPERNATURAL,
    ),
)
