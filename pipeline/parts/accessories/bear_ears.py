"""A bear's round ears."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.accessories.ears import draw_ears
from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.parts.records import AccessoryStyle, Family, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """Two round ears."""
    draw_ears(
        kit,
        [(48, -122, 10), (46, -154, 4), (66, -178, 0), (94, -172, -2), (106, -146, -2), (98, -112, 0), (90, -92, 4)],
        [(60, -124, 10), (60, -150, 6), (72, -164, 2), (88, -160, 0), (95, -144, 0), (90, -120, 2), (84, -108, 6)],
        3,
        4.5,
        tuft=False,
    )


PART: Final = AccessoryStyle(
    Accessory.BEAR_EARS,
    draw=draw,
    words={
        "en": "bear ear, kumamimi, mouse ear",
        "ja": "クマ耳, 熊耳, くま耳, くまみみ, ネズミ耳",
    },
    chance=0.006,
    spots=(Spot.EARS,),
    family=Family.ANIMAL_EARS,
)
