"""Short hair that ends above the chin."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Final

from pipeline.drawing.hair.falls import Fall, short_fall
from pipeline.drawing.hair.kit import HairKit
from pipeline.drawing.hair.sleek import draw_nape
from pipeline.parts.records import Crown, Fringes, HairBackStyle, HairKind
from pipeline.types.spec import Build, HairBack, HairSide

_FALL: Final = Fall(
    side=((107, -16), (109, 18), (104, 48)),
    edge=(("t", 98, 78), ("n", 84, 62), ("t", 74, 92), ("n", 58, 74), ("t", 44, 96), ("n", 20, 84)),
    panel=((82, 30), (84, 4), (84, -40)),
    panel_edge=(("t", 80, 58), ("n", 89, 36), ("t", 96, 72), ("n", 102, 44)),
)
_LAYERED: Final = Fall(
    side=((107, -16), (109, 18), (104, 48)),
    edge=(
        ("t", 104, 66), ("n", 92, 52), ("t", 94, 88), ("n", 80, 70), ("t", 76, 108), ("n", 64, 88), ("t", 54, 118),
        ("n", 44, 92), ("t", 24, 112), ("n", 8, 92),
    ),
    panel=((82, 30), (84, 4), (84, -40)),
    panel_edge=(("t", 79, 62), ("n", 86, 34), ("t", 90, 70), ("n", 95, 38), ("t", 104, 62), ("n", 106, 34)),
)  # fmt: skip

_MASSED: Final = Fall(
    side=((110, -18), (113, 10), (108, 40)),
    edge=(
        ("t", 98, 70),
        ("n", 84, 62),
        ("t", 74, 94),
        ("n", 54, 82),
        ("t", 42, 114),
        ("n", 16, 100),
        ("t", 8, 110),
        ("n", 4, 104),
    ),
    panel=((82, 30), (84, 4), (84, -40)),
    panel_edge=(("t", 79, 62), ("n", 92, 40), ("t", 93, 82), ("n", 108, 42)),
    hook=-12.0,
)

_CLEAR: Final = replace(
    _MASSED,
    panel=((100, 34), (100, 4), (96, -40)),
    panel_edge=(("t", 96, 74), ("n", 111, 32)),
)
"""Hair of a fall that leaves the ears free."""

_CUT: Final = Fall(
    side=((108, -18), (107, 4), (101, 30)),
    edge=(
        ("t", 95, 66), ("n", 86, 56), ("t", 78, 92), ("n", 68, 76), ("t", 60, 110), ("n", 48, 94), ("t", 38, 115),
        ("n", 18, 100), ("t", 8, 110), ("n", 4, 104),
    ),
    panel=((82, 30), (84, 4), (84, -40)),
    panel_edge=(("t", 79, 50), ("n", 87, 30), ("t", 91, 66), ("n", 97, 34), ("t", 106, 54), ("n", 103, 22)),
    hook=3.0,
)  # fmt: skip
"""A man's: its outline draws in from the temples to the nape in steps, whose tips point out."""
_CUT_CLEAR: Final = replace(
    _CUT,
    panel=((99, 30), (99, 4), (95, -40)),
    panel_edge=(("t", 93, 58), ("n", 99, 34), ("t", 106, 52), ("n", 103, 22)),
)


def _ears_show(kit: HairKit) -> bool:
    """Men's ears are free about as often as not."""
    return kit.spec.build is Build.MALE and random.Random(kit.spec.seed * 53 + 5).random() < 0.5


def draw_short(kit: HairKit) -> None:
    """Short hair all round, in layers where the edition draws locks; spiky hair falls so too."""
    if kit.sleek:
        draw_nape(kit)
        return
    clear = kit.spec.hair_side is HairSide.NONE or _ears_show(kit)
    cut, clear_cut = (_CUT, _CUT_CLEAR) if kit.spec.build is Build.MALE else (_MASSED, _CLEAR)
    massed = clear_cut if clear else cut
    short_fall(kit, massed if kit.art.massed else _LAYERED if kit.art.locks else _FALL)


PART: Final = HairBackStyle(
    HairBack.SHORT,
    draw=draw_short,
    words={
        "en": "short cut, shortcut, pixie cut, pixie, boy cut, boyish cut, crop cut, cropped hair, very short hair",
        "ja": "ショートカット, ベリーショート, ショートヘア, ショートヘアー, 短髪, ボーイッシュヘア, ショート髪",
    },
    weights={Build.FEMALE: 0.7, Build.MALE: 6, Build.ANDROGYNOUS: 2},
    kinds=(HairKind.SHORT, HairKind.WAVY),
    fringes=Fringes.SHORT,
    sides={HairSide.SHORT: 5, HairSide.NONE: 1.5, HairSide.MEDIUM: 0.6},
    wave=(0.0, 0.25),
    mess=(0.2, 0.55),
    crown=Crown.CROPPED,
    cushion=True,
)
