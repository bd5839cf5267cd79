"""A round face."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.figure import Contour
from pipeline.parts.records import FaceShapeStyle
from pipeline.types.spec import Build, FaceShape

PART: Final = FaceShapeStyle(
    FaceShape.ROUND,
    words={
        "en": "round face, baby face, baby faced, chubby cheek, chubby face, full cheek",
        "ja": "丸顔, 丸い顔, 童顔, もちもち, ふっくら",
    },
    weights={Build.FEMALE: 2.5, Build.MALE: 0.6, Build.ANDROGYNOUS: 1},
    contour=Contour(cheek=3.0, jaw=6.0, point=6.0, length=-5.0),
)
