"""Wide almond-shaped eyes."""

from __future__ import annotations

from typing import Final

from pipeline.parts.records import EyeShapeStyle
from pipeline.types.spec import Build, EyeShape

PART: Final = EyeShapeStyle(
    EyeShape.ALMOND,
    words={
        "en": "almond eye, almond shaped eye, elegant eye",
        "ja": "アーモンドアイ, アーモンド形の目",
    },
    weights={Build.FEMALE: 2, Build.MALE: 2.5, Build.ANDROGYNOUS: 3},
    width=1.07,
    upper=0.86,
    lower=0.84,
    tilt=0.45,
    iris=0.93,
)
