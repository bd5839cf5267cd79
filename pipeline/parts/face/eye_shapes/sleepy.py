"""Eyes with lids that hang."""

from __future__ import annotations

from typing import Final

from pipeline.parts.records import EyeShapeStyle
from pipeline.types.spec import Build, EyeShape

PART: Final = EyeShapeStyle(
    EyeShape.SLEEPY,
    words={
        "en": "sleepy eye, half closed eye, half lidded eye, half lidded, tired eye, heavy lidded, bedroom eye, "
        "lidded eye",
        "ja": "眠い目, 半目, 眠そうな目, とろん, とろんとした目, 伏し目",
    },
    weights={Build.FEMALE: 0.6, Build.MALE: 0.7, Build.ANDROGYNOUS: 1},
    upper=0.96,
    lower=0.96,
    tilt=-0.45,
    drop=0.3,
    flat_top=0.2,
)
