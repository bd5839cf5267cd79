"""A long bow with an arrow on its string."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.accessories.held import held
from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.palette import Ramp
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A long bow with an arrow on its string."""
    wood = kit.ramp("#7a5341")
    steel = Ramp.cloth("#c3ccd8", kit.tones.look)
    with held(kit) as grip:
        limb = [(-26, -196), (-8, -150), (6, -76), (8, 0), (6, 76), (-8, 150), (-26, 196)]
        for width, paint in ((8.6, wood.line), (6.2, wood.base), (1.6, wood.light)):
            grip.stroke(limb, [width * 0.4, width * 0.8, width, width * 1.1, width, width * 0.8, width * 0.4], paint)
        grip.stroke([(-26, -196), (-27, 0), (-26, 196)], 1.2, kit.tones.white.shade)
        grip.stroke([(-74, 6), (58, 6)], 3.4, wood.line)
        grip.stroke([(-74, 6), (58, 6)], 2.0, wood.light)
        grip.piece([(54, -1), (80, 6), (54, 13), (60, 6)], steel.base, steel, (0, 1, 2, 3), 0.9)
        for drop in (-1, 1):
            grip.piece(
                [(-74, 6), (-88, 6 + drop * 9), (-64, 6 + drop * 8), (-54, 6)], steel.light, steel, (0, 1, 2, 3), 0.8
            )


PART: Final = AccessoryStyle(
    Accessory.BOW,
    draw=draw,
    words={
        "en": "bow and arrow, bow n arrow, bow & arrow, bow n arow, bow and arow, bow n arrows, weapon: bow, weapon: a bow, weapon: her bow, weapon: longbow, bow in hand, with a bow in hand, wooden bow, hunting bow, drawing a bow, bow and quiver, longbow, archery bow, holding bow weapon, bow weapon, crossbow, holding a bow and arrow",
        "ja": "弓矢, 弓, 長弓",
        "*": "🏹",
    },
    spots=(Spot.HAND,),
)
