"""An iris that grows light toward its foot."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.face.pupils import round_pupil
from pipeline.parts.records import IrisStyle
from pipeline.types.spec import Iris

PART: Final = IrisStyle(
    Iris.GRADIENT,
    words={
        "en": "gradient eye, gradient iris, detailed eye, beautiful detailed eye",
        "ja": "グラデーション目, グラデーションの瞳, グラデ瞳",
    },
    weight=6.5,
    pupil=round_pupil,
)
