"""A fringe of even points down to the brows."""

from __future__ import annotations

from functools import partial
from typing import Final

from pipeline.drawing.hair.clumps import Clumps
from pipeline.drawing.hair.fringes import fringe
from pipeline.drawing.hair.masses import Edge
from pipeline.parts.records import Fringes, HairFrontStyle, HairKind
from pipeline.types.spec import HairFront

_EDGE: Edge = (
    ("n", -80, 0.96), ("t", -63, 1.40), ("n", -53, 1.04), ("t", -38, 1.27), ("n", -27, 0.94), ("t", -15, 1.15),
    ("n", -10, 0.98), ("t", 2, 1.21), ("n", 8, 0.93), ("t", 22, 1.16), ("n", 30, 0.98), ("t", 43, 1.28),
    ("n", 53, 1.03), ("t", 64, 1.38), ("n", 80, 0.96),
)  # fmt: skip
_CLUMPS: Clumps = (
    (-30, -50, 1.36, 9.0, -6), (30, 49, 1.34, 9.5, 6), (14, 27, 1.20, 11.0, 4), (-18, -33, 1.22, 8.0, -2),
    (-9, -15, 1.16, 5.0, 2), (-5, 4, 1.36, 12.0, -9), (8, 13, 1.15, 3.6, 2),
)  # fmt: skip

PART: Final = HairFrontStyle(
    HairFront.STRAIGHT,
    draw=partial(fringe, edge=_EDGE, clumps=_CLUMPS),
    words={
        "en": "straight bang, straight fringe, even bang",
        "ja": "ストレート前髪, まっすぐな前髪",
    },
    weights={Fringes.SOFT: 3, Fringes.SHORT: 0.8},
    kinds=(HairKind.LONG,),
)
