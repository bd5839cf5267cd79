"""Hair: a front, two sides, a back and a cap, each drawn by a function registered for its value in the spec."""

from __future__ import annotations

from pipeline.drawing.hair.backs import BACKS
from pipeline.drawing.hair.cap import draw_cap
from pipeline.drawing.hair.fronts import FRONTS
from pipeline.drawing.hair.kit import HairKit
from pipeline.drawing.hair.sides import SIDES, draw_ahoge
from pipeline.drawing.hair.tufts import draw_tufts
from pipeline.types.spec import HairBack


def draw_hair(kit: HairKit) -> None:
    """The whole hair of a character; layers put it in order."""
    BACKS[kit.spec.hair_back](kit)
    if kit.spec.hair_back is not HairBack.UNDERCUT:  # shaved sides have no locks
        SIDES[kit.spec.hair_side](kit)
    draw_cap(kit)
    draw_tufts(kit)
    FRONTS[kit.spec.hair_front](kit)
    if kit.spec.ahoge:
        draw_ahoge(kit)
