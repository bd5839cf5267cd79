"""A wolf cut: layers that flick out at the neck."""

from __future__ import annotations

from functools import partial
from typing import Final

from pipeline.drawing.hair.falls import Fall, short_fall
from pipeline.parts.records import Crown, HairBackStyle
from pipeline.types.spec import Build, HairBack, HairFront, HairSide

FALL: Final = Fall(
    side=((116, -16), (124, 22), (130, 54)),
    edge=(
        ("t", 146, 84), ("n", 112, 70), ("t", 130, 128), ("n", 98, 112), ("t", 108, 172), ("n", 74, 148),
        ("t", 66, 192), ("n", 40, 164), ("t", 22, 190), ("n", 6, 170),
    ),
    panel=((74, 56), (80, 16), (84, -40)),
    panel_edge=(("t", 74, 112), ("n", 86, 72), ("t", 100, 132), ("n", 104, 62), ("t", 138, 88), ("n", 122, 46)),
    low=0.85,
)  # fmt: skip
_FULL: Final = Fall(
    side=((115, -16), (116, 30), (108, 84), (106, 122)),
    edge=(("t", 132, 174), ("n", 96, 150), ("t", 86, 196), ("n", 56, 168), ("t", 42, 194), ("n", 8, 176)),
    panel=((77, 50), (80, 16), (84, -40)),
    panel_edge=(("t", 74, 106), ("n", 92, 72), ("t", 108, 132), ("n", 108, 84), ("t", 146, 100), ("c", 131, 72)),
    low=0.85,
    flicks=False,
    hook=11.0,
    panel_side=((117, -18), (124, 14), (127, 44)),
)
"""Its shape in larger masses."""

PART: Final = HairBackStyle(
    HairBack.WOLF,
    draw=partial(short_fall, shape=FALL, full=_FULL),
    words={
        "en": "wolf cut, wolfcut, mullet, shag cut, shaggy cut, layered cut",
        "ja": "ウルフカット, ウルフヘア, ウルフ, マレット",
    },
    weights={Build.FEMALE: 1, Build.MALE: 1.8, Build.ANDROGYNOUS: 3},
    fringes=None,
    fronts={HairFront.CHOPPY: 3, HairFront.MESSY: 2, HairFront.CURTAIN: 2, HairFront.SWEEP: 1, HairFront.M_SHAPED: 1},
    sides={HairSide.MEDIUM: 4, HairSide.SHORT: 2},
    mess=(0.2, 0.55),
    crown=Crown.TOUSLED,
)
