"""A rabbit's long ears."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.accessories.ears import draw_ears
from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.parts.records import AccessoryStyle, Family, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """Two long ears that stand up."""
    draw_ears(
        kit,
        [(18, -128, 20), (12, -180, 10), (26, -228, 2), (52, -252, 0), (66, -222, 0), (64, -172, 4), (58, -118, 10)],
        [(30, -134, 20), (28, -180, 12), (36, -218, 4), (50, -236, 2), (56, -214, 2), (54, -174, 6), (48, -130, 12)],
        3,
        2.4,
        tuft=False,
    )


PART: Final = AccessoryStyle(
    Accessory.RABBIT_EARS,
    draw=draw,
    words={
        "en": "rabbit ear, bunny ear, usagimimi",
        "ja": "うさ耳, ウサ耳, 兎耳, うさぎ耳, ウサギ耳, バニー耳, うさみみ",
    },
    chance=0.008,
    spots=(Spot.EARS,),
    family=Family.ANIMAL_EARS,
)
