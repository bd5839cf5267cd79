"""A thin tail with a pointed end."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.accessories.tails import Tail, tail_ramp
from pipeline.parts.records import AccessoryStyle, Family, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A thin tail with a pointed end."""
    tail = Tail(kit, (11, 9, 8, 7, 6, 6, 5))
    ramp = tail_ramp(kit, "#3b2f45")
    tail.draw(ramp)
    end, along, across = tail.path[-1], tail.along[-1], tail.across[-1]
    spade = [(0, 4), (-8, 20), (-2, 24), (20, 14), (44, 0), (20, -14), (-2, -24), (-8, -20), (0, -4)]
    points = np.array([end + along * u + across * v for u, v in spade])
    tail.piece(points, ramp.base, ramp.line, (1, 4, 7), 1.3)


PART: Final = AccessoryStyle(
    Accessory.DEMON_TAIL,
    draw=draw,
    words={
        "en": "demon tail, devil tail, succubus tail, imp tail, arrow tail, pointed tail, spade tail",
        "ja": "悪魔のしっぽ, 悪魔の尻尾, デビルしっぽ",
    },
    spots=(Spot.TAIL,),
    family=Family.TAIL,
)
