"""How characters hold their arms, and which way each of them does."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from pipeline.drawing.art import Art
from pipeline.drawing.outfits.hands import (
    AT_HIP,
    AT_SKIRT,
    CLASPED,
    EASED,
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
        before: the forearm lies before the body. behind: it goes behind it. sharp: the elbow is.
    """

    elbow: tuple[float, float]
    wrist: tuple[float, float]
    hand: Hand
    before: bool = False
    behind: bool = False
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


class Pose(NamedTuple):
    """A way to hold both arms: what it is called, and how often a girl and a man take it by chance."""

    arms: ArmPair
    said: Arms
    girl: float
    man: float


_POSES: Final = (
    Pose((_RELAXED, _RELAXED), Arms.RELAXED, 3, 5), Pose((_CLASPED, _CLASPED), Arms.CLASPED, 4, 0.8),
    Pose((_RELAXED, _HIP), Arms.ONE_HIP, 2, 2), Pose((_HIP, _RELAXED), Arms.ONE_HIP, 2, 2),
    Pose((_UNDER, _FOLDED), Arms.CROSSED, 0.6, 2), Pose((_RAISED, _RELAXED), Arms.HEART, 0.5, 0.2),
    Pose((_WAVING, _RELAXED), Arms.WAVING, 0.6, 0.3), Pose((_RELAXED, _WAVING), Arms.WAVING, 0.6, 0.4),
)  # fmt: skip
_AT_EASE: Final = Arm((-10, 190), (-7, 348), LOOSE)
_AKIMBO: Final = Arm((50, 182), (-20, 254), AT_HIP, sharp=True)
_TOGETHER: Final = Arm((10, 194), (22, 316), OVER, before=True, inside=True)
_TO_HEART: Final = replace(_RAISED, hand=RAISED)
_GREETING: Final = Arm((30, 152), (54, 26), GREETING, sharp=True)
_CROSSED: Final = replace(_FOLDED, hand=ON_ARM)
_CROSSED_UNDER: Final = replace(_UNDER, hand=ON_ARM)
_POISED: Final = (
    Pose((_AT_EASE, _AT_EASE), Arms.RELAXED, 3, 5), Pose((_TOGETHER, _TOGETHER), Arms.CLASPED, 4, 0.8),
    Pose((_AT_EASE, _AKIMBO), Arms.ONE_HIP, 2, 2), Pose((_AKIMBO, _AT_EASE), Arms.ONE_HIP, 2, 2),
    Pose((_CROSSED_UNDER, _CROSSED), Arms.CROSSED, 0.6, 2), Pose((_TO_HEART, _AT_EASE), Arms.HEART, 0.5, 0.2),
    Pose((_GREETING, _AT_EASE), Arms.WAVING, 0.6, 0.3), Pose((_AT_EASE, _GREETING), Arms.WAVING, 0.6, 0.4),
)  # fmt: skip
"""The same for bodies with their weight on one leg."""
_HANGS: Final = Arm((7, 187), (-14, 343), EASED)
_HANGS_OUT: Final = Arm((15, 182), (1, 333), EASED)
_BESIDE: Final = Arm((16, 190), (70, 322), AT_SKIRT, before=True, inside=True)
_BACK: Final = Arm((16, 188), (-46, 282), EASED, behind=True, sharp=True)
_ON_ELBOW: Final = Arm((8, 196), (-66, 190), ON_ARM, before=True, sharp=True, inside=True)
_ASKEW: Final = Arm((4, 192), (30, 306), OVER, before=True, inside=True)
_SOFT_HIP: Final = Arm((40, 178), (-20, 262), AT_HIP, sharp=True)
_HIGH_HIP: Final = Arm((57, 174), (-16, 250), AT_HIP, sharp=True)
_LOW_HIP: Final = Arm((33, 176), (-23, 266), AT_HIP, sharp=True)
_ACROSS: Final = Arm((7, 190), (-64, 146), ON_ARM, before=True, sharp=True, inside=True)
_ACROSS_UNDER: Final = Arm((3, 196), (-34, 180), ON_ARM, before=True, sharp=True, inside=True)
_GRADED: Final = (
    Pose((_HANGS, _HANGS_OUT), Arms.RELAXED, 2, 4), Pose((_TOGETHER, _ASKEW), Arms.CLASPED, 1.6, 0.1),
    Pose((_HANGS, _SOFT_HIP), Arms.ONE_HIP, 1.4, 1.6), Pose((_SOFT_HIP, _HANGS), Arms.ONE_HIP, 1.4, 1.6),
    Pose((_ACROSS_UNDER, _ACROSS), Arms.CROSSED, 0.5, 1.6), Pose((_TO_HEART, _HANGS), Arms.HEART, 0.6, 0.2),
    Pose((_GREETING, _HANGS), Arms.WAVING, 0.6, 0.3), Pose((_HANGS, _GREETING), Arms.WAVING, 0.6, 0.4),
    Pose((_HANGS, _BACK), Arms.BY_CHANCE, 1.2, 0.8), Pose((_BACK, _HANGS_OUT), Arms.BY_CHANCE, 1.2, 0.8),
    Pose((_BACK, _BACK), Arms.BY_CHANCE, 1.4, 1.0), Pose((_BESIDE, _HANGS_OUT), Arms.BY_CHANCE, 1.6, 0.0),
    Pose((_HANGS, _ON_ELBOW), Arms.BY_CHANCE, 1.4, 0.2), Pose((_BESIDE, _BACK), Arms.BY_CHANCE, 0.9, 0.0),
)  # fmt: skip
"""The same for bodies of every year: no arm does quite what the other one does."""
_CALM: Final = 2
"""So many poses, the first ones, suit wide sleeves."""
_WITH_ONE: Final = frozenset({Arms.ONE_HIP, Arms.HEART, Arms.WAVING})
"""What the viewer's left arm can do while the other one holds something."""


