"""Eyes whose outer corners rise."""

from __future__ import annotations

from typing import Final

from pipeline.parts.records import EyeShapeStyle
from pipeline.types.spec import Build, EyeShape

PART: Final = EyeShapeStyle(
    EyeShape.TSURIME,
    words={
        "en": "tsurime, upturned eye, upturned eyes, cat like eye, fierce eye, slanted eye, fox eye, strong eye",
        "ja": "つり目, 吊り目, ツリ目, つり眼, 猫目, キツネ目",
    },
    weights={Build.FEMALE: 2.5, Build.MALE: 2, Build.ANDROGYNOUS: 2},
    upper=0.96,
    lower=0.94,
    tilt=1,
)
