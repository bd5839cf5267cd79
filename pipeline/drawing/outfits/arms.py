"""How characters hold their arms, and which way each of them does."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from pipeline.drawing.outfits.hands import (
    AT_HIP,
    CLASPED,
    GREETING,
    HANGING,
    HOLDING,
    LOOSE,
    LYING,
    ON_ARM,
    ON_HIP,
    OVER,
    RAISED,
    TUCKED,
    WAVING,
    Hand,
    grasp,
)
from pipeline.types.spec import Arms

if TYPE_CHECKING:
    from pipeline.drawing.outfits.kit import OutfitKit


@dataclass(frozen=True)
class Arm:
    """How an arm is held: places of the viewer's right one, in units for a shoulder of 114.

    Attributes:
        elbow, wrist: x from the shoulder (from the middle where ``inside``), y from the shoulder's height.
        before: the forearm lies before the body. sharp: the elbow is.
    """

    elbow: tuple[float, float]
    wrist: tuple[float, float]
    hand: Hand
    before: bool = False
    sharp: bool = False
    inside: bool = False


_RELAXED: Final = Arm((-3, 194), (-2, 350), HANGING)
_HIP: Final = Arm((52, 184), (-26, 262), ON_HIP, sharp=True)
_CLASPED: Final = Arm((14, 196), (25, 318), CLASPED, before=True, inside=True)
_RAISED: Final = Arm((12, 182), (62, 72), LYING, before=True, sharp=True, inside=True)
_WAVING: Final = Arm((38, 150), (58, 26), WAVING, before=True, sharp=True)
_FOLDED: Final = Arm((14, 190), (-42, 150), TUCKED, before=True, sharp=True, inside=True)
_UNDER: Final = Arm((14, 190), (-36, 172), TUCKED, before=True, sharp=True, inside=True)
_HELD: Final = Arm((34, 176), (146, 40), HOLDING, before=True, sharp=True, inside=True)
_HELD_ASIDE: Final = Arm((44, 170), (226, 120), HOLDING, before=True, sharp=True, inside=True)
"""Beside a large head, which what is held must not hide."""
_LARGE: Final = 1.2
"""From which size on a head is: a child's is not."""

ArmPair = tuple[Arm, Arm]
"""The viewer's left arm, then the right one."""

_POSES: Final[tuple[tuple[ArmPair, float, float], ...]] = (
    ((_RELAXED, _RELAXED), 3, 5), ((_CLASPED, _CLASPED), 4, 0.8), ((_RELAXED, _HIP), 2, 2), ((_HIP, _RELAXED), 2, 2),
    ((_UNDER, _FOLDED), 0.6, 2), ((_RAISED, _RELAXED), 0.5, 0.2), ((_WAVING, _RELAXED), 0.6, 0.3),
    ((_RELAXED, _WAVING), 0.6, 0.4),
)  # fmt: skip
"""Poses, and how often a girl and a man take them."""
_AT_EASE: Final = Arm((-10, 190), (-7, 348), LOOSE)
_AKIMBO: Final = Arm((50, 182), (-20, 254), AT_HIP, sharp=True)
_TOGETHER: Final = Arm((10, 194), (22, 316), OVER, before=True, inside=True)
_TO_HEART: Final = replace(_RAISED, hand=RAISED)
_GREETING: Final = Arm((30, 152), (54, 26), GREETING, sharp=True)
_CROSSED: Final = replace(_FOLDED, hand=ON_ARM)
_CROSSED_UNDER: Final = replace(_UNDER, hand=ON_ARM)
_POISED: Final[tuple[tuple[ArmPair, float, float], ...]] = (
    ((_AT_EASE, _AT_EASE), 3, 5), ((_TOGETHER, _TOGETHER), 4, 0.8), ((_AT_EASE, _AKIMBO), 2, 2),
    ((_AKIMBO, _AT_EASE), 2, 2), ((_CROSSED_UNDER, _CROSSED), 0.6, 2), ((_TO_HEART, _AT_EASE), 0.5, 0.2),
    ((_GREETING, _AT_EASE), 0.6, 0.3), ((_AT_EASE, _GREETING), 0.6, 0.4),
)  # fmt: skip
"""The same for bodies with their weight on one leg."""
_CALM: Final = 2
"""So many poses, the first ones, suit wide sleeves."""
_SAID: Final[Mapping[Arms, tuple[int, ...]]] = {
    Arms.RELAXED: (0,), Arms.CLASPED: (1,), Arms.ONE_HIP: (2, 3), Arms.CROSSED: (4,), Arms.HEART: (5,),
    Arms.WAVING: (6, 7),
}  # fmt: skip
"""Which of these pairs each may be."""
_WITH_ONE: Final[Mapping[Arms, int]] = {Arms.ONE_HIP: 3, Arms.HEART: 5, Arms.WAVING: 6}
"""The poses from which the viewer's left arm comes while the other one holds something."""


def arms_of(kit: OutfitKit, *, calm: bool) -> ArmPair:
    """How this character holds its arms: as its spec says, or one way for all its life. ``calm``: chance takes one that
    suits wide sleeves.
    """
    poses, arms = _POISED if kit.art.poised else _POSES, kit.spec.arms
    dice = random.Random(kit.spec.seed * 2749 + 3)
    if arms is Arms.BOTH_HIPS:
        hip = poses[2][0][1]
        return hip, held_arm(kit) if kit.holds else hip
    if kit.holds:
        return poses[_WITH_ONE.get(arms, 0)][0][0], held_arm(kit)
    if arms is not Arms.BY_CHANCE:
        return poses[dice.choice(_SAID[arms])][0]
    chances = poses[: _CALM if calm else None]
    weights = [man if kit.figure.masculine > 0.5 else girl for _, girl, man in chances]
    return dice.choices([pair for pair, _, _ in chances], weights)[0]


def held_arm(kit: OutfitKit) -> Arm:
    """The viewer's right arm while it holds something up."""
    figure = kit.figure
    aside = (figure.mascot and kit.art.soft) or (kit.art.poised and figure.head_scale > _LARGE)
    arm = _HELD_ASIDE if aside else _HELD
    return replace(arm, hand=grasp(kit.art))
