"""A crew cut: a short brush on top, faded at the sides."""

from __future__ import annotations

from functools import partial
from typing import Final

from pipeline.drawing.hair.crops import draw_crop
from pipeline.parts.records import HairBackStyle
from pipeline.types.spec import Build, HairBack, HairFront

PART: Final = HairBackStyle(
    HairBack.CREW_CUT,
    draw=partial(draw_crop, bare=0.12),
    words={
        "en": "crew cut, crewcut, ivy league cut, butch cut, flattop, flat top, french crop, short back and sides",
        "ja": "クルーカット, スポーツ刈り, 角刈り, スポーツ刈",
    },
    weights={Build.MALE: 0.02},
    fringes=None,
    fronts={HairFront.SWEPT_BACK: 1},
    wave=(0.0, 0.1),
    sidelocks=False,
    whole=True,
)
