"""A tousled fringe."""

from __future__ import annotations

from functools import partial
from typing import Final

from pipeline.drawing.hair.clumps import Clumps
from pipeline.drawing.hair.fringes import Trim, fringe
from pipeline.drawing.hair.masses import Edge, MassStyle
from pipeline.parts.records import Crown, Fringes, HairFrontStyle, HairKind
from pipeline.types.spec import HairFront

_EDGE: Edge = (
    ("n", -80, 0.94), ("t", -70, 1.30), ("n", -60, 1.06), ("t", -56, 1.38), ("n", -44, 0.96), ("t", -44, 1.18),
    ("n", -33, 0.92), ("t", -24, 1.24), ("n", -15, 0.90), ("t", -18, 1.10), ("n", -4, 0.93), ("t", 6, 1.26),
    ("n", 13, 0.95), ("t", 15, 1.14), ("n", 26, 0.92), ("t", 37, 1.22), ("n", 44, 1.00), ("t", 44, 1.20),
    ("n", 55, 1.00), ("t", 66, 1.36), ("n", 80, 0.94),
)  # fmt: skip
_CLUMPS: Clumps = (
    (34, 52, 1.34, 8.0, 5), (-34, -53, 1.36, 8.0, -5), (18, 32, 1.20, 9.0, 5), (-12, -30, 1.22, 10.0, -2),
    (10, 16, 1.12, 5.0, -4), (-6, 4, 1.34, 10.5, -8),
)  # fmt: skip

_FULL: Edge = (
    ("n", -80, 0.94), ("t", -68, 1.44), ("n", -58, 1.12), ("t", -45, 1.27), ("n", -37, 1.02), ("t", -19, 1.19),
    ("n", -11, 1.00), ("t", 6, 1.27), ("n", 13, 1.02), ("t", 27, 1.18), ("n", 33, 1.04), ("t", 50, 1.30),
    ("n", 58, 1.12), ("t", 68, 1.42), ("n", 80, 0.94),
)  # fmt: skip
_LARGE: Clumps = (
    (-36, -56, 1.40, 10.0, -7), (38, 57, 1.38, 10.0, 7), (24, 41, 1.26, 12.0, 9), (-20, -34, 1.24, 12.0, -8),
    (4, -6, 1.33, 13.0, 12), (12, 20, 1.20, 6.5, -5),
)  # fmt: skip
"""Edge and clumps in larger masses."""

PART: Final = HairFrontStyle(
    HairFront.MESSY,
    draw=partial(
        fringe, edge=_EDGE, style=MassStyle(bulge=0.14), light=0.0, clumps=_CLUMPS, cuts=(Trim(_FULL, _LARGE),)
    ),
    words={
        "en": "messy bang, messy fringe, tousled bang",
        "ja": "乱れ前髪, ぼさぼさ前髪",
    },
    weights={Fringes.SOFT: 0.8, Fringes.SHORT: 3},
    kinds=(HairKind.MESSY,),
    crown=Crown.TOUSLED,
)
