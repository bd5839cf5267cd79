"""One thick braid over the shoulder."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.hair.kit import HairKit
from pipeline.drawing.hair.plaits import plait
from pipeline.drawing.hair.tails import HEAD_SIDE, gathered, grown, nape
from pipeline.drawing.pen import Layer
from pipeline.parts.records import HairBackStyle
from pipeline.types.spec import Build, HairBack


def draw(kit: HairKit) -> None:
    """One thick braid over the shoulder."""
    nape(kit)
    gathered(kit, 1, (84, 92), 18, Layer.FRONT_TAILS)
    path = grown(kit, [(80, 82), (104, 130), (106, 200), (88, 280), (84, 350)], 86)
    plait(kit, path, (20, 24, 22, 16), 8, 1, Layer.FRONT_TAILS, HEAD_SIDE, 0.3)


PART: Final = HairBackStyle(
    HairBack.BRAID,
    draw=draw,
    words={
        "en": "braid, single braid, braided hair, plait, braided ponytail, french braid, side braid, braided",
        "ja": "三つ編み, みつあみ, 編み込み",
    },
    weights={Build.FEMALE: 1.2},
)
