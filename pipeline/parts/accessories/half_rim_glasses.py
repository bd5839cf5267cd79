"""Glasses with a frame along the lower edge."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.accessories.glasses import GLASS, draw_glasses, lens
from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.palette import fade
from pipeline.parts.records import AccessoryStyle, Family, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """Low lenses framed below."""
    shape = lens(kit, 32, 21, square=0.7)
    draw_glasses(kit, shape, slice(7, 17), 2.4, fade(GLASS, 0.06), upper=True)


PART: Final = AccessoryStyle(
    Accessory.HALF_RIM_GLASSES,
    draw=draw,
    words={
        "en": "half rim glasses, semi rimless glasses, semi rimless eyewear, rimless glasses, under rim glasses, "
        "under rim eyewear, half frame glasses, half moon glasses, "
        "half moon spectacles, half moon specs, reading glasses on nose tip, crescent glasses",
        "ja": "ハーフリムメガネ, ハーフリム, 縁なしメガネ, アンダーリム, 下縁メガネ",
    },
    chance=0.02,
    spots=(Spot.EYES,),
    family=Family.GLASSES,
)
