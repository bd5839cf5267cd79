"""A drawn sword, its blade upward."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.accessories.held import held
from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.palette import Ramp
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A drawn sword, its blade upward."""
    steel = kit.ramp("#c9d0dc")
    gold, leather = Ramp.cloth("#c9a24a", kit.tones.look), Ramp.cloth("#5f4638", kit.tones.look)
    with held(kit) as grip:
        grip.piece([(-4, -46), (4, -46), (4.5, 22), (-4.5, 22)], leather.base, leather, (0, 1, 2, 3))
        grip.piece([(-6, -54), (0, -60), (6, -54), (0, -44)], gold.base, gold)
        grip.piece([(-9, 26), (9, 26), (9, 196), (0, 232), (-9, 196)], steel.base, steel, (0, 1, 2, 3, 4))
        grip.fill([(0, 26), (8.4, 26), (8.4, 195), (0, 229)], steel.shade, (0, 1, 2, 3))
        grip.fill([(-6, 32), (-3.6, 32), (-3.6, 190), (-6, 182)], steel.shine, (0, 1, 2, 3))
        grip.piece([(-28, 18), (-24, 29), (0, 31), (24, 29), (28, 18), (0, 22)], gold.base, gold, (0, 4))


PART: Final = AccessoryStyle(
    Accessory.SWORD,
    draw=draw,
    words={
        "en": "sword, katana, blade, longsword, holding sword, holding weapon, weapon, greatsword, rapier, "
        "saber, scimitar, cutlass, holding katana",
        "ja": "剣, 刀, 武器, 日本刀, サーベル, レイピア",
        "*": "⚔, 🗡",
    },
    spots=(Spot.HAND,),
)
