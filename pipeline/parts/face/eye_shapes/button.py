"""Large round eyes that the iris fills: a plush animal's."""

from __future__ import annotations

from typing import Final

from pipeline.parts.records import EyeShapeStyle
from pipeline.types.spec import EyeShape

PART: Final = EyeShapeStyle(
    EyeShape.BUTTON,
    words={
        "en": "button eye, beady eye, plush eye",
        "ja": "ボタンの目, 黒目がちな目",
    },
    weights={},
    width=0.94,
    upper=1.12,
    lower=1.08,
    iris=1.24,
)
