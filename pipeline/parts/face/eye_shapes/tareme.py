"""Eyes whose outer corners droop."""

from __future__ import annotations

from typing import Final

from pipeline.parts.records import EyeShapeStyle
from pipeline.types.spec import Build, EyeShape

PART: Final = EyeShapeStyle(
    EyeShape.TAREME,
    words={
        "en": "tareme, droopy eye, downturned eye, gentle eye, drooping eye, soft eye, kind eye",
        "ja": "たれ目, 垂れ目, タレ目, 優しい目",
    },
    weights={Build.FEMALE: 3, Build.MALE: 1, Build.ANDROGYNOUS: 2},
    upper=0.98,
    tilt=-1,
)
