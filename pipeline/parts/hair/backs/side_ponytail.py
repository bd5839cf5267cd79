"""A tail tied beside the neck and laid over one shoulder."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.hair.kit import HairKit
from pipeline.drawing.hair.tails import HEAD_SIDE, gathered, grown, hair_tie, nape, tail
from pipeline.drawing.pen import Layer
from pipeline.parts.records import HairBackStyle
from pipeline.types.spec import Build, HairBack


def draw(kit: HairKit) -> None:
    """Tied beside the neck and laid over one shoulder."""
    nape(kit)
    gathered(kit, 1, (99, 44), 14, Layer.FRONT_TAILS)
    path = grown(kit, [(92, 30), (122, 70), (128, 150), (108, 240), (112, 340)], 30)
    tail(kit, path, (12, 30, 36, 32, 16), Layer.FRONT_TAILS, HEAD_SIDE, 1, rate=1.5, low=0.5)
    hair_tie(kit, 100, 42, 48, 15, Layer.FRONT_TAILS, HEAD_SIDE)


PART: Final = HairBackStyle(
    HairBack.SIDE_PONYTAIL,
    draw=draw,
    words={
        "en": "side ponytail, side tail, sidetail, one side up",
        "ja": "サイドテール, サイドポニー, サイドポニーテール, ワンサイドアップ",
    },
    weights={Build.FEMALE: 1.2},
)
