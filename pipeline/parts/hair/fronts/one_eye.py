"""Hair that hangs over one eye."""

from __future__ import annotations

from functools import partial
from typing import Final

from pipeline.drawing.hair.clumps import Clumps
from pipeline.drawing.hair.fringes import Trim, fringe
from pipeline.drawing.hair.masses import Edge
from pipeline.drawing.pen import Layer
from pipeline.parts.records import Crown, Fringes, HairFrontStyle, HairKind
from pipeline.types.spec import HairFront

_EDGE: Edge = (
    ("n", -80, 0.98), ("t", -68, 1.44), ("n", -60, 1.06), ("t", -52, 1.22), ("c", -45, 0.94), ("n", -36, 0.76),
    ("c", -20, 0.88), ("c", -8, 1.06), ("c", 2, 1.30), ("t", 14, 1.62), ("n", 17, 1.42), ("c", 25, 1.50),
    ("t", 38, 1.76), ("n", 41, 1.46), ("c", 49, 1.54), ("t", 60, 1.70), ("n", 66, 1.20), ("n", 80, 0.98),
)  # fmt: skip
_CLUMPS: Clumps = (
    (-36, -58, 1.34, 6.0, -5), (-34, 62, 1.62, 8.0, 12), (-34, 42, 1.70, 9.0, 12), (-33, 22, 1.58, 7.0, 10),
)  # fmt: skip

_FULL: Edge = (
    ("n", -80, 0.98), ("t", -67, 1.50), ("n", -60, 1.16), ("t", -53, 1.34), ("c", -47, 1.05), ("c", -42, 0.90),
    ("n", -36, 0.80), ("c", -24, 0.90), ("c", -10, 1.06), ("c", 4, 1.28), ("c", 16, 1.50), ("t", 34, 1.80),
    ("n", 37, 1.56), ("c", 46, 1.62), ("t", 60, 1.84), ("n", 62, 1.40), ("t", 71, 1.56), ("n", 80, 0.98),
)  # fmt: skip
_LARGE: Clumps = (
    (-37, -58, 1.44, 8.0, -7), (-35, 64, 1.66, 11.0, 15), (-35, 46, 1.78, 14.0, 18), (-35, 22, 1.56, 13.0, 15),
)  # fmt: skip
"""Edge and clumps in larger masses."""

PART: Final = HairFrontStyle(
    HairFront.ONE_EYE,
    draw=partial(fringe, edge=_EDGE, part=-35.0, layer=Layer.HEAD_WEAR, clumps=_CLUMPS, cuts=(Trim(_FULL, _LARGE),)),
    words={
        "en": "hair over one eye, bang over one eye, bangs over one eye, fringe over one eye, one eye covered, one covered eye, hair covering one eye, bangs covering one eye, bangs covering left eye, bangs covering right eye, hair covering left eye, hair covering right eye, bangs covering her left eye, bangs covering her right eye, hair covering her left eye, hair covering her right eye, bangs over left eye, bangs over right eye, hair over left eye, hair over right eye, emo bang, emo fringe",
        "ja": "メカクレ, 片目隠れ, 左目だけ隠れた, 右目だけ隠れた, 片目が隠れた, 左目が隠れた, 右目が隠れた, 片目が隠れて, 片目だけ隠れた, 片目を隠した, 目隠れ, 片メカクレ",
    },
    weights={Fringes.SOFT: 0.3, Fringes.SHORT: 0.3},
    kinds=(HairKind.LONG,),
    crown=Crown.SMOOTH,
)
