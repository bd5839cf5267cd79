"""Sunglasses."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.accessories.glasses import draw_glasses, lens
from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.parts.records import AccessoryStyle, Manner, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """Large dark lenses."""
    draw_glasses(kit, lens(kit, 36, 28, square=0.35), slice(None), 2.0, (38, 32, 52, 216))


PART: Final = AccessoryStyle(
    Accessory.SUNGLASSES,
    draw=draw,
    words={
        "en": "sunglasses, shades, aviators, dark glasses, sunglass",
        "ja": "サングラス, グラサン",
        "*": "😎, 🕶, 🕶️",
    },
    chance=0.004,
    spots=(Spot.EYES,),
    manners=(Manner.CASUAL,),
)
