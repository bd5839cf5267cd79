"""Low, narrow eyes."""

from __future__ import annotations

from typing import Final

from pipeline.parts.records import EyeShapeStyle
from pipeline.types.spec import Build, EyeShape

PART: Final = EyeShapeStyle(
    EyeShape.SHARP,
    words={
        "en": "sharp eye, narrow eye, narrowed eye, piercing eye, hunter eye, cold eye, intense eye, keen eye",
        "ja": "鋭い目, 切れ長, 切れ長の目, 細目, 細い目, 目つきが悪い, 鋭い眼光, 鋭い瞳",
    },
    weights={Build.FEMALE: 0.1, Build.MALE: 4, Build.ANDROGYNOUS: 1},
    width=1.06,
    upper=0.7,
    lower=0.74,
    tilt=0.85,
    iris=0.84,
    flat_top=0.25,
)
