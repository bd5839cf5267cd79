"""Short hair whose crown stands up in spikes."""

from __future__ import annotations

from typing import Final

from pipeline.parts.hair.backs.short import draw_short
from pipeline.parts.records import Crown, HairBackStyle, HairKind
from pipeline.types.spec import Build, HairBack, HairFront, HairSide

PART: Final = HairBackStyle(
    HairBack.SPIKY,
    draw=draw_short,
    words={
        "en": "spiky hair back, spiky back, saiyan hair",
        "ja": "ツンツンヘア, ツンツン髪, とげとげヘア",
    },
    weights={Build.MALE: 3},
    kinds=(
        HairKind.SHORT,
        HairKind.SPIKY,
    ),
    fringes=None,
    fronts={HairFront.SPIKY: 4, HairFront.MESSY: 3, HairFront.CHOPPY: 1.5, HairFront.M_SHAPED: 0.8},
    sides={HairSide.SHORT: 4, HairSide.NONE: 2, HairSide.MEDIUM: 0.4},
    wave=(0.0, 0.1),
    mess=(0.2, 0.55),
    crown=Crown.SPIKES,
    cushion=True,
)
