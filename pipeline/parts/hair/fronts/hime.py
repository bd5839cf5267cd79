"""A princess's fringe: cut straight, above the brows."""

from __future__ import annotations

from functools import partial
from typing import Final

from pipeline.drawing.hair.clumps import Clumps
from pipeline.drawing.hair.fringes import fringe
from pipeline.drawing.hair.masses import Edge, MassStyle
from pipeline.parts.records import Crown, HairFrontStyle
from pipeline.types.spec import HairFront

_EDGE: Edge = (
    ("n", -80, 0.98), ("t", -60, 1.06), ("t", -40, 1.06), ("n", -37, 1.0), ("t", -34, 1.055), ("t", -14, 1.045),
    ("n", -11, 0.98), ("t", -8, 1.045), ("t", 13, 1.045), ("n", 16, 0.98), ("t", 19, 1.05), ("t", 40, 1.06),
    ("n", 43, 1.0), ("t", 46, 1.06), ("t", 61, 1.06), ("n", 80, 0.98),
)  # fmt: skip
_CLUMPS: Clumps = (
    (-9, -14, 1.13, 3.2, 1), (11, 15, 1.12, 2.6, -1), (24, 33, 1.13, 2.8, 2), (-20, -30, 1.13, 2.4, -2),
    (1, 2, 1.13, 2.2, -1),
)  # fmt: skip

PART: Final = HairFrontStyle(
    HairFront.HIME,
    draw=partial(fringe, edge=_EDGE, style=MassStyle(bulge=0.04, cleft=0.24, shade=0.08), clumps=_CLUMPS, even=True),
    words={
        "en": "hime bang, hime fringe, princess bang",
        "ja": "姫前髪",
    },
    crown=Crown.SMOOTH,
)
