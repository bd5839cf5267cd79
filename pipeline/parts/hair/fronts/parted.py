"""Parted in the middle."""

from __future__ import annotations

from functools import partial
from typing import Final

from pipeline.drawing.hair.clumps import Clumps
from pipeline.drawing.hair.fringes import Trim, fringe
from pipeline.drawing.hair.masses import Edge
from pipeline.parts.records import Crown, Fringes, HairFrontStyle
from pipeline.types.spec import HairFront

_EDGE: Edge = (
    ("n", -80, 0.96), ("t", -69, 1.48), ("n", -59, 1.14), ("t", -52, 1.32), ("n", -43, 1.02), ("t", -36, 1.15),
    ("c", -26, 0.98), ("c", -13, 0.86), ("n", 0, 0.77), ("c", 12, 0.85), ("c", 25, 0.97), ("t", 36, 1.13),
    ("n", 43, 1.02), ("t", 53, 1.34), ("n", 60, 1.14), ("t", 69, 1.46), ("n", 80, 0.96),
)  # fmt: skip
_CLUMPS: Clumps = (
    (-2, -63, 1.42, 9.0, -10), (2, 63, 1.40, 9.0, 10), (1, 46, 1.30, 12.0, 14), (-1, -44, 1.26, 13.0, -13),
    (-1, -26, 1.16, 8.0, -12), (1, 25, 1.20, 6.5, 11), (1, 9, 1.16, 3.2, 7),
)  # fmt: skip

_FULL: Edge = (
    ("n", -80, 0.96), ("t", -70, 1.50), ("n", -61, 1.20), ("t", -55, 1.40), ("n", -47, 1.16), ("t", -38, 1.27),
    ("c", -28, 1.12), ("c", -13, 0.97), ("n", 0, 0.83), ("c", 12, 0.96), ("c", 27, 1.11), ("t", 38, 1.25),
    ("n", 47, 1.15), ("t", 56, 1.42), ("n", 62, 1.20), ("t", 70, 1.48), ("n", 80, 0.96),
)  # fmt: skip
_LARGE: Clumps = (
    (-2, -64, 1.46, 9.0, -11), (2, 64, 1.44, 9.0, 11), (1, 50, 1.36, 12.0, 17), (-1, -48, 1.34, 13.0, -16),
    (-1, -32, 1.24, 9.5, -15), (1, 30, 1.22, 8.0, 14), (1, 12, 1.13, 3.2, 7),
)  # fmt: skip
"""Edge and clumps in larger masses."""

PART: Final = HairFrontStyle(
    HairFront.PARTED,
    draw=partial(fringe, edge=_EDGE, part=0.0, clumps=_CLUMPS, cuts=(Trim(_FULL, _LARGE),)),
    words={
        "en": "parted bang, middle part, middle parted, center part, centre part, hair parted",
        "ja": "センター分け, センターパート, 真ん中分け",
    },
    weights={Fringes.SOFT: 2, Fringes.SHORT: 1.5},
    crown=Crown.CURTAIN,
)
