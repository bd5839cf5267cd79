"""Round glasses."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.accessories.glasses import GLASS, draw_glasses, lens
from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.palette import fade
from pipeline.parts.records import AccessoryStyle, Family, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """Round lenses in a thin frame."""
    draw_glasses(kit, lens(kit, 31, 30), slice(None), 1.5, fade(GLASS, 0.07))


PART: Final = AccessoryStyle(
    Accessory.ROUND_GLASSES,
    draw=draw,
    words={
        "en": "round glasses, reading glasses, readers, round eyewear, circle glasses, harry potter glasses, big glasses",
        "ja": "丸メガネ, 丸眼鏡, 丸めがね",
    },
    chance=0.045,
    spots=(Spot.EYES,),
    family=Family.GLASSES,
)
