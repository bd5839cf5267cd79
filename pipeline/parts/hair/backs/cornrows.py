"""Braids close to the head, from the hairline back."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.hair.cornrows import draw_cornrows
from pipeline.parts.records import HairBackStyle
from pipeline.types.spec import Build, HairBack, HairFront

PART: Final = HairBackStyle(
    HairBack.CORNROWS,
    draw=draw_cornrows,
    words={
        "en": "cornrows, cornrow, corn rows, cane rows, canerows, boxer braid",
        "ja": "コーンロウ, コーンロー",
    },
    weights={Build.MALE: 0.03},
    fringes=None,
    fronts={HairFront.SWEPT_BACK: 1},
    wave=(0.0, 0.2),
    sidelocks=False,
    whole=True,
)
