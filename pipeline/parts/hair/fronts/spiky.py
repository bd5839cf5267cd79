"""A fringe in spikes."""

from __future__ import annotations

from functools import partial
from typing import Final

from pipeline.drawing.hair.clumps import Clumps
from pipeline.drawing.hair.fringes import Trim, fringe
from pipeline.drawing.hair.masses import Edge, MassStyle
from pipeline.parts.records import Crown, HairFrontStyle, HairKind
from pipeline.types.spec import HairFront

_EDGE: Edge = (
    ("n", -82, 0.92), ("t", -80, 1.26), ("n", -66, 0.98), ("t", -62, 1.34), ("n", -49, 0.88), ("t", -42, 1.20),
    ("n", -27, 0.80), ("t", -14, 1.18), ("n", -2, 0.80), ("t", 14, 1.26), ("n", 20, 0.86), ("t", 37, 1.16),
    ("n", 42, 0.92), ("t", 58, 1.32), ("n", 64, 1.00), ("t", 80, 1.28), ("n", 82, 0.92),
)  # fmt: skip
_CLUMPS: Clumps = (
    (34, 54, 1.30, 9.0, 5), (-30, -50, 1.32, 9.0, -5), (16, 30, 1.16, 10.0, 4), (-12, -26, 1.18, 10.0, -3),
    (0, 8, 1.28, 10.0, -6),
)  # fmt: skip

_FULL: Edge = (
    ("n", -82, 0.92), ("t", -78, 1.32), ("n", -66, 1.04), ("t", -58, 1.38), ("n", -46, 0.96), ("t", -31, 1.22),
    ("n", -20, 0.92), ("t", -3, 1.30), ("n", 8, 0.93), ("t", 29, 1.20), ("n", 36, 0.98), ("t", 57, 1.36),
    ("n", 65, 1.04), ("t", 79, 1.32), ("n", 82, 0.92),
)  # fmt: skip
_LARGE: Clumps = (
    (34, 56, 1.36, 11.0, 7), (-30, -52, 1.38, 11.0, -7), (18, 38, 1.22, 12.0, 8), (-14, -28, 1.24, 12.5, -7),
    (2, -4, 1.36, 12.5, 10),
)  # fmt: skip
"""Edge and clumps in larger masses."""

PART: Final = HairFrontStyle(
    HairFront.SPIKY,
    draw=partial(
        fringe,
        edge=_EDGE,
        style=MassStyle(bulge=0.12, cleft=0.3),
        light=0.0,
        clumps=_CLUMPS,
        cuts=(Trim(_FULL, _LARGE),),
    ),
    words={
        "en": "spiky bang, spiky fringe",
        "ja": "ツンツン前髪, とげとげ前髪",
    },
    kinds=(HairKind.SPIKY,),
    crown=Crown.TOUSLED,
)
