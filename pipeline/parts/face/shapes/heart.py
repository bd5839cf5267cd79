"""A face in the shape of a heart."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.figure import Contour
from pipeline.parts.records import FaceShapeStyle
from pipeline.types.spec import Build, FaceShape

PART: Final = FaceShapeStyle(
    FaceShape.HEART,
    words={
        "en": "heart shaped face, heart face, pointed chin",
        "ja": "ハート型の顔, ハート顔, 逆三角形の顔",
    },
    weights={Build.FEMALE: 3, Build.MALE: 0.7, Build.ANDROGYNOUS: 2},
    contour=Contour(cheek=2.5, jaw=-2.5, point=-0.8, length=0.0),
)
