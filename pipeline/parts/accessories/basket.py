"""A wicker basket, filled with flowers, hanging from the hand."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.held import held
from pipeline.drawing.accessories.kit import AccessoryKit, oval
from pipeline.drawing.palette import Ramp
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory

_BLOSSOMS: Final = (
    (-34, -70, "#f0a9c0"),
    (0, -62, "#f4f4f8"),
    (32, -70, "#f2c93f"),
    (-14, -78, "#8e7cc3"),
    (16, -80, "#ee6a6a"),
)


def draw(kit: AccessoryKit) -> None:
    """A wicker basket, filled with flowers, hanging from the hand."""
    wicker = kit.ramp("#b98a52")
    cloth = Ramp.cloth("#d2384a", kit.tones.look)
    green = Ramp.cloth("#5aa578", kit.tones.look)
    with held(kit) as grip:
        handle = [(-50, -86), (-44, -30), (-22, 4), (0, 10), (22, 4), (44, -30), (50, -86)]
        for width, paint in ((8.0, wicker.line), (5.6, wicker.base), (1.4, wicker.light)):
            grip.stroke(handle, width, paint)
        for u, v, colour in _BLOSSOMS:
            ramp = Ramp.cloth(colour, kit.tones.look)
            grip.piece(oval(u - 9, v - 8, 9, 5, 8), green.base, green, (), 0.7)
            for turn in range(5):
                angle = 2 * np.pi * turn / 5
                grip.piece(oval(u + 8 * np.cos(angle), v + 8 * np.sin(angle), 7, 7, 8), ramp.base, ramp, (), 0.6)
            grip.fill(oval(u, v, 4.5, 4.5, 8), (236, 190, 70, 255))
        body = [(-60, -84), (60, -84), (50, -150), (40, -162), (-40, -162), (-50, -150)]
        grip.piece(body, wicker.base, wicker, (0, 1))
        grip.fill([(20, -84), (60, -84), (50, -150), (40, -162), (10, -162), (28, -124)], wicker.shade, (0, 1))
        for row in range(4):
            v = -100 - 16 * row
            half = 57 - 2.4 * row
            for place in np.linspace(-1, 1, 7)[:-1] + (0.16 if row % 2 else 0.0):
                grip.stroke(
                    [(place * half, v + 6), (place * half + 8, v), (place * half + 16, v + 6)],
                    [0.4, 1.5, 0.4],
                    wicker.deep,
                )
        rim = [(-64, -78), (64, -78), (61, -94), (40, -104), (20, -94), (0, -106), (-20, -94), (-40, -104), (-61, -94)]
        grip.piece(rim, cloth.base, cloth, (0, 1, 2, 4, 6, 8))
        grip.stroke([(-60, -84), (60, -84)], 1.2, cloth.light)


PART: Final = AccessoryStyle(
    Accessory.BASKET,
    draw=draw,
    words={
        "en": "basket, picnic basket, flower basket, wicker basket, holding basket, basket of flowers, "
        "basket of fruit, basket in hand, basket of eggs",
        "ja": "かご, 籠, バスケット, 花かご",
        "*": "🧺",
    },
    spots=(Spot.HAND,),
)
