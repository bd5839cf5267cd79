"""A fringe cut in short uneven strands."""

from __future__ import annotations

from functools import partial
from typing import Final

from pipeline.drawing.hair.clumps import Clumps
from pipeline.drawing.hair.fringes import Trim, fringe
from pipeline.drawing.hair.masses import Edge, MassStyle
from pipeline.parts.records import Fringes, HairFrontStyle, HairKind
from pipeline.types.spec import HairFront

_EDGE: Edge = (
    ("n", -80, 0.96), ("t", -66, 1.26), ("t", -59, 1.22), ("n", -55, 1.02), ("t", -48, 1.13), ("t", -39, 1.16),
    ("n", -34, 0.98), ("t", -29, 1.08), ("t", -19, 1.10), ("n", -14, 0.96), ("t", -9, 1.05), ("t", 3, 1.12),
    ("n", 7, 0.97), ("t", 13, 1.10), ("t", 23, 1.06), ("n", 28, 0.96), ("t", 35, 1.14), ("t", 43, 1.10),
    ("n", 49, 1.0), ("t", 57, 1.22), ("t", 66, 1.26), ("n", 80, 0.96),
)  # fmt: skip
_CLUMPS: Clumps = (
    (-32, -46, 1.20, 9.0, -3), (30, 44, 1.22, 9.0, 3), (-12, -22, 1.14, 9.0, -3), (16, 22, 1.12, 8.0, 2),
    (0, 3, 1.24, 7.5, -4),
)  # fmt: skip

_FULL: Edge = (
    ("n", -80, 0.96), ("t", -66, 1.32), ("n", -57, 1.08), ("t", -48, 1.20), ("t", -37, 1.17), ("n", -32, 1.01),
    ("t", -23, 1.13), ("t", -12, 1.15), ("n", -7, 1.00), ("t", 2, 1.19), ("n", 9, 1.00), ("t", 18, 1.11),
    ("t", 29, 1.16), ("n", 34, 1.01), ("t", 46, 1.20), ("n", 54, 1.06), ("t", 65, 1.32), ("n", 80, 0.96),
)  # fmt: skip
_LARGE: Clumps = (
    (-32, -50, 1.26, 11.0, -5), (32, 50, 1.28, 11.0, 5), (-14, -27, 1.17, 11.0, -5), (18, 30, 1.18, 11.0, 6),
    (0, 6, 1.26, 9.0, -7),
)  # fmt: skip
"""Edge and clumps in larger masses."""

PART: Final = HairFrontStyle(
    HairFront.CHOPPY,
    draw=partial(
        fringe, edge=_EDGE, style=MassStyle(bulge=0.06, cleft=0.34), clumps=_CLUMPS, cuts=(Trim(_FULL, _LARGE),)
    ),
    words={
        "en": "choppy bang, choppy fringe, jagged bang, uneven bang",
        "ja": "ギザギザ前髪, ギザ前髪, シャギー",
    },
    weights={Fringes.SOFT: 0.6, Fringes.SHORT: 1.5},
    kinds=(
        HairKind.SHORT,
        HairKind.MESSY,
    ),
)
