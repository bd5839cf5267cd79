"""A wolf's ears: broad, upright, furry."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.accessories.ears import draw_ears
from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.parts.records import AccessoryStyle, Family, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A wolf's ears: broad, upright, furry."""
    draw_ears(
        kit,
        [(24, -126, 22), (36, -172, 14), (58, -204, 6), (92, -166, 4), (104, -96, 6)],
        [(44, -124, 20), (50, -158, 14), (62, -186, 8), (82, -154, 6), (90, -108, 8)],
        2,
        3.6,
        dark_tip=0.22,
    )


PART: Final = AccessoryStyle(
    Accessory.WOLF_EARS,
    draw=draw,
    words={
        "en": "wolf ear, coyote ear, jackal ear, lynx ear, tiger ear, lion ear, leopard ear, raccoon ear, "
        "large animal ear",
        "ja": "狼耳, オオカミ耳, 狼の耳, 虎耳, ライオン耳",
    },
    spots=(Spot.EARS,),
    family=Family.ANIMAL_EARS,
)
