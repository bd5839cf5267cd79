"""A captain's hat, its brim folded up, with a skull."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.hats import HAT
from pipeline.drawing.accessories.kit import AccessoryKit, flat, oval
from pipeline.drawing.palette import Ramp
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Family, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A captain's hat, its brim folded up, with a skull."""
    ramp, pen = kit.ramp("#33313c"), kit.pen
    gold, white = Ramp.cloth("#d9a93a", kit.tones.look), kit.tones.white
    hat = np.array([(-150, -70), (-176, -96), (-150, -130), (-96, -168), (-40, -196), (0, -206), (40, -196), (96, -168), (150, -130),
                    (176, -96), (150, -70), (70, -84), (0, -88), (-70, -84)], float)  # fmt: skip
    whole = kit.piece(
        flat(hat, 26), kit.gradient(ramp, -206, -70, HAT), ramp.line, attach=HAT, corners=(1, 9), width=1.5
    )
    with pen.clipped(whole):
        shade = np.array([(176, -92), (150, -132), (96, -170), (70, -130), (80, -86), (150, -66)], float)
        pen.fill(flat(shade, 26), ramp.shade, Layer.HEAD_WEAR, HAT, (0, 5))
    rim = hat[1:10] * [0.985, 1.0] + [0, 7]
    pen.line(flat(rim, 27), 3.6, gold.line, Layer.HEAD_WEAR, HAT)
    pen.line(flat(rim, 27), 2.6, gold.base, Layer.HEAD_WEAR, HAT)
    for sign in (-1, 1):
        bone = np.array([(-30 * sign, -108), (26 * sign, -136)], float)
        pen.line(flat(bone, 29), 3.2, white.base, Layer.HEAD_WEAR, HAT)
        for x, y in bone:
            pen.fill(flat(oval(x, y - 2, 4.6, 4.2, 8), 29), white.base, Layer.HEAD_WEAR, HAT)
    kit.piece(flat(oval(0, -134, 19, 17, 12), 30), white.base, white.line, attach=HAT, width=0.8)
    kit.piece(
        flat([(-9, -120), (9, -120), (8, -106), (-8, -106)], 30),
        white.base,
        white.line,
        attach=HAT,
        corners=(2, 3),
        width=0.8,
    )
    for sign in (-1, 1):
        pen.fill(flat(oval(7.5 * sign, -133, 4.8, 5.2, 8), 31), ramp.dark, Layer.HEAD_WEAR, HAT)
    pen.fill(flat([(0, -126), (2.6, -120), (-2.6, -120)], 31), ramp.dark, Layer.HEAD_WEAR, HAT, (0, 1, 2))


PART: Final = AccessoryStyle(
    Accessory.PIRATE_HAT,
    draw=draw,
    words={
        "en": "pirate hat, tricorne, tricorn, bicorne, pirate captain hat",
        "ja": "海賊帽, 三角帽, 海賊帽子, 船長帽",
    },
    spots=(Spot.TOP,),
    family=Family.HAT,
    covers_crown=True,
)
