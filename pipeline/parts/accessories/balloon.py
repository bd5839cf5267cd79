"""A balloon on a string."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.accessories.held import held
from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A balloon on a string."""
    ramp = kit.ramp("#e0405a")
    with held(kit) as grip:
        grip.stroke([(0, 0), (10, 60), (-2, 120), (14, 196)], [1.0, 1.3, 1.3, 1.0], kit.tones.white.deep)
        shape = [(14, 196), (-10, 214), (-36, 256), (-40, 300), (-18, 340), (18, 352), (54, 338), (72, 298), (66, 252),
                 (38, 212)]  # fmt: skip
        grip.piece(shape, ramp.base, ramp, (0,), 1.3)
        grip.fill([(38, 212), (66, 252), (72, 298), (54, 338), (58, 296), (46, 250)], ramp.shade, (0, 3))
        grip.piece([(14, 198), (5, 186), (23, 186)], ramp.shade, ramp, (0, 1, 2), 0.9)
        grip.fill([(-24, 290), (-18, 318), (-2, 334), (-10, 312), (-14, 288)], ramp.shine)


PART: Final = AccessoryStyle(
    Accessory.BALLOON,
    draw=draw,
    words={
        "en": "balloon, holding balloon, balloons, heart balloon",
        "ja": "風船, バルーン",
        "*": "🎈",
    },
    spots=(Spot.HAND,),
)
