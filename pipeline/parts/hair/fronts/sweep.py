"""Swept from one side across the forehead."""

from __future__ import annotations

from functools import partial
from typing import Final

from pipeline.drawing.hair.clumps import Clumps
from pipeline.drawing.hair.fringes import Trim, fringe
from pipeline.drawing.hair.masses import Edge
from pipeline.parts.records import Crown, Fringes, HairFrontStyle
from pipeline.types.spec import HairFront

_EDGE: Edge = (
    ("n", -80, 0.96), ("t", -67, 1.38), ("n", -58, 1.04), ("t", -51, 1.20), ("c", -44, 0.96), ("n", -34, 0.78),
    ("c", -20, 0.88), ("c", -7, 0.99), ("t", 7, 1.17), ("n", 10, 1.02), ("c", 18, 1.09), ("t", 33, 1.25),
    ("n", 36, 1.07), ("c", 44, 1.17), ("t", 59, 1.43), ("n", 60, 1.13), ("t", 70, 1.40), ("n", 80, 0.96),
)  # fmt: skip
_CLUMPS: Clumps = (
    (-34, -56, 1.30, 6.0, -5), (-32, 60, 1.40, 8.0, 14), (-32, 36, 1.28, 10.0, 13), (-32, 11, 1.20, 8.5, 8),
)  # fmt: skip

_FULL: Edge = (
    ("n", -80, 0.96), ("t", -68, 1.48), ("n", -60, 1.14), ("t", -54, 1.34), ("c", -48, 1.10), ("c", -43, 0.95),
    ("n", -36, 0.85), ("c", -28, 0.94), ("c", -18, 1.04), ("t", -5, 1.25), ("n", 1, 1.03), ("c", 9, 1.08),
    ("t", 20, 1.18), ("n", 24, 1.03), ("c", 31, 1.10), ("t", 41, 1.28), ("n", 45, 1.10), ("t", 58, 1.46), ("n", 61, 1.16),
    ("t", 70, 1.44), ("n", 80, 0.96),
)  # fmt: skip
_LARGE: Clumps = (
    (-37, -59, 1.42, 8.5, -8), (-33, 64, 1.46, 10.0, 14), (-34, 42, 1.36, 12.0, 16), (-35, 15, 1.28, 11.5, 15),
    (-36, -12, 1.18, 7.0, 9), (-37, -50, 1.20, 4.0, -5),
)  # fmt: skip
"""Edge and clumps in larger masses."""

PART: Final = HairFrontStyle(
    HairFront.SWEEP,
    draw=partial(fringe, edge=_EDGE, part=-33.0, clumps=_CLUMPS, cuts=(Trim(_FULL, _LARGE),)),
    words={
        "en": "swept bang, side swept bang, side swept, asymmetrical bang, side bang, diagonal bang",
        "ja": "流し前髪, 斜め前髪, アシンメトリー, ななめ前髪",
    },
    weights={Fringes.SOFT: 2.5, Fringes.SHORT: 2.5},
    crown=Crown.SWEPT,
)
