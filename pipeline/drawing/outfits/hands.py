"""Hands: a palm, four fingers and a thumb, each with ink around it and skin over the ink, so that they grow together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from pipeline.drawing.art import Art
from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.palms import BENT, EASY, FIST, FLAT, OPEN, SLACK, Palm, draw_palm
from pipeline.drawing.palette import Colour, fade
from pipeline.drawing.pen import Layer, Pen
from pipeline.types.arrays import FloatArray

_Finger = tuple[tuple[tuple[float, float], ...], float]
"""Points from the palm to the tip, and half its width. The wrist is (0, 0), v runs along the forearm, u to the thumb."""

_PALM: Final = ((-8, -6), (-11, 8), (-13, 22), (-9, 32), (0, 34), (9, 31), (12, 20), (10, 6), (8, -6))
_BALL: Final = ((2, 2), (10, 6), (13, 15), (8, 22), (1, 16))
"""Where the thumb grows out of the palm: skin over its ink."""
_PAW: Final = ((0, -8), (-13, 0), (-19, 14), (-18, 28), (-9, 37), (0, 39), (9, 37), (18, 28), (19, 14), (13, 0))
_INK: Final = 1.25
_HEAVY: Final = 0.5
"""How far hands grow with limbs: the power of their thickness."""
_LARGER: Final = 1.1
"""How much larger hands are in editions whose bodies change with every year."""
_TAPER: Final = np.array([0.95, 1.0, 0.95, 0.72])


@dataclass(frozen=True)
class Hand:
    """How a hand is held.

    Attributes:
        fingers: the little one first. thumb: the thumb.
        way: where it points (x away from the body, y down); None for where the forearm does.
        turned: added to the forearm's way.
        outward: the thumb lies on the side away from the body.
        palm: what is drawn in its place where an edition has hands of one outline.
    """

    fingers: tuple[_Finger, ...]
    thumb: _Finger
    way: tuple[float, float] | None = None
    turned: tuple[float, float] = (0.0, 0.0)
    outward: bool = True
    palm: Palm | None = None


_SLACK: Final[_Finger] = (((7, 6), (14, 17), (16, 29), (14, 38)), 4.4)
_HANGING: Final[tuple[_Finger, ...]] = (
    (((-9, 26), (-11, 38), (-10, 49), (-7, 56)), 4.0),
    (((-4, 29), (-5, 45), (-4, 58), (-1, 66)), 4.5),
    (((2, 29), (2, 47), (3, 61), (5, 69)), 4.7),
    (((8, 26), (10, 42), (10, 55), (10, 63)), 4.5),
)
_LYING: Final[tuple[_Finger, ...]] = (
    (((-10, 28), (-15, 40), (-19, 49), (-22, 53)), 4.2),
    (((-4, 31), (-8, 46), (-11, 59), (-13, 65)), 4.7),
    (((2, 32), (1, 49), (-1, 63), (-2, 71)), 4.9),
    (((8, 28), (10, 44), (10, 57), (9, 65)), 4.7),
)
_CURLED: Final[tuple[_Finger, ...]] = (
    (((-11, 26), (-13, 34), (-10, 39), (-6, 38)), 4.6),
    (((-5, 29), (-5, 39), (-1, 44), (2, 42)), 5.0),
    (((2, 29), (4, 40), (8, 43), (10, 40)), 5.0),
    (((9, 25), (13, 34), (16, 36), (17, 32)), 4.8),
)
HANGING: Final = Hand(_HANGING, _SLACK, way=(0.05, 1.0), outward=False)
LYING: Final = Hand(_LYING, (((8, 4), (19, 14), (25, 25), (27, 34)), 4.8), turned=(-0.35, -0.1))
WAVING: Final = Hand(
    (
        (((-9, 28), (-16, 42), (-21, 54), (-24, 61)), 4.1),
        (((-4, 31), (-7, 48), (-9, 62), (-10, 69)), 4.6),
        (((3, 32), (4, 50), (5, 65), (6, 73)), 4.7),
        (((9, 28), (14, 44), (18, 57), (20, 65)), 4.5),
    ),
    (((8, 6), (19, 14), (27, 22), (33, 30)), 4.8),
    way=(0.18, -1.0),
    outward=False,
)
"""An open palm, held up."""
TUCKED: Final = Hand(_LYING, (((6, 6), (12, 16), (13, 26), (12, 33)), 4.6), turned=(0.0, -0.15))
"""Flat on the other arm."""
CLASPED: Final = Hand(_CURLED, _SLACK, outward=False)
HOLDING: Final = Hand(
    (
        (((-12, 24), (-4, 30), (6, 30), (12, 26)), 5.0),
        (((-12, 16), (-3, 22), (8, 22), (14, 18)), 5.3),
        (((-11, 8), (-2, 14), (9, 14), (15, 10)), 5.4),
        (((-10, 0), (-1, 6), (9, 6), (14, 2)), 5.0),
    ),
    (((6, 2), (4, -8), (-2, -13), (-8, -13)), 5.0),
    turned=(0.0, 0.0),
)
"""A fist around something upright."""
ON_HIP: Final = Hand(_CURLED, _SLACK, way=(-0.80, 0.60))


LOOSE: Final = replace(HANGING, palm=SLACK)
EASED: Final = replace(HANGING, palm=EASY, way=None, turned=(-0.10, 0.1))
AT_SKIRT: Final = replace(HANGING, palm=EASY, way=(-0.18, 1.0), outward=False)
RAISED: Final = replace(LYING, palm=FLAT, outward=False)
GREETING: Final = replace(WAVING, palm=OPEN, outward=True)
ON_ARM: Final = replace(TUCKED, palm=SLACK, outward=False)
OVER: Final = replace(CLASPED, palm=BENT)
AT_HIP: Final = replace(ON_HIP, palm=BENT, outward=False)
GRASPING: Final = replace(HOLDING, palm=FIST)
"""Those of one outline."""


def grasp(art: Art) -> Hand:
    """The hand of an edition that closes around what is held."""
    return GRASPING if art.poised else HOLDING


@dataclass(frozen=True)
class _OnBody:
    """Lays a hand down at the end of an arm: ``place`` lays places (u, v) at the viewer's right, ``sign`` -1 mirrors."""

    kit: OutfitKit
    place: Callable[[npt.ArrayLike], FloatArray]
    sign: int
    layer: Layer

    @property
    def pen(self) -> Pen:
        return self.kit.pen

    def _laid(self, points: npt.ArrayLike) -> FloatArray:
        return self.kit.on_body(self.place(points) * [self.sign, 1])

    def fill(self, points: npt.ArrayLike, colour: Colour, corners: tuple[int, ...]) -> int:
        return self.pen.fill(self._laid(points), colour, self.layer, BODY, corners)

    def line(self, points: npt.ArrayLike, width: float | FloatArray, colour: Colour, corners: tuple[int, ...]) -> None:
        self.pen.line(self._laid(points), width, colour, self.layer, BODY, corners)


