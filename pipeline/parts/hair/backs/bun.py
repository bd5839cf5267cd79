"""One bun on top."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.hair.kit import HairKit
from pipeline.drawing.hair.knots import knot
from pipeline.drawing.hair.tails import nape
from pipeline.drawing.pen import Layer
from pipeline.parts.records import HairBackStyle, HairKind
from pipeline.types.spec import Build, HairBack, HairSide


def draw(kit: HairKit) -> None:
    """One bun on top."""
    nape(kit)
    knot(kit, 4, -158 - 10 * kit.length, 40 + 10 * kit.length, 1, Layer.BACK_TAILS)


PART: Final = HairBackStyle(
    HairBack.BUN,
    draw=draw,
    words={
        "en": "hair bun, bun, single hair bun, updo, top knot, topknot",
        "ja": "お団子, お団子頭, おだんご, お団子ヘア, まとめ髪, アップヘア, ちょんまげ",
    },
    weights={Build.FEMALE: 1.2, Build.MALE: 0.15},
    kinds=(HairKind.TIED,),
    sides={HairSide.MEDIUM: 4, HairSide.LONG: 1, HairSide.SHORT: 1.5},
    high=True,
    cushion=True,
)
