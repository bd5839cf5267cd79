"""A fringe in spikes."""

from __future__ import annotations

from functools import partial
from typing import Final

from pipeline.drawing.hair.clumps import Clumps
from pipeline.drawing.hair.fringes import fringe
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

PART: Final = HairFrontStyle(
    HairFront.SPIKY,
    draw=partial(fringe, edge=_EDGE, style=MassStyle(bulge=0.12, cleft=0.3), light=0.0, clumps=_CLUMPS),
    words={
        "en": "spiky bang, spiky fringe",
        "ja": "ツンツン前髪, とげとげ前髪",
    },
    kinds=(HairKind.SPIKY,),
    crown=Crown.TOUSLED,
)