def _poses(art: Art) -> Sequence[Pose]:
    return _GRADED if art.graded else _POISED if art.poised else _POSES


def arms_of(kit: OutfitKit, *, calm: bool) -> ArmPair:
    """How this character holds its arms: as its spec says, or one way for all its life. ``calm``: chance takes one that
    suits wide sleeves.
    """
    poses, arms = _poses(kit.art), kit.spec.arms
    dice = random.Random(kit.spec.seed * 2749 + 3)
    if arms is Arms.BOTH_HIPS:
        # The hip of the leg that bears the weight is higher, and its elbow farther out.
        low, high = (_LOW_HIP, _HIGH_HIP) if kit.art.graded else (poses[2].arms[1],) * 2
        return low, held_arm(kit) if kit.holds else high
    if kit.holds:
        ease = poses[0].arms[0]
        said = (pose.arms[0] for pose in poses if pose.said is arms and pose.arms[0] is not ease)
        return next(said, ease) if arms in _WITH_ONE else ease, held_arm(kit)
    if arms is not Arms.BY_CHANCE:
        return dice.choice([pose for pose in poses if pose.said is arms]).arms
    chances = poses[: _CALM if calm else None]
    weights = [pose.man if kit.figure.masculine > 0.5 else pose.girl for pose in chances]
    return dice.choices(chances, weights)[0].arms


def held_arm(kit: OutfitKit) -> Arm:
    """The viewer's right arm while it holds something up."""
    figure = kit.figure
    aside = (figure.mascot and kit.art.soft) or (kit.art.poised and figure.head_scale > _LARGE)
    arm = _HELD_ASIDE if aside else _HELD
    return replace(arm, hand=grasp(kit.art))


def arm_dial(sign: int) -> str:
    """The dial of an arm's opacity: ``sign`` 1 is the viewer's right one, -1 the left one."""
    return "arm_left" if sign > 0 else "arm_right"
