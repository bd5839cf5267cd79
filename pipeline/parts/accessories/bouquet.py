"""A bunch of flowers in paper."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.held import held
from pipeline.drawing.accessories.kit import AccessoryKit, oval
from pipeline.drawing.palette import Ramp
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A bunch of flowers in paper."""
    paper, leaf = Ramp.cloth("#f4ede0", kit.tones.look), Ramp.cloth("#6b9a5c", kit.tones.look)
    colours = [kit.spec.accessory_colour] if kit.spec.accessory_colour else ["#f0a9c0", "#f6f3f8", "#e06a7a", "#f2c93f"]
    with held(kit) as grip:
        for x, v in ((-44, 58), (44, 56), (-20, 92), (24, 90), (0, 98)):
            grip.piece([(0, 20), (x - 9, v - 10), (x, v + 10), (x + 9, v - 10)], leaf.base, leaf, (0, 2), 0.9)
        for index, (x, v) in enumerate(((-30, 68), (30, 66), (0, 82), (-17, 52), (17, 52), (0, 62))):
            ramp = Ramp.cloth(colours[index % len(colours)], kit.tones.look)
            angle = np.linspace(0, 2 * np.pi, 21)[:-1]
            reach = 17 * (0.78 + 0.22 * np.cos(5 * angle))
            grip.piece(
                np.column_stack([x + reach * np.sin(angle), v + reach * np.cos(angle)]), ramp.base, ramp, width=1.0
            )
            grip.fill(oval(x, v, 5, 5, 8), ramp.deep)
        grip.piece([(-9, -48), (9, -48), (44, 44), (14, 34), (-12, 34), (-44, 46)], paper.base, paper, (0, 1, 2, 5))
        grip.fill([(2, -48), (9, -48), (44, 44), (14, 34)], paper.shade, (0, 1, 2, 3))


PART: Final = AccessoryStyle(
    Accessory.BOUQUET,
    draw=draw,
    words={
        "en": "bouquet, holding flower, holding bouquet, bunch of flowers, rose bouquet, flower bouquet, "
        "holding rose, wedding bouquet",
        "ja": "花束, ブーケ, 花を持った, 花束を持った",
        "*": "💐",
    },
    spots=(Spot.HAND,),
)
