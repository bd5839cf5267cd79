"""A cat's tail, thin and curled."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.accessories.tails import Tail, tail_ramp
from pipeline.parts.records import AccessoryStyle, Family, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A cat's tail, thin and curled."""
    Tail(kit, (15, 14, 13, 13, 13, 12, 4)).draw(tail_ramp(kit))


PART: Final = AccessoryStyle(
    Accessory.CAT_TAIL,
    draw=draw,
    words={
        "en": "cat tail, kitty tail",
        "ja": "猫のしっぽ, 猫の尻尾, ネコのしっぽ, 猫尻尾, 猫しっぽ, ねこしっぽ",
    },
    spots=(Spot.TAIL,),
    family=Family.TAIL,
    leads=True,
)
