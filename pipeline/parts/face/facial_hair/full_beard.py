"""A full beard, trimmed, with a moustache."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.face.beards import draw_beard, draw_moustache, jaw_line
from pipeline.drawing.face.kit import FaceKit
from pipeline.parts.records import FacialHairStyle
from pipeline.types.spec import Build, FacialHair


def draw(kit: FaceKit) -> None:
    """A full beard, trimmed, with a moustache."""
    draw_beard(kit, jaw_line(kit, 6.0, 15.0))
    draw_moustache(kit, 31, -5)


PART: Final = FacialHairStyle(
    FacialHair.FULL_BEARD,
    draw=draw,
    words={
        "en": "full beard, beard, bearded, facial hair, short beard, thick beard, bushy beard, trimmed beard, "
        "big beard, sideburns beard",
        "ja": "ひげ, 髭, ヒゲ, フルビアード, 髭面, ひげ面, ひげもじゃ, ヒゲモジャ, ヒゲ面, 髭もじゃ",
        "*": "🧔",
    },
    weights={Build.MALE: 0.04},
)
