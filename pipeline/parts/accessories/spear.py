"""A long spear."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.accessories.held import held, pole
from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.palette import Ramp
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A long spear."""
    wood = Ramp.cloth("#6a4a38", kit.tones.look)
    steel = kit.ramp("#c3ccd8")
    red = Ramp.cloth("#b3263f", kit.tones.look)
    with held(kit) as grip:
        pole(grip, wood, -420, 190)
        for u in (-9, -3, 4):
            grip.piece(
                [(u, 176), (u - 5, 150), (u - 3, 128), (u + 3, 148), (u + 6, 176)], red.base, red, (0, 2, 4), 0.8
            )
        grip.piece([(-6, 184), (-16, 212), (0, 278), (16, 212), (6, 184)], steel.base, steel, (0, 2, 4))
        grip.fill([(0, 188), (0, 276), (15, 212), (6, 186)], steel.shade, (0, 1, 3))
        grip.piece([(-9, 176), (9, 176), (8, 188), (-8, 188)], steel.dark, steel, (0, 1, 2, 3), 1.0)


PART: Final = AccessoryStyle(
    Accessory.SPEAR,
    draw=draw,
    words={
        "en": "spear, lance, trident, polearm, halberd, holding spear, naginata, javelin",
        "ja": "槍, 薙刀, 三叉槍, ランス, ハルバード",
    },
    spots=(Spot.HAND,),
)
