"""Hair: a front, two sides, a back and a cap, each drawn by a function registered for its value in the spec."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.posers.rig.parts.hair.backs import BACKS
from pipeline.posers.rig.parts.hair.cap import draw_cap
from pipeline.posers.rig.parts.hair.fronts import FRONTS
from pipeline.posers.rig.parts.hair.kit import HairKit
from pipeline.posers.rig.parts.hair.sides import SIDES, draw_ahoge
from pipeline.types.spec import HairBack, HairFront, HairSide

Builder = Callable[[HairKit], None]


def draw_hair(kit: HairKit) -> None:
    """The whole hair of a character; layers put it in order."""
    BACKS.get(kit.spec.hair_back, BACKS[HairBack.BOB])(kit)
    SIDES.get(kit.spec.hair_side, SIDES[HairSide.MEDIUM])(kit)
    draw_cap(kit)
    FRONTS.get(kit.spec.hair_front, FRONTS[HairFront.STRAIGHT])(kit)
    if kit.spec.ahoge:
        draw_ahoge(kit)
