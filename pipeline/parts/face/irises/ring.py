"""An iris with a bright ring."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.face.pupils import round_pupil
from pipeline.parts.records import IrisStyle
from pipeline.types.spec import Iris

PART: Final = IrisStyle(
    Iris.RING,
    words={
        "en": "ringed eye, ring iris, ring eye, concentric eye",
        "ja": "輪の瞳, リング目, リング瞳",
    },
    weight=1.6,
    pupil=round_pupil,
    ringed=True,
)
