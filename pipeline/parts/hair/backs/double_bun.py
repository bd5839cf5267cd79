"""A bun on each side."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.hair.kit import HairKit
from pipeline.drawing.hair.knots import knot
from pipeline.drawing.hair.tails import nape
from pipeline.drawing.pen import Layer
from pipeline.parts.records import HairBackStyle
from pipeline.types.spec import Build, HairBack


def draw(kit: HairKit) -> None:
    """A bun on each side."""
    nape(kit)
    for sign in (-1, 1):
        knot(kit, sign * 84, -130, 34 + 6 * kit.length, sign, Layer.BACK_TAILS)


PART: Final = HairBackStyle(
    HairBack.DOUBLE_BUN,
    draw=draw,
    words={
        "en": "double bun, double hair bun, twin bun, space bun, odango, two bun, afro puffs, hair puffs, two puffs, puffs, puff buns",
        "ja": "ダブルお団子, ツインお団子, お団子ツイン, ダブルおだんご",
    },
    weights={Build.FEMALE: 1},
    high=True,
    cushion=True,
)
