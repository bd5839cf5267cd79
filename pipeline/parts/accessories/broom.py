"""A besom of twigs."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.accessories.held import held, pole
from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.palette import Ramp
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A besom of twigs."""
    wood = Ramp.cloth("#7a5341", kit.tones.look)
    straw = kit.ramp("#d6b36a")
    with held(kit) as grip:
        pole(grip, wood, -330, 90)
        brush = [(-9, 84), (-24, 108), (-34, 160), (-30, 214), (-16, 206), (-8, 222), (3, 208), (14, 224), (20, 206), (32, 212),
                 (34, 160), (24, 108), (9, 84)]  # fmt: skip
        grip.piece(brush, straw.base, straw, (0, 3, 4, 5, 6, 7, 8, 9, 12))
        grip.fill([(9, 84), (24, 108), (34, 160), (32, 212), (20, 206), (18, 150)], straw.shade, (0, 3, 4))
        for u in (-20, -9, 2, 12):
            grip.stroke([(u * 0.5, 104), (u * 0.9, 150), (u * 1.15, 194)], [0.4, 1.6, 0.3], straw.deep)
        for low in (90, 100):
            grip.stroke([(-13 - (low - 90) * 0.6, low), (0, low - 4), (13 + (low - 90) * 0.6, low)], 3.0, wood.dark)


PART: Final = AccessoryStyle(
    Accessory.BROOM,
    draw=draw,
    words={
        "en": "broom, broomstick, besom, holding broom, flying broom, witch broom",
        "ja": "ほうき, 箒, 魔女のほうき",
        "*": "🧹",
    },
    spots=(Spot.HAND,),
)
