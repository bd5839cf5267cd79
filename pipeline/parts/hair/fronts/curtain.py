"""Curtain bangs: parted in the middle, long at the temples."""

from __future__ import annotations

from functools import partial
from typing import Final

from pipeline.drawing.hair.clumps import Clumps
from pipeline.drawing.hair.fringes import Trim, fringe
from pipeline.drawing.hair.masses import Edge, MassStyle
from pipeline.parts.records import Crown, Fringes, HairFrontStyle
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

_TENT: Final = Trim(
    (
        ("n", -80, 0.98), ("t", -67, 1.70), ("c", -56, 1.40), ("c", -41, 1.18), ("c", -24, 1.01), ("c", -10, 0.88),
        ("n", 0, 0.79), ("c", 10, 0.89), ("c", 24, 1.03), ("c", 41, 1.19), ("c", 56, 1.41), ("t", 67, 1.68), ("n", 80, 0.98),
    ),
    (
        (-1, -59, 1.54, 13.0, -21), (1, 60, 1.56, 13.0, 21), (1, 45, 1.31, 11.0, 17), (-1, -41, 1.27, 10.0, -17),
    ),
)  # fmt: skip
_ARCH: Final = Trim(
    (
        ("n", -80, 0.98), ("t", -65, 1.80), ("c", -57, 1.48), ("c", -49, 1.22), ("c", -37, 1.02), ("c", -22, 0.91),
        ("c", -8, 0.84), ("n", 0, 0.79), ("c", 8, 0.85), ("c", 22, 0.92), ("c", 37, 1.03), ("c", 49, 1.24),
        ("c", 57, 1.50), ("t", 65, 1.76), ("n", 80, 0.98),
    ),
    (
        (-1, -60, 1.66, 12.0, -25), (1, 61, 1.64, 12.5, 26), (-1, -52, 1.36, 10.0, -24), (1, 49, 1.40, 11.0, 23),
    ),
)  # fmt: skip
_ASIDE: Final = Trim(
    (
        ("n", -80, 0.98), ("t", -67, 1.66), ("c", -57, 1.36), ("c", -46, 1.10), ("c", -34, 0.95), ("c", -25, 0.87),
        ("n", -15, 0.80), ("c", -3, 0.88), ("c", 13, 0.98), ("c", 29, 1.11), ("c", 43, 1.29), ("t", 60, 1.74),
        ("n", 65, 1.32), ("t", 72, 1.54), ("n", 80, 0.98),
    ),
    (
        (-17, -60, 1.52, 11.0, -16), (-14, 63, 1.62, 13.0, 24), (-14, 45, 1.38, 12.5, 20), (-14, 20, 1.16, 6.0, 10),
    ),
    part=-15.0,
)  # fmt: skip
_THIN: Final = Trim(
    _ARCH.edge,
    (
        *_ARCH.clumps[:3], (1, 46, 1.46, 9.0, 22), (-1, -17, 1.17, 5.2, -11), (1, 13, 1.21, 5.4, 9),
    ),
)  # fmt: skip
"""Drawn together like a tent, hung in an arch, parted aside, and with the thin locks of a see-through fringe."""

PART: Final = HairFrontStyle(
    HairFront.CURTAIN,
    draw=partial(
        fringe, edge=_EDGE, part=0.0, style=MassStyle(cleft=0.5), clumps=_CLUMPS, cuts=(_TENT, _ARCH, _ASIDE, _THIN)
    ),
    words={
        "en": "curtain bang, curtained hair, curtain fringe",
        "ja": "カーテンバング, カーテン前髪, シースルーバング",
    },
    weights={Fringes.SOFT: 2, Fringes.SHORT: 1.2},
    crown=Crown.CURTAIN,
)
