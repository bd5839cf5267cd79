"""A fringe in the shape of an M: one lock between the eyes, the forehead free on both sides."""

from __future__ import annotations

from functools import partial
from typing import Final

from pipeline.drawing.hair.clumps import Clumps
from pipeline.drawing.hair.fringes import Trim, fringe
from pipeline.drawing.hair.masses import Edge
from pipeline.parts.records import Fringes, HairFrontStyle, HairKind
from pipeline.types.spec import HairFront

_EDGE: Edge = (
    ("n", -80, 0.96), ("t", -65, 1.44), ("n", -55, 1.08), ("t", -47, 1.27), ("c", -37, 1.0), ("n", -23, 0.80),
    ("c", -14, 0.97), ("t", -3, 1.33), ("n", 1, 1.12), ("t", 5, 1.24), ("c", 16, 0.98), ("n", 24, 0.80),
    ("c", 38, 1.0), ("t", 48, 1.27), ("n", 55, 1.08), ("t", 65, 1.42), ("n", 80, 0.96),
)  # fmt: skip
_CLUMPS: Clumps = (
    (-30, -50, 1.34, 9.0, -4), (32, 51, 1.32, 9.0, 4), (5, 12, 1.18, 5.0, 1), (-3, -3, 1.37, 8.0, -5),
)  # fmt: skip

_FULL: Edge = (
    ("n", -80, 0.96), ("t", -66, 1.46), ("n", -57, 1.14), ("t", -47, 1.32), ("c", -38, 1.10), ("n", -24, 0.89),
    ("c", -14, 1.02), ("t", -2, 1.36), ("n", 3, 1.15), ("t", 8, 1.24), ("c", 17, 1.03), ("n", 25, 0.89),
    ("c", 39, 1.10), ("t", 48, 1.32), ("n", 57, 1.14), ("t", 66, 1.44), ("n", 80, 0.96),
)  # fmt: skip
_LARGE: Clumps = (
    (-26, -54, 1.40, 11.0, -9), (27, 55, 1.38, 11.0, 9), (-24, -38, 1.22, 7.0, -7), (26, 40, 1.24, 7.5, 8),
    (6, 14, 1.20, 6.0, 3), (2, -4, 1.38, 9.5, 8),
)  # fmt: skip
"""Edge and clumps in larger masses."""

PART: Final = HairFrontStyle(
    HairFront.M_SHAPED,
    draw=partial(fringe, edge=_EDGE, clumps=_CLUMPS, cuts=(Trim(_FULL, _LARGE),)),
    words={
        "en": "m shaped bang, m bang, crossed bang, hair between eyes, hair between eye",
        "ja": "m字前髪, m字バング, クロス前髪",
    },
    weights={Fringes.SOFT: 1.2, Fringes.SHORT: 1.5},
    kinds=(HairKind.LONG,),
)
