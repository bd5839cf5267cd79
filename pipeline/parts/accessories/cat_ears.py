"""A cat's ears."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.accessories.ears import draw_ears
from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.parts.records import AccessoryStyle, Family, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """Two pointed ears with tufts."""
    draw_ears(
        kit,
        [(28, -126, 24), (36, -158, 16), (60, -200, 6), (86, -158, 4), (98, -96, 6)],
        [(46, -122, 22), (50, -150, 16), (62, -184, 8), (78, -150, 6), (84, -108, 8)],
        2,
        4.2,
    )


PART: Final = AccessoryStyle(
    Accessory.CAT_EARS,
    draw=draw,
    words={
        "en": "cat ear, kitty ear, cat ear headband, nekomimi, fake cat ear",
        "ja": "猫耳, ネコミミ, ねこみみ, ネコ耳, 猫の耳, ねこ耳",
    },
    chance=0.035,
    spots=(Spot.EARS,),
    family=Family.ANIMAL_EARS,
)
