"""A reaper's scythe."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.accessories.held import held, pole
from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.palette import Ramp
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A reaper's scythe."""
    wood = Ramp.cloth("#4a3a38", kit.tones.look)
    steel = kit.ramp("#c3ccd8")
    with held(kit) as grip:
        pole(grip, wood, -420, 208)
        blade = [
            (-8, 204),
            (20, 226),
            (70, 232),
            (128, 214),
            (176, 168),
            (122, 190),
            (70, 200),
            (24, 192),
            (-8, 176),
        ]
        grip.piece(blade, steel.base, steel, (0, 4, 8))
        grip.fill(
            [(8, 196), (30, 202), (72, 208), (122, 198), (176, 168), (122, 190), (70, 200), (24, 192)],
            steel.shine,
            (0, 4),
        )
        grip.fill([(-8, 204), (20, 226), (70, 232), (100, 225), (50, 222), (14, 210)], steel.shade, (0, 3))
        grip.piece([(-9, 170), (10, 170), (10, 212), (-9, 212)], steel.dark, steel, (0, 1, 2, 3), 1.0)


PART: Final = AccessoryStyle(
    Accessory.SCYTHE,
    draw=draw,
    words={
        "en": "scythe, sickle, reaper scythe, holding scythe, kusarigama",
        "ja": "鎌, 大鎌, 死神の鎌",
    },
    spots=(Spot.HAND,),
)
