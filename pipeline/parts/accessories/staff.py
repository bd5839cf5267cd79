"""A magician's staff with a glowing stone."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.accessories.held import held
from pipeline.drawing.accessories.kit import AccessoryKit, oval
from pipeline.drawing.palette import Ramp, fade
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A magician's staff with a glowing stone."""
    wood = Ramp.cloth("#7a5341", kit.tones.look)
    stone = kit.ramp("#58c4e0")
    with held(kit) as grip:
        grip.piece([(-5, -260), (5, -260), (6, 120), (-6, 120)], wood.base, wood, (0, 1, 2, 3))
        grip.fill([(1, -260), (5, -260), (6, 120), (2, 120)], wood.shade, (0, 1, 2, 3))
        grip.piece([(-6, 112), (-26, 134), (-30, 166), (-18, 192), (-20, 166), (-12, 142), (0, 130), (12, 142), (20, 166), (18, 192),
                    (30, 166), (26, 134), (6, 112)], wood.base, wood, (3, 9))  # fmt: skip
        grip.fill(oval(0, 164, 26, 28, 14), fade(stone.light, 0.35))
        grip.piece(oval(0, 164, 16, 18, 14), stone.base, stone)
        grip.fill([(-7, 170), (-2, 176), (2, 172), (-5, 164)], stone.shine)


PART: Final = AccessoryStyle(
    Accessory.STAFF,
    draw=draw,
    words={
        "en": "staff, wand, magic wand, holding staff, holding wand, magic staff, wizard staff, scepter, "
        "mage staff, quarterstaff",
        "ja": "杖, 魔法の杖, ステッキ, ロッド, 魔法のステッキ",
        "*": "🪄",
    },
    spots=(Spot.HAND,),
)
