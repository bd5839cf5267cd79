"""Eyes that show white under a small iris."""

from __future__ import annotations

from typing import Final

from pipeline.parts.records import EyeShapeStyle
from pipeline.types.spec import Build, EyeShape

PART: Final = EyeShapeStyle(
    EyeShape.SANPAKU,
    words={
        "en": "sanpaku, sanpaku eye, creepy eye, crazy eye, jitome, dead eye, dead fish eye",
        "ja": "三白眼, 四白眼, ジト目, じと目, 死んだ目, 死んだ魚の目",
    },
    weights={Build.FEMALE: 0.4, Build.MALE: 0.5},
    upper=0.84,
    lower=0.98,
    tilt=0.35,
    iris=0.74,
    iris_up=3.5,
    flat_top=0.35,
)
