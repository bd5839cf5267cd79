"""A hairline that has gone back at the temples."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.hair.combed import comb_back, sleek_hairline
from pipeline.drawing.hair.kit import HairKit
from pipeline.parts.records import Crown, HairFrontStyle
from pipeline.types.spec import HairFront

_HAIRLINE: Final = (
    (82, 1.12), (70, 1.15), (59, 1.18), (55, 1.08), (51, 0.94), (46, 0.78), (37, 0.67), (26, 0.66), (13, 0.75), (0, 0.785)
)  # fmt: skip

_SLEEK: Final = (
    (1.14, 0.86), (1.05, 0.76), (0.95, 0.67), (0.8, 0.60), (0.6, 0.575), (0.4, 0.64), (0.2, 0.735), (0, 0.765)
)  # fmt: skip
"""The same where hair lies close; shares of the way to the temple for degrees."""


def draw(kit: HairKit) -> None:
    """Hair combed back from bays above the temples."""
    comb_back(kit, sleek_hairline(kit, _SLEEK) if kit.sleek else _HAIRLINE, ())


PART: Final = HairFrontStyle(
    HairFront.RECEDING,
    draw=draw,
    words={
        "en": "receding hairline, hairline receding, receding hair, thinning hair, thinning, receding, balding hairline, high forehead, widow's peak, widows peak",
        "ja": "生え際, 薄毛, 薄い髪, 後退した生え際",
    },
    crown=Crown.SMOOTH,
    forehead=True,
)
