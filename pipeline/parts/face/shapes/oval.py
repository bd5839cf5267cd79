"""An oval face, from which the others are measured."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.figure import Contour
from pipeline.parts.records import FaceShapeStyle
from pipeline.types.spec import Build, FaceShape

PART: Final = FaceShapeStyle(
    FaceShape.OVAL,
    words={
        "en": "oval face, long face, slim face",
        "ja": "卵型, 卵顔, 面長, 瓜実顔, たまご型",
    },
    weights={Build.FEMALE: 4, Build.MALE: 3, Build.ANDROGYNOUS: 4},
    contour=Contour(cheek=0.0, jaw=0.0, point=0.0, length=0.0),
)
