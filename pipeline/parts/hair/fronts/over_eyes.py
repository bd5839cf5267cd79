"""A fringe so long that it hides both eyes."""

from __future__ import annotations

from functools import partial
from typing import Final

from pipeline.drawing.hair.clumps import Clumps
from pipeline.drawing.hair.fringes import fringe
from pipeline.drawing.hair.masses import Edge
from pipeline.drawing.pen import Layer
from pipeline.parts.records import Crown, HairFrontStyle, HairKind
from pipeline.types.spec import HairFront

_EDGE: Edge = (
    ("n", -80, 0.98), ("t", -66, 1.46), ("n", -60, 1.18), ("t", -53, 1.40), ("n", -45, 1.26), ("t", -36, 1.50),
    ("n", -27, 1.32), ("t", -18, 1.46), ("n", -9, 1.28), ("t", 0, 1.40), ("n", 8, 1.30), ("t", 20, 1.50),
    ("n", 29, 1.33), ("t", 39, 1.46), ("n", 47, 1.24), ("t", 54, 1.40), ("n", 60, 1.18), ("t", 66, 1.46), ("n", 80, 0.98),
)  # fmt: skip
_CLUMPS: Clumps = (
    (-38, -52, 1.46, 6.5, -6), (38, 56, 1.44, 6.0, 6), (-26, -32, 1.54, 8.0, -6), (26, 36, 1.50, 7.5, 6),
    (-12, -22, 1.45, 6.0, -3), (-2, 4, 1.42, 7.0, -3), (14, 20, 1.55, 7.5, 4), (-16, -10, 1.36, 3.0, 2),
)  # fmt: skip

PART: Final = HairFrontStyle(
    HairFront.OVER_EYES,
    draw=partial(fringe, edge=_EDGE, layer=Layer.HEAD_WEAR, clumps=_CLUMPS),
    words={
        "en": "hair over eyes, it covers his eyes, it covers her eyes, covers his eyes, covers her eyes, covers the eyes, falls over his eyes, falls over her eyes, falling in his eyes, falling in her eyes, hair in his eyes, hair in her eyes, hair falling over his eyes, hair falling over her eyes, bangs in her eyes, hair over eye, hair over both eyes, hair over face, hair covering eyes, "
        "hair covering both eyes, hair covering face, eyes covered by hair, hair covering her eyes, "
        "hair covering his eyes, hair covering her face, hair covering his face, hair over her eyes, "
        "hair over his eyes, hair in front of eyes, hair hiding eyes, bangs over eyes, bangs covering eyes, fringe over eyes, "
        "hidden eyes, covered eyes, eyes hidden, no eyes",
        "ja": "両目隠れ, 前髪で目が隠れている, 前髪で目が見えない, 目が見えない, 目が隠れた前髪, 目にかかる前髪",
    },
    kinds=(HairKind.LONG,),
    crown=Crown.SMOOTH,
)
