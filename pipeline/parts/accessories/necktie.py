"""A necktie."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.pieces import hanging_tie
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory, Outfit

_CLOSED: Final = (Outfit.SUIT, Outfit.BLAZER, Outfit.LAB_COAT, Outfit.VEST, Outfit.COAT)


def draw(kit: AccessoryKit) -> None:
    """A tie down to the waist, or to where what is worn over it closes."""
    outfit = OutfitKit(kit.pen, kit.figure, kit.spec, kit.tones)
    y = kit.figure.shoulder_y
    low = {Outfit.COAT: 112, Outfit.VEST: 128}.get(kit.spec.outfit, 150 if kit.spec.outfit in _CLOSED else 206)
    hanging_tie(outfit, kit.ramp("#b3263f"), y + 4, y + low)


PART: Final = AccessoryStyle(
    Accessory.NECKTIE,
    draw=draw,
    words={
        "en": "necktie, tie",
        "ja": "ネクタイ",
        "*": "👔",
    },
    spots=(Spot.NECK,),
    over=(Outfit.SHIRT, Outfit.SUIT, Outfit.BLAZER, Outfit.VEST),
)
