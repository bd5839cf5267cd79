"""Short hair set in waves, as grandmothers wear it."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.hair.waves import draw_waves
from pipeline.parts.records import HairBackStyle, HairKind
from pipeline.types.spec import Build, HairBack, HairFront

PART: Final = HairBackStyle(
    HairBack.SET_WAVES,
    draw=draw_waves,
    words={
        "en": "set waves, set hair, finger waves, roller set, set curls, grandma hair, hair in rollers",
        "ja": "セットヘア, フィンガーウェーブ, おばあちゃんパーマ, ばあちゃんパーマ",
    },
    weights={Build.FEMALE: 0.02},
    kinds=(HairKind.SHORT,),
    fringes=None,
    fronts={HairFront.SIDE_PART: 1},
    wave=(0.6, 0.9),
    sidelocks=False,
    whole=True,
)
