"""Loose long hair in waves."""

from __future__ import annotations

from functools import partial
from typing import Final

from pipeline.drawing.hair.falls import Fall, long_fall
from pipeline.parts.records import HairBackStyle, HairKind
from pipeline.types.spec import Build, HairBack, HairFront

FALL: Final = Fall(
    side=((116, -10), (130, 44), (124, 104), (144, 170), (136, 240), (158, 306)),
    edge=(
        ("t", 166, 350), ("n", 138, 322), ("t", 132, 374), ("n", 104, 338), ("t", 84, 384), ("n", 58, 342),
        ("t", 30, 378), ("n", 8, 348),
    ),
    panel=((72, 196), (64, 140), (76, 84), (76, 24), (84, -40)),
    panel_edge=(
        ("t", 66, 296), ("c", 84, 262), ("n", 88, 226), ("c", 104, 282), ("t", 100, 344), ("c", 124, 312),
        ("n", 122, 262), ("t", 164, 356), ("n", 156, 304),
    ),
    low=0.35,
    rate=1.3,
)  # fmt: skip
_FULL: Final = Fall(
    side=((116, -10), (130, 44), (124, 104), (144, 170), (136, 240), (156, 304)),
    edge=(
        ("t", 162, 352), ("n", 130, 324), ("t", 118, 382), ("n", 74, 340), ("t", 44, 384), ("n", 8, 348),
    ),
    panel=((74, 196), (64, 140), (76, 84), (76, 24), (84, -40)),
    panel_edge=(("t", 74, 292), ("n", 92, 226), ("t", 114, 350), ("n", 128, 262), ("t", 166, 356), ("c", 163, 335)),
    low=0.35,
    rate=1.3,
    hook=14.0,
)  # fmt: skip
"""Its shape in larger masses."""

PART: Final = HairBackStyle(
    HairBack.LONG_WAVY,
    draw=partial(long_fall, shape=FALL, full=_FULL),
    words={
        "en": "long waves, mermaid hair, beach waves",
        "ja": "ロングウェーブ, ウェーブロング, ゆるふわロング, ゆるふわ, ゆるふわヘア",
    },
    weights={Build.FEMALE: 2.5},
    kinds=(
        HairKind.LONG,
        HairKind.WAVY,
        HairKind.LOOSE,
    ),
    fronts={HairFront.STRAIGHT: 1.2, HairFront.CURTAIN: 3.5, HairFront.BLUNT: 0.4},
    wave=(0.55, 0.95),
)
