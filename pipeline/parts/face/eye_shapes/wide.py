"""Eyes wide open."""

from __future__ import annotations

from typing import Final

from pipeline.parts.records import EyeShapeStyle
from pipeline.types.spec import Build, EyeShape

PART: Final = EyeShapeStyle(
    EyeShape.WIDE,
    words={
        "en": "wide eye, wide eyed, open eye, surprised eye",
        "ja": "大きく開いた目, 見開いた目, ぎょろ目, 目を見開いた",
    },
    weights={Build.FEMALE: 1},
    width=1.02,
    upper=1.12,
    lower=1.06,
    tilt=-0.1,
    iris=0.98,
)
