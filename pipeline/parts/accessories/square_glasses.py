"""Square glasses with a thick frame."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.accessories.glasses import GLASS, draw_glasses, lens
from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.palette import fade
from pipeline.parts.records import AccessoryStyle, Family, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """Square lenses in a thick frame."""
    draw_glasses(kit, lens(kit, 33, 25, square=0.9), slice(None), 2.1, fade(GLASS, 0.07))


PART: Final = AccessoryStyle(
    Accessory.SQUARE_GLASSES,
    draw=draw,
    words={
        "en": "square glasses, rectangular glasses, thick glasses, black framed glasses, thick framed glasses, "
        "thick rimmed glasses, rectangular eyewear, black framed eyewear",
        "ja": "四角いメガネ, 四角メガネ, 黒縁メガネ, 黒縁眼鏡, スクエアメガネ",
    },
    chance=0.025,
    spots=(Spot.EYES,),
    family=Family.GLASSES,
)
