"""Hair that is a few days old."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.face.beards import draw_soft_stubble, draw_stubble
from pipeline.drawing.face.kit import FaceKit
from pipeline.parts.records import FacialHairStyle
from pipeline.types.spec import Build, FacialHair


def draw(kit: FaceKit) -> None:
    """Hair that is a few days old."""
    (draw_soft_stubble if kit.figure.art.massed else draw_stubble)(kit)


PART: Final = FacialHairStyle(
    FacialHair.STUBBLE,
    draw=draw,
    words={
        "en": "stubble, three day beard, 3 day beard, two day beard, few days of beard, three days of stubble, day old beard, unshaven, five o'clock shadow, 5 o'clock shadow, five o clock shadow, 5 o clock shadow, "
        "designer stubble, scruffy beard, "
        "scruff, light beard",
        "ja": "無精髭, 無精ひげ, 不精ひげ",
    },
    weights={Build.MALE: 0.05},
)
