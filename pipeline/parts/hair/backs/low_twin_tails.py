"""Two tails, tied at the neck and laid over the shoulders."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.hair.kit import HairKit
from pipeline.drawing.hair.tails import HEAD_SIDE, gathered, grown, hair_tie, nape, tail
from pipeline.drawing.pen import Layer
from pipeline.parts.records import HairBackStyle, HairKind
from pipeline.types.spec import Build, HairBack


def draw(kit: HairKit) -> None:
    """Tied at the neck, over the shoulders."""
    nape(kit)
    for sign in (-1, 1):
        gathered(kit, sign, (87, 90), 11, Layer.FRONT_TAILS)
        path = grown(kit, [(84, 84), (104, 120), (108, 190), (92, 270), (100, 350)], 84)
        tail(kit, path, (10, 22, 27, 24, 14), Layer.FRONT_TAILS, HEAD_SIDE, sign, rate=1.6, low=0.4)
        hair_tie(kit, sign * 87, 92, 90 - sign * 30, 12, Layer.FRONT_TAILS, HEAD_SIDE)


PART: Final = HairBackStyle(
    HairBack.LOW_TWIN_TAILS,
    draw=draw,
    words={
        "en": "low twin tail, low twintail, low pigtail",
        "ja": "おさげ, お下げ, おさげ髪, ローツインテール, ローツイン",
    },
    weights={Build.FEMALE: 1.2},
    kinds=(HairKind.TIED,),
)