def draw_hand(kit: OutfitKit, hand: Hand, wrist: FloatArray, way: FloatArray, sign: int, layer: Layer) -> None:
    """Draws a hand.

    Args:
        wrist: where it begins (x, y) on the viewer's right. way: unit vector along the forearm.
        sign: -1 mirrors it to the viewer's left.
    """
    if kit.figure.mascot:
        _draw_paw(kit, wrist, way, sign, layer)
        return
    skin = kit.tones.hand
    way = np.asarray(hand.way if hand.way is not None else way + np.array(hand.turned), np.float64)
    way = way / np.hypot(*way)
    across = np.array([way[1], -way[0]]) * (1 if hand.outward else -1)
    size = hand_size(kit)

    def place(points: npt.ArrayLike) -> FloatArray:
        flat = np.asarray(points, np.float64) * size
        return np.asarray(wrist + across * flat[:, :1] + way * flat[:, 1:])

    if hand.palm is not None:
        draw_palm(hand.palm, skin, _OnBody(kit, place, sign, layer))
        return

    def fill(points: FloatArray, paint: Colour, corners: tuple[int, ...] = ()) -> int:
        return kit.pen.fill(kit.on_body(points * [sign, 1]), paint, layer, BODY, corners)

    def finger(shape: _Finger, grown: float) -> FloatArray:
        path, half = place(shape[0]), shape[1] * size
        along = np.gradient(path, axis=0)
        along /= np.maximum(np.hypot(along[:, :1], along[:, 1:]), 1e-6)
        side = np.column_stack([along[:, 1], -along[:, 0]]) * (half * _TAPER + grown)[:, None]
        tip = path[-1:] + along[-1:] * (half * 0.75 + grown)
        return np.vstack([path + side, tip, (path - side)[::-1]])

    palm = place(_PALM)
    fill(palm.mean(0) + (palm - palm.mean(0)) * 1.09, skin.line)
    for shape in hand.fingers:
        fill(finger(shape, _INK), skin.line)
        fill(finger(shape, 0.0), skin.base)
        path, half = place(shape[0]), shape[1] * size
        fill(np.vstack([path[1:] - across * half * 0.9, path[:0:-1] - across * half * 0.2]), fade(skin.shade, 0.9))
    curve = fill(palm, skin.base)
    with kit.pen.clipped(curve):
        fill(place([(-16, -8), (-3, -8), (-6, 8), (-7, 20), (-4, 36), (-16, 36)]), skin.shade, (0, 1))
    fill(finger(hand.thumb, _INK), skin.line)
    fill(finger(hand.thumb, 0.0), skin.base)
    fill(place(_BALL), skin.base)
    for shape in hand.fingers[1:]:
        u, v = shape[0][0]
        knuckle = place([(u - 3, v - 4), (u - 2.6, v + 4), (u - 2.2, v + 9)]) * [sign, 1]
        kit.pen.stroke(kit.on_body(knuckle), 0.8, skin.line, layer, BODY, detail=0.25)


def hand_size(kit: OutfitKit) -> float:
    """How large hands are against those that are drawn here."""
    size = (1.0 + 0.12 * kit.figure.masculine + 0.08 * kit.figure.manly) * kit.smallness
    return size * _LARGER * kit.figure.limbs**_HEAVY if kit.art.graded else size


def _draw_paw(kit: OutfitKit, wrist: FloatArray, way: FloatArray, sign: int, layer: Layer) -> None:
    """A round paw with three toes, seen from above."""
    fur, size, across = kit.tones.hand, 1.12 * kit.smallness, np.array([way[1], -way[0]])

    def place(points: npt.ArrayLike) -> FloatArray:
        flat = np.asarray(points, np.float64) * size
        return kit.on_body((wrist + across * flat[:, :1] + way * flat[:, 1:]) * [sign, 1])

    outline = place(_PAW)
    kit.pen.fill(outline, fur.base, layer, BODY)
    kit.pen.line(np.vstack([outline[1:], outline[:1]]), [0.2, *[1.7] * (len(_PAW) - 2), 0.2], fur.line, layer, BODY)
    for u in (-6.5, 6.5):
        kit.pen.line(place([(u * 1.1, 38), (u, 30), (u * 0.9, 25)]), [1.5, 1.2, 0.2], fur.line, layer, BODY)
