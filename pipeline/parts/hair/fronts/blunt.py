"""A fringe cut straight across over the eyes."""

from __future__ import annotations

from functools import partial
from typing import Final

from pipeline.drawing.hair.clumps import Clumps
from pipeline.drawing.hair.fringes import fringe
from pipeline.drawing.hair.masses import Edge, MassStyle
from pipeline.parts.records import Fringes, HairFrontStyle, HairKind
from pipeline.types.spec import HairFront

_EDGE: Edge = (
    ("n", -80, 0.98), ("t", -66, 1.30), ("n", -58, 1.09), ("t", -54, 1.13), ("t", -34, 1.10), ("n", -31, 1.03),
    ("t", -28, 1.09), ("t", -11, 1.085), ("n", -8, 1.02), ("t", -5, 1.085), ("t", 12, 1.09), ("n", 15, 1.02),
    ("t", 18, 1.09), ("t", 35, 1.10), ("n", 38, 1.03), ("t", 41, 1.105), ("t", 55, 1.13), ("n", 58, 1.08),
    ("t", 66, 1.30), ("n", 80, 0.98),
)  # fmt: skip
_CLUMPS: Clumps = (
    (-34, -52, 1.22, 6.0, -3), (34, 52, 1.20, 6.0, 3), (-15, -24, 1.13, 7.0, -3), (15, 25, 1.13, 5.5, 2),
    (-5, -7, 1.15, 4.0, 2), (8, 11, 1.13, 6.5, -2), (-23, -35, 1.12, 3.0, -2), (2, 2, 1.13, 2.4, -1),
)  # fmt: skip

PART: Final = HairFrontStyle(
    HairFront.BLUNT,
    draw=partial(fringe, edge=_EDGE, style=MassStyle(bulge=0.05, cleft=0.30, shade=0.10), clumps=_CLUMPS, even=True),
    words={
        "en": "blunt bang, blunt fringe, full bang, full fringe",
        "ja": "ぱっつん, 前髪ぱっつん, ぱっつん前髪, パッツン",
    },
    weights={Fringes.SOFT: 1.2},
    kinds=(HairKind.SHORT,),
)
