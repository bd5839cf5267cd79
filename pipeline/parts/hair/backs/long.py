"""Loose long hair, nearly straight."""

from __future__ import annotations

from functools import partial
from typing import Final

from pipeline.drawing.hair.falls import Fall, long_fall
from pipeline.parts.records import HairBackStyle, HairKind
from pipeline.types.spec import Build, HairBack

FALL: Final = Fall(
    side=((115, -10), (121, 44), (117, 110), (124, 180), (142, 250), (152, 320)),
    edge=(
        ("t", 160, 372), ("n", 134, 330), ("t", 118, 392), ("n", 96, 340), ("t", 80, 384), ("n", 52, 346),
        ("t", 28, 390), ("n", 8, 350),
    ),
    panel=((74, 210), (62, 150), (66, 92), (77, 20), (84, -40)),
    panel_edge=(
        ("t", 62, 292), ("c", 80, 262), ("n", 88, 222), ("c", 100, 270), ("t", 96, 338), ("c", 112, 308),
        ("n", 116, 252), ("c", 128, 300), ("t", 156, 378), ("n", 150, 312),
    ),
    low=0.35,
    rate=1.35,
)  # fmt: skip
_FULL: Final = Fall(
    side=((115, -10), (122, 44), (118, 110), (124, 180), (140, 250), (148, 316)),
    edge=(
        ("t", 154, 372), ("n", 124, 336), ("t", 106, 396), ("n", 66, 348), ("t", 38, 390), ("n", 8, 354),
    ),
    panel=((76, 210), (63, 150), (66, 92), (77, 20), (84, -40)),
    panel_edge=(("t", 70, 286), ("n", 92, 224), ("t", 108, 346), ("n", 124, 262), ("t", 156, 378), ("c", 153, 350)),
    low=0.35,
    rate=1.35,
    hook=12.0,
)  # fmt: skip
"""Its shape in larger masses."""

PART: Final = HairBackStyle(
    HairBack.LONG,
    draw=partial(long_fall, shape=FALL, full=_FULL),
    words={
        "en": "flowing hair, flowing long hair",
        "ja": "ストレートロング, ロングストレート, 黒髪ロングヘア",
    },
    weights={Build.FEMALE: 4, Build.MALE: 0.25, Build.ANDROGYNOUS: 1.2},
    kinds=(
        HairKind.LONG,
        HairKind.LOOSE,
    ),
)
