"""Clear wings with veins, as a dragonfly has."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit, flat, flipped
from pipeline.drawing.accessories.wings import sides, spread
from pipeline.drawing.palette import fade
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Family, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """Clear wings with veins, as a dragonfly has."""
    ramp, y = kit.ramp("#bfe3ee"), kit.figure.shoulder_y
    glass, vein = fade(ramp.base, 0.62), fade(ramp.deep, 0.8)
    upper = [
        (36, y + 40),
        (110, y - 66),
        (216, y - 128),
        (300, y - 122),
        (318, y - 70),
        (262, y - 6),
        (160, y + 38),
        (60, y + 58),
    ]
    lower = [
        (40, y + 60),
        (130, y + 58),
        (222, y + 84),
        (262, y + 134),
        (236, y + 180),
        (170, y + 184),
        (96, y + 140),
        (50, y + 90),
    ]
    for sign, attach in sides(kit, (310, y - 60)):
        for shape, ends in (
            (lower, ((232, 160), (180, 172), (120, 142))),
            (upper, ((286, -104), (296, -58), (220, -4), (140, 30))),
        ):
            whole = spread(kit, shape, sign, glass, ramp.deep, attach, width=1.1)
            with kit.pen.clipped(whole):
                for x, rise in ends:
                    run = np.array([(40.0, y + 50.0), (x * 0.55, y + rise * 0.45 + 6), (float(x), y + rise)])
                    kit.pen.line(flat(flipped(run, sign), -60), [1.3, 0.9, 0.3], vein, Layer.BEHIND, attach)
                gleam = np.array([(150, y - 70), (230, y - 112), (276, y - 112), (220, y - 84)], float)
                kit.pen.fill(flat(flipped(gleam, sign), -60), fade(ramp.shine, 0.8), Layer.BEHIND, attach, (0, 2))


PART: Final = AccessoryStyle(
    Accessory.FAIRY_WINGS,
    draw=draw,
    words={
        "en": "fairy wing, butterfly wing, insect wing, dragonfly wing, pixie wing, translucent wing, "
        "transparent wing, glowing wing",
        "ja": "妖精の羽, 蝶の羽, 虫の羽, 透明な羽, フェアリーウィング",
    },
    spots=(Spot.BACK,),
    family=Family.WINGS,
)
