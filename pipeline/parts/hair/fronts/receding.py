"""A hairline that has gone back at the temples."""

from __future__ import annotations

from functools import partial
from typing import Final

from pipeline.drawing.hair.combed import comb_back
from pipeline.parts.records import Crown, HairFrontStyle
from pipeline.types.spec import HairFront

_HAIRLINE: Final = (
    (82, 1.12), (70, 1.15), (59, 1.18), (55, 1.08), (51, 0.94), (46, 0.78), (37, 0.67), (26, 0.66), (13, 0.75), (0, 0.785)
)  # fmt: skip

PART: Final = HairFrontStyle(
    HairFront.RECEDING,
    draw=partial(comb_back, half=_HAIRLINE, loose=()),
    words={
        "en": "receding hairline, hairline receding, receding hair, thinning hair, widow's peak, widows peak",
        "ja": "生え際, 薄毛, 薄い髪, 後退した生え際",
    },
    crown=Crown.SMOOTH,
    forehead=True,
)
