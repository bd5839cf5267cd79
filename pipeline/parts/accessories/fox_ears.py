"""A fox's ears, dark at the tips."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.accessories.ears import draw_ears
from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.parts.records import AccessoryStyle, Family, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """Two large pointed ears with dark tips."""
    draw_ears(
        kit,
        [(20, -130, 24), (28, -176, 14), (62, -236, 4), (92, -172, 2), (102, -94, 4)],
        [(42, -126, 22), (46, -166, 14), (63, -212, 6), (80, -164, 4), (86, -108, 8)],
        2,
        3.6,
        dark_tip=0.42,
    )


PART: Final = AccessoryStyle(
    Accessory.FOX_EARS,
    draw=draw,
    words={
        "en": "fox ear, kitsune ear, inumimi",
        "ja": "狐耳, キツネ耳, きつね耳, 狐の耳, イヌ耳, けもみみ",
    },
    chance=0.015,
    spots=(Spot.EARS,),
    family=Family.ANIMAL_EARS,
)
