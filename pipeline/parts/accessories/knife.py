"""A knife, its blade upward."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.accessories.held import held
from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.palette import Ramp
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A handle with rivets, a broad blade with a bright edge."""
    steel, wood = kit.ramp("#c9d0dc"), Ramp.cloth("#4a3a38", kit.tones.look)
    with held(kit) as grip:
        grip.piece([(-7, -36), (7, -38), (7, 26), (-7, 26)], wood.base, wood, (0, 1, 2, 3))
        blade = [(-9, 26), (-9, 118), (2, 136), (14, 112), (20, 70), (18, 26)]
        grip.piece(blade, steel.base, steel, (0, 2, 5))
        grip.fill([(2, 136), (14, 112), (20, 70), (18, 26), (12, 26), (13, 70), (8, 108)], steel.shine, (0, 3, 4))
        grip.fill([(-9, 26), (-9, 118), (-4, 112), (-4, 26)], steel.shade, (0, 1, 2, 3))


PART: Final = AccessoryStyle(
    Accessory.KNIFE,
    draw=draw,
    words={
        "en": "knife, dagger, kitchen knife, holding knife, holding a knife, cleaver, butcher knife, kunai, "
        "combat knife",
        "ja": "ナイフ, 短剣, 包丁, ダガー, クナイ, 出刃包丁",
        "*": "🔪",
    },
    spots=(Spot.HAND,),
)
