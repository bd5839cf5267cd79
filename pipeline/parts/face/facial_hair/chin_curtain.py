"""A beard along jaw and chin, without a moustache."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.face.beards import draw_beard, jaw_line
from pipeline.drawing.face.kit import FaceKit
from pipeline.parts.records import FacialHairStyle
from pipeline.types.spec import FacialHair


def draw(kit: FaceKit) -> None:
    """A beard along jaw and chin; the upper lip is shaved."""
    draw_beard(kit, jaw_line(kit, 7.0, 30.0))


PART: Final = FacialHairStyle(
    FacialHair.CHIN_CURTAIN,
    draw=draw,
    words={
        "en": "chin curtain, amish beard, chinstrap beard, chin strap beard, chinstrap, beard without moustache, "
        "beard but no moustache, beard with no moustache, lincoln beard, shenandoah beard",
        "ja": "口ひげのないあごひげ",
    },
    weights={},
)
