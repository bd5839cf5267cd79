"""A bun at the nape."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.hair.kit import HairKit
from pipeline.drawing.hair.knots import knot
from pipeline.drawing.hair.tails import gathered, nape
from pipeline.drawing.pen import Layer
from pipeline.parts.records import HairBackStyle, HairKind
from pipeline.types.spec import Build, HairBack, HairFront, HairSide


def draw(kit: HairKit) -> None:
    """Hair gathered below one ear into a bun that shows beside the neck."""
    sign = kit.combed
    nape(kit)
    knot(kit, sign * 70.0, 94.0, 32 + 8 * kit.length, sign, Layer.BACK_TAILS)
    gathered(kit, sign, (80, 78), 14, Layer.BACK_TAILS)


PART: Final = HairBackStyle(
    HairBack.LOW_BUN,
    draw=draw,
    words={
        "en": "low bun, low hair bun, nape bun, chignon, french roll, bun at the nape, bun at the back",
        "ja": "低いお団子, シニヨン, 夜会巻き, ローシニヨン",
    },
    weights={Build.FEMALE: 0.02},
    kinds=(HairKind.TIED,),
    fringes=None,
    fronts={
        HairFront.SIDE_PART: 3,
        HairFront.CURTAIN: 2,
        HairFront.PARTED: 2,
        HairFront.SWEEP: 2,
        HairFront.SWEPT_BACK: 1.5,
    },
    sides={HairSide.SHORT: 3, HairSide.NONE: 2, HairSide.MEDIUM: 1},
    cushion=True,
)
