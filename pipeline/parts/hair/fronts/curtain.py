"""Curtain bangs: parted in the middle, long at the temples."""

from __future__ import annotations

from functools import partial
from typing import Final

from pipeline.drawing.hair.clumps import Clumps
from pipeline.drawing.hair.fringes import fringe
from pipeline.drawing.hair.masses import Edge, MassStyle
from pipeline.parts.records import Fringes, HairFrontStyle
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

PART: Final = HairFrontStyle(
    HairFront.CURTAIN,
    draw=partial(fringe, edge=_EDGE, part=0.0, style=MassStyle(cleft=0.5), clumps=_CLUMPS),
    words={
        "en": "curtain bang, curtained hair, curtain fringe",
        "ja": "カーテンバング, カーテン前髪, シースルーバング",
    },
    weights={Fringes.SOFT: 2, Fringes.SHORT: 1.2},
)
