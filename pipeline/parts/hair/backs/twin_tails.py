"""Two tails, tied high on both sides."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.hair.kit import HairKit
from pipeline.drawing.hair.tails import HEAD_SIDE, grown, hair_tie, nape, tail
from pipeline.drawing.pen import Layer
from pipeline.parts.records import HairBackStyle
from pipeline.types.spec import Build, HairBack


def draw(kit: HairKit) -> None:
    """Tied high on both sides."""
    nape(kit)
    for sign in (-1, 1):
        path = grown(kit, [(96, -84), (136, -92), (164, -40), (168, 60), (154, 160), (166, 262)], -84)
        tail(kit, path, (10, 26, 36, 38, 32, 20), Layer.BACK_TAILS, HEAD_SIDE, sign, rate=1.5)
        hair_tie(kit, sign * 106, -89, 90 - sign * 98, 13, Layer.BACK_TAILS, HEAD_SIDE)


PART: Final = HairBackStyle(
    HairBack.TWIN_TAILS,
    draw=draw,
    words={
        "en": "twin tail, twintail, twin tailed, pigtail, two side up, high twin tail, bunches",
        "ja": "ツインテール, 二つ縛り, ツインテイル, ツインテ, ツーサイドアップ, 二つ結び, ふたつ結び",
    },
    weights={Build.FEMALE: 2.5},
)
