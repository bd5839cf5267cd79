"""Parted at the side and combed over."""

from __future__ import annotations

from functools import partial
from typing import Final

from pipeline.drawing.hair.clumps import Clumps
from pipeline.drawing.hair.fringes import Trim, fringe
from pipeline.drawing.hair.masses import Edge
from pipeline.parts.records import Crown, Fringes, HairFrontStyle
from pipeline.types.spec import HairFront

_EDGE: Edge = (
    ("n", -80, 0.96), ("t", -71, 1.42), ("n", -62, 1.06), ("t", -54, 1.24), ("c", -47, 0.93), ("n", -38, 0.76),
    ("c", -17, 0.82), ("c", 8, 0.92), ("c", 30, 1.05), ("t", 52, 1.34), ("n", 54, 1.14), ("c", 60, 1.26),
    ("t", 71, 1.54), ("n", 80, 0.96),
)  # fmt: skip
_CLUMPS: Clumps = (
    (-38, -58, 1.34, 7.0, -6), (-36, 68, 1.50, 8.0, 14), (-36, 52, 1.36, 12.0, 16), (-36, 30, 1.20, 10.0, 13),
    (-36, 8, 1.14, 7.0, 8), (-38, -50, 1.18, 4.0, -6),
)  # fmt: skip

_FULL: Edge = (
    ("n", -80, 0.96), ("t", -69, 1.46), ("n", -62, 1.14), ("t", -55, 1.34), ("c", -50, 1.08), ("c", -45, 0.94),
    ("n", -39, 0.84), ("c", -30, 0.89), ("c", -16, 0.98), ("t", 2, 1.13), ("n", 4, 1.03), ("c", 16, 1.08),
    ("t", 33, 1.22), ("n", 35, 1.10), ("c", 44, 1.20), ("t", 56, 1.46), ("n", 60, 1.20), ("t", 70, 1.52), ("n", 80, 0.96),
)  # fmt: skip
_LARGE: Clumps = (
    (-40, -60, 1.40, 8.0, -8), (-36, 66, 1.50, 10.0, 14), (-36, 48, 1.38, 13.0, 19), (-36, 24, 1.24, 12.5, 17),
    (-37, -2, 1.12, 7.0, 9),
)  # fmt: skip
"""Edge and clumps in larger masses."""

PART: Final = HairFrontStyle(
    HairFront.SIDE_PART,
    draw=partial(fringe, edge=_EDGE, part=-37.0, clumps=_CLUMPS, cuts=(Trim(_FULL, _LARGE),)),
    words={
        "en": "side part, side parted, parted to the side",
        "ja": "七三分け, 横分け, サイドパート",
    },
    weights={Fringes.SOFT: 1.5, Fringes.SHORT: 2},
    crown=Crown.SWEPT,
)
