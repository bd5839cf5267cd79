"""An iris of two flat tones, without depth."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.face.pupils import round_pupil
from pipeline.parts.records import IrisStyle
from pipeline.types.spec import Iris

PART: Final = IrisStyle(
    Iris.FLAT,
    words={
        "en": "flat iris, empty eye, blank eye, solid eye, plain iris, no pupil, hollow eye",
        "ja": "ハイライトなし, ベタ目, 虚ろな目, うつろな目, 光のない目",
    },
    weight=0.8,
    pupil=round_pupil,
    flat=True,
)
