"""A square face with a strong jaw."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.figure import Contour
from pipeline.parts.records import FaceShapeStyle
from pipeline.types.spec import Build, FaceShape

PART: Final = FaceShapeStyle(
    FaceShape.SQUARE,
    words={
        "en": "square face, square jaw, strong jaw, broad face",
        "ja": "四角い顔, えら, 角顔, 骨太, がっしり",
    },
    weights={Build.MALE: 1.2},
    contour=Contour(cheek=0.0, jaw=7.0, point=7.0, length=2.0),
)
