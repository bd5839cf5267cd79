"""Loose hair to the shoulders."""

from __future__ import annotations

from functools import partial
from typing import Final

from pipeline.drawing.hair.falls import Fall, short_fall
from pipeline.parts.records import HairBackStyle, HairKind
from pipeline.types.spec import Build, HairBack, HairSide

FALL: Final = Fall(
    side=((115, -10), (121, 40), (117, 96), (124, 142), (136, 172)),
    edge=(
        ("t", 146, 194), ("n", 118, 170), ("t", 102, 210), ("n", 84, 180), ("t", 62, 206), ("n", 40, 184),
        ("t", 20, 202), ("n", 6, 186),
    ),
    panel=((70, 134), (64, 96), (68, 62), (78, 16), (84, -40)),
    panel_edge=(
        ("t", 60, 186), ("c", 78, 166), ("n", 85, 142), ("c", 98, 172), ("t", 96, 212), ("n", 112, 158),
        ("t", 146, 198), ("n", 135, 168),
    ),
    low=0.7,
    rate=1.8,
)  # fmt: skip
_FULL: Final = Fall(
    side=((115, -10), (122, 38), (119, 92), (122, 132), (132, 160)),
    edge=(
        ("t", 142, 194), ("n", 118, 172), ("t", 98, 210), ("n", 70, 184), ("t", 44, 208), ("n", 10, 188),
    ),
    panel=((72, 138), (64, 98), (68, 62), (78, 16), (84, -40)),
    panel_edge=(("t", 68, 186), ("n", 86, 148), ("t", 104, 214), ("n", 120, 164), ("t", 145, 198), ("c", 138, 180)),
    low=0.7,
    rate=1.8,
    hook=9.0,
)  # fmt: skip
"""Its shape in larger masses."""

PART: Final = HairBackStyle(
    HairBack.MEDIUM,
    draw=partial(short_fall, shape=FALL, full=_FULL),
    words={
        "en": "medium length hair, shoulder length hair, medium hair, mid length hair, shoulder length",
        "ja": "セミロング, ミディアム, ミディアムヘア, ミディアムヘアー, 肩までの髪",
    },
    weights={Build.FEMALE: 2.5, Build.MALE: 0.8, Build.ANDROGYNOUS: 2.5},
    kinds=(
        HairKind.MEDIUM,
        HairKind.WAVY,
        HairKind.LOOSE,
    ),
    sides={HairSide.MEDIUM: 5, HairSide.SHORT: 1.5, HairSide.LONG: 0.8},
)
