"""Curtain bangs: parted in the middle, long at the temples."""

from __future__ import annotations

from functools import partial
from typing import Final

from pipeline.drawing.hair.clumps import Clumps
from pipeline.drawing.hair.fringes import fringe
from pipeline.drawing.hair.masses import Edge, MassStyle
from pipeline.parts.records import Crown, Fringes, HairFrontStyle
from pipeline.types.spec import HairFront

_EDGE: Edge = (
    ("n", -82, 0.98), ("t", -74, 1.72), ("n", -66, 1.30), ("t", -61, 1.52), ("c", -54, 1.20), ("c", -40, 0.98),
    ("c", -20, 0.83), ("n", 0, 0.74), ("c", 20, 0.83), ("c", 40, 0.98), ("c", 54, 1.20), ("t", 61, 1.54),
    ("n", 66, 1.30), ("t", 74, 1.70), ("n", 82, 0.98),
)  # fmt: skip
_CLUMPS: Clumps = (
    (-2, -69, 1.64, 9.0, -12), (2, 69, 1.62, 9.0, 12), (-1, -54, 1.42, 12.0, -18), (1, 54, 1.44, 11.0, 18),
    (1, 38, 1.22, 8.0, 15), (-1, -33, 1.18, 7.0, -14), (-1, -10, 1.14, 2.8, -7),
)  # fmt: skip

_FULL: Edge = (
    ("n", -80, 0.98), ("t", -67, 1.70), ("c", -56, 1.40), ("c", -41, 1.18), ("c", -24, 1.01), ("c", -10, 0.88),
    ("n", 0, 0.79), ("c", 10, 0.89), ("c", 24, 1.03), ("c", 41, 1.19), ("c", 56, 1.41), ("t", 67, 1.68), ("n", 80, 0.98),
)  # fmt: skip
_LARGE: Clumps = (
    (-1, -59, 1.54, 13.0, -21), (1, 60, 1.56, 13.0, 21), (1, 45, 1.31, 11.0, 17), (-1, -41, 1.27, 10.0, -17),
    (-1, -15, 1.12, 3.2, -7),
)  # fmt: skip
"""Edge and clumps in larger masses."""

PART: Final = HairFrontStyle(
    HairFront.CURTAIN,
    draw=partial(fringe, edge=_EDGE, part=0.0, style=MassStyle(cleft=0.5), clumps=_CLUMPS, full=(_FULL, _LARGE)),
    words={
        "en": "curtain bang, curtained hair, curtain fringe",
        "ja": "カーテンバング, カーテン前髪, シースルーバング",
    },
    weights={Fringes.SOFT: 2, Fringes.SHORT: 1.2},
    crown=Crown.CURTAIN,
)
