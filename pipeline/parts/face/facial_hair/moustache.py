"""A moustache with turned-up tips."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.face.beards import draw_moustache
from pipeline.drawing.face.kit import FaceKit
from pipeline.parts.records import FacialHairStyle
from pipeline.types.spec import Build, FacialHair


def draw(kit: FaceKit) -> None:
    """A moustache with turned-up tips."""
    draw_moustache(kit, 40, 7)


PART: Final = FacialHairStyle(
    FacialHair.MOUSTACHE,
    draw=draw,
    words={
        "en": "mustache, mustached, mustachioed, handlebar mustache, mustash, mustach, tache, tash, pencil mustache, walrus mustache, stache, curly mustache, thin mustache",
        "ja": "口ひげ, 口髭, ちょび髭, ちょびひげ, カイゼル髭",
        "*": "🥸",
    },
    weights={Build.MALE: 0.03},
)
