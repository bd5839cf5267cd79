"""A small crown."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit, flat, oval
from pipeline.drawing.palette import Ramp, mix
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Manner, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A small golden crown."""
    ramp, pen = Ramp.cloth(kit.spec.accessory_colour or "#f2c14e"), kit.pen
    points = np.array(
        [
            (-52, -128),
            (-62, -182),
            (-36, -158),
            (-22, -192),
            (0, -160),
            (22, -192),
            (36, -158),
            (62, -182),
            (52, -128),
            (0, -118),
        ],
        float,
    )
    kit.piece(flat(points, 30), kit.gradient(ramp, -192, -120), ramp.line, corners=tuple(range(9)), width=1.2)
    foot = np.array([(-52, -142), (0, -132), (52, -142), (52, -126), (0, -116), (-52, -126)], float)
    kit.piece(flat(foot, 34), ramp.light, ramp.line, corners=(0, 2, 3, 5), width=1.0)
    for x, y, tone in ((0, -125, kit.tones.accent), (-30, -130, kit.tones.cloth), (30, -130, kit.tones.cloth)):
        kit.piece(flat(oval(x, y, 6, 6, 8), 38), tone.light, tone.line, width=0.7)
    for x, y in ((-62, -184), (-22, -194), (22, -194), (62, -184)):
        kit.piece(flat(oval(x, y, 5, 5, 8), 30), ramp.shine, ramp.line, width=0.7)
    pen.fill(
        flat([(-40, -150), (-36, -152), (-34, -136), (-38, -136)], 34),
        mix(ramp.shine, ramp.light, 0.3),
        Layer.HEAD_WEAR,
        detail=0.2,
    )


PART: Final = AccessoryStyle(
    Accessory.CROWN,
    draw=draw,
    words={
        "en": "crown, tiara, diadem, circlet",
        "ja": "王冠, ティアラ, 冠, クラウン",
        "*": "👑",
    },
    chance=0.02,
    spots=(Spot.TOP,),
    manners=(Manner.GRAND,),
)
