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
    side=((115, -10), (123, 36), (127, 74), (125, 100), (117, 125)),
    edge=(
        ("c", 104, 141),
        ("t", 82, 147),
        ("n", 64, 140),
        ("t", 46, 147),
        ("n", 26, 142),
        ("t", 14, 147),
        ("n", 5, 143),
    ),
    panel=((66, 96), (68, 60), (79, 10), (84, -40)),
    panel_edge=(("t", 55, 136), ("n", 80, 134), ("t", 62, 153), ("c", 82, 152), ("c", 103, 142)),
    flicks=False,
    hook=-8.0,
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
    kinds=(HairKind.MEDIUM, HairKind.WAVY),
    fronts={HairFront.BLUNT: 2.5},
    sides={HairSide.MEDIUM: 5, HairSide.SHORT: 2},
)
