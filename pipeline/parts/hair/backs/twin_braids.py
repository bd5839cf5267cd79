"""Two braids on the chest."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.hair.kit import HairKit
from pipeline.drawing.hair.plaits import plait
from pipeline.drawing.hair.tails import HEAD_SIDE, gathered, grown, nape
from pipeline.drawing.pen import Layer
from pipeline.parts.records import HairBackStyle
from pipeline.types.spec import Build, HairBack


def draw(kit: HairKit) -> None:
    """Two braids on the chest."""
    nape(kit)
    for sign in (-1, 1):
        gathered(kit, sign, (86, 88), 12, Layer.FRONT_TAILS)
        path = grown(kit, [(82, 78), (102, 120), (102, 190), (92, 260), (94, 320)], 82)
        plait(kit, path, (13, 17, 16, 12), 8, sign, Layer.FRONT_TAILS, HEAD_SIDE, 0.3)


PART: Final = HairBackStyle(
    HairBack.TWIN_BRAIDS,
    draw=draw,
    words={
        "en": "twin braid, two braid, double braid, two long braid, two thick braid, long twin braid, braids on both sides, braided pigtail, plaited pigtail, box braid",
        "ja": "ツイン三つ編み, 二つ三つ編み, おさげ三つ編み, 三つ編みおさげ",
    },
    weights={Build.FEMALE: 1},
)
