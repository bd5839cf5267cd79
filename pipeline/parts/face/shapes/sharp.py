"""A long face with a narrow jaw."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.figure import Contour
from pipeline.parts.records import FaceShapeStyle
from pipeline.types.spec import Build, FaceShape

PART: Final = FaceShapeStyle(
    FaceShape.SHARP,
    words={
        "en": "sharp face, sharp jaw, sharp chin, angular face, chiseled, sharp jawline, sharp featured, sharp feature",
        "ja": "シャープな顔, 細面, 尖った顎, 小顔",
    },
    weights={Build.FEMALE: 1, Build.MALE: 3, Build.ANDROGYNOUS: 2},
    contour=Contour(cheek=-3.0, jaw=-4.5, point=-0.5, length=5.0),
)
