"""A bob: to the chin, its ends turned in."""

from __future__ import annotations

from functools import partial
from typing import Final

from pipeline.drawing.hair.falls import Fall, short_fall
from pipeline.parts.records import HairBackStyle, HairKind
from pipeline.types.spec import Build, HairBack, HairFront, HairSide

FALL: Final = Fall(
    side=((114, -10), (121, 36), (124, 78), (116, 112)),
    edge=(("t", 92, 142), ("n", 80, 122), ("t", 62, 138), ("n", 48, 124), ("t", 30, 136), ("n", 12, 126)),
    panel=((64, 100), (67, 60), (79, 10), (84, -40)),
    panel_edge=(
        ("t", 60, 136),
        ("c", 72, 128),
        ("n", 80, 108),
        ("c", 88, 134),
        ("t", 78, 152),
        ("c", 100, 140),
        ("n", 116, 112),
    ),
)
_FULL: Final = Fall(
    side=((115, -10), (123, 36), (126, 76), (122, 104)),
    edge=(("t", 106, 140), ("n", 86, 126), ("t", 68, 142), ("n", 44, 128), ("t", 24, 140), ("n", 8, 130)),
    panel=((67, 96), (68, 60), (79, 10), (84, -40)),
    panel_edge=(("t", 66, 138), ("n", 84, 114), ("t", 92, 152), ("n", 108, 122), ("t", 114, 140), ("n", 121, 102)),
    flicks=False,
    hook=-9.0,
)
"""Its shape in larger masses."""

PART: Final = HairBackStyle(
    HairBack.BOB,
    draw=partial(short_fall, shape=FALL, full=_FULL),
    words={
        "en": "bob, bob cut, bobcut, pageboy, pageboy cut, lob",
        "ja": "ボブ, ボブカット, ボブヘア, おかっぱ, おかっぱ頭",
    },
    weights={Build.FEMALE: 3, Build.ANDROGYNOUS: 3},
    kinds=(
        HairKind.SHORT,
        HairKind.MEDIUM,
        HairKind.WAVY,
    ),
    fronts={HairFront.BLUNT: 2.5},
    sides={HairSide.MEDIUM: 5, HairSide.SHORT: 2},
)
