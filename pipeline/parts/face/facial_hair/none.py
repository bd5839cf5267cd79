"""A shaven face."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.face.kit import FaceKit
from pipeline.parts.records import FacialHairStyle
from pipeline.types.spec import Build, FacialHair


def draw(kit: FaceKit) -> None:
    """A shaven face."""
    del kit


PART: Final = FacialHairStyle(
    FacialHair.NONE,
    draw=draw,
    words={
        "en": "clean shaven, shaven face, no facial hair, beardless, shaved face",
        "ja": "髭なし, ひげなし, 髭を剃った",
    },
    weights={Build.FEMALE: 1, Build.MALE: 1, Build.ANDROGYNOUS: 1},
)
