"""A walking stick with a crook."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.accessories.held import held, pole
from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.palette import Ramp
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A walking stick with a crook."""
    wood = kit.ramp("#7a5341")
    metal = Ramp.cloth("#c9a24a", kit.tones.look)
    with held(kit) as grip:
        pole(grip, wood, -470, 20)
        grip.piece([(-7, -470), (7, -470), (5, -494), (-5, -494)], metal.base, metal, (0, 1, 2, 3))
        crook = [(-6, 12), (-7, 30), (-18, 44), (-36, 42), (-46, 26), (-42, 12), (-34, 14), (-35, 26), (-29, 32),
                 (-20, 30), (-17, 18), (-18, 6)]  # fmt: skip
        turned = [(u + 12, v) for u, v in crook]
        grip.piece(turned, wood.base, wood, (0, 11))
        grip.fill([(-1, 34), (-10, 41), (-22, 40), (-12, 37)], wood.light)


PART: Final = AccessoryStyle(
    Accessory.CANE,
    draw=draw,
    words={
        "en": "cane, walking stick, wooden cane, walking cane, crook, with a cane, holding cane, leaning on a cane",
        "ja": "歩行杖, 木の杖, 老人の杖, つえ, 杖をつく, 杖をついた, 杖をついて, 杖をついている, 杖をついてる, 杖つき",
        "*": "🦯",
    },
    spots=(Spot.HAND,),
)
