"""A battle axe."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.accessories.held import held, pole
from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.palette import Ramp
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A battle axe."""
    wood = Ramp.cloth("#6a4a38", kit.tones.look)
    steel = kit.ramp("#b9c2d0")
    with held(kit) as grip:
        pole(grip, wood, -150, 190)
        blade = [(4, 120), (30, 108), (66, 92), (74, 128), (72, 166), (60, 198), (30, 178), (4, 170)]
        grip.piece(blade, steel.base, steel, (0, 2, 5, 7))
        grip.fill([(66, 92), (74, 128), (72, 166), (60, 198), (58, 162), (60, 126)], steel.shine, (0, 3))
        grip.fill([(4, 120), (30, 108), (56, 97), (30, 124), (4, 136)], steel.shade, (0, 2, 4))
        grip.piece([(-4, 124), (-18, 130), (-20, 158), (-4, 166)], steel.shade, steel, (0, 1, 2, 3))
        grip.piece([(-8, 114), (9, 114), (9, 176), (-8, 176)], steel.dark, steel, (0, 1, 2, 3), 1.0)


PART: Final = AccessoryStyle(
    Accessory.AXE,
    draw=draw,
    words={
        "en": "axe, ax, battle axe, hatchet, holding axe, battleaxe, greataxe, war axe",
        "ja": "斧, 戦斧, バトルアックス",
        "*": "🪓",
    },
    spots=(Spot.HAND,),
)
