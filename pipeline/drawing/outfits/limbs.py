"""Arms with elbows and hands, in sleeves or bare.

An arm is a shoulder, an elbow and a wrist. A gentle bend is one tube around a bowed line; a sharp one is two tubes, of
which the forearm's begins round at the elbow. A forearm that lies before the body is drawn again over what is worn.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Final

import numpy as np
import numpy.typing as npt

from pipeline.drawing.body import shoulder_line
from pipeline.drawing.geometry import BODY, Values
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
    draw_hand,
    grasp,
)
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.palette import Ramp
from pipeline.drawing.pen import Layer, Paint
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import Outfit


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

_STOUT: Final = 1.3
"""How much thicker a round mascot's arms are."""

_UNDER_INK: Final = 2.0
"""How much heavier ink is that lies half under what it surrounds."""

Pose = tuple[Arm, Arm]
"""The viewer's left arm, then the right one."""

_POSES: Final[tuple[tuple[Pose, float, float], ...]] = (
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
_POISED: Final[tuple[tuple[Pose, float, float], ...]] = (
    ((_AT_EASE, _AT_EASE), 3, 5), ((_TOGETHER, _TOGETHER), 4, 0.8), ((_AT_EASE, _AKIMBO), 2, 2),
    ((_AKIMBO, _AT_EASE), 2, 2), ((_CROSSED_UNDER, _CROSSED), 0.6, 2), ((_TO_HEART, _AT_EASE), 0.5, 0.2),
    ((_GREETING, _AT_EASE), 0.6, 0.3), ((_AT_EASE, _GREETING), 0.6, 0.4),
)  # fmt: skip
"""The same for bodies with their weight on one leg."""
_CALM: Final = 2
"""So many poses, the first ones, suit wide sleeves."""


def _pose_of(kit: OutfitKit, poses: tuple[tuple[Pose, float, float], ...]) -> Pose:
    """The pose that this character takes: one for all its life."""
    if kit.holds:
        return poses[0][0][0], _held(kit)
    male = kit.figure.masculine > 0.5
    weights = [man if male else girl for _, girl, man in poses]
    return random.Random(kit.spec.seed * 2749 + 3).choices([pose for pose, _, _ in poses], weights)[0]


def _held(kit: OutfitKit) -> Arm:
    arm = _HELD_ASIDE if kit.figure.mascot and kit.art.soft else _HELD
    return replace(arm, hand=grasp(kit.art))


class Sleeve(Enum):
    """What covers an arm."""

    LONG = auto()
    SHORT = auto()
    """To above the elbow."""
    NONE = auto()
    WIDE = auto()
    """A kimono's, which hangs open below the forearm."""


def draw_arms(kit: OutfitKit, ramp: Ramp, sleeve: Sleeve) -> None:
    """Draws both arms, in sleeves of these colours."""
    kit.bare = {Sleeve.SHORT: 0.5, Sleeve.NONE: 1.0}.get(sleeve, 0.0)
    poses = _POISED if kit.art.poised else _POSES
    for sign, arm in zip((-1, 1), _pose_of(kit, poses[:_CALM] if sleeve is Sleeve.WIDE else poses), strict=True):
        with kit.pen.dialled(arm_dial(sign)):
            _Limb(kit, arm, sign, ramp, sleeve).draw()


def held_wrist(kit: OutfitKit) -> tuple[FloatArray, FloatArray]:
    """Where the arm that holds something ends, and the unit vector along its forearm: (x, y) each, viewer's right."""
    limb = _Limb(kit, _held(kit), 1, kit.tones.cloth, Sleeve.LONG)
    return limb.wrist, limb.way


def arm_dial(sign: int) -> str:
    """The dial of an arm's opacity: ``sign`` 1 is the viewer's right one, -1 the left one."""
    return "arm_left" if sign > 0 else "arm_right"


class _Start(Enum):
    """How a piece of an arm begins."""

    SHOULDER = auto()
    ELBOW = auto()
    OPEN = auto()


class _Only(Enum):
    """What is drawn of a piece of an arm that is one form with another."""

    INK = auto()
    CLOTH = auto()


class _Limb:
    """One arm while it is drawn; everything is worked out for the viewer's right and mirrored by ``sign``."""

    def __init__(self, kit: OutfitKit, arm: Arm, sign: int, ramp: Ramp, sleeve: Sleeve) -> None:
        self._kit, self._arm, self._sign, self._ramp, self._sleeve = kit, arm, sign, ramp, sleeve
        w, y = kit.figure.shoulder, kit.figure.shoulder_y
        self._small = k = (w / 114) ** 0.5
        reach = kit.smallness
        self._poised = kit.art.poised and not kit.figure.mascot
        self._shoulder = np.array([w - (17 if self._poised else 19) * min(1.0, k), y + 29.0])
        aside = 0.6 * kit.figure.girth  # a wide body holds its arms away
        self._elbow = np.array([w + aside + arm.elbow[0] * k, y + arm.elbow[1] * reach])
        wrist_x = arm.wrist[0] * (1.0 if arm.hand is CLASPED else k**2) if arm.inside else w + aside + arm.wrist[0] * k
        self._wrist = np.array([wrist_x, y + arm.wrist[1] * reach])
        thick = (0.87 + 0.16 * kit.figure.masculine) * k * kit.figure.limbs
        if kit.figure.mascot and kit.art.soft:
            thick *= _STOUT if kit.spec.outfit is not Outfit.FUR else _STOUT**2
        t = np.linspace(0, 1, 6)[:, None]
        bow = np.array([(self._elbow[1] - self._shoulder[1]) * 0.03, 0])
        self._upper = self._shoulder + (self._elbow - self._shoulder) * t + bow * np.sin(np.pi * t)
        self._lower = self._elbow + (self._wrist - self._elbow) * t
        shoulder = [19.5, 22, 18.5, 16.5] if self._poised else [17.5, 20.5, 19.5, 17]
        self._upper_half = np.interp(t[:, 0], [0, 0.25, 0.6, 1], shoulder) * thick
        self._lower_half = np.interp(t[:, 0], [0, 0.3, 1], [17.5, 16.5, 11.5]) * thick

    @property
    def wrist(self) -> FloatArray:
        """Where the forearm ends, (x, y) at the viewer's right."""
        return self._wrist

    @property
    def way(self) -> FloatArray:
        """The unit vector along the forearm, (x, y) at the viewer's right."""
        along = self._lower[-1] - self._lower[-2]
        return np.asarray(along / np.hypot(*along))

    def draw(self) -> None:
        """Shadow on the body, hand, arm."""
        over = Layer.NECK_WEAR if self._arm.before else Layer.OUTFIT
        self._shadow()
        draw_hand(self._kit, self._arm.hand, self._wrist, self.way, self._sign, over)
        if self._sleeve is Sleeve.WIDE and self._arm.before:
            self._bag(over)
        bare = self._sleeve in (Sleeve.SHORT, Sleeve.NONE)
        if self._arm.sharp and self._poised and not self._arm.before:
            self._angled(bare=bare)
        elif self._arm.sharp:
            upper = (self._upper, self._upper_half, Layer.OUTFIT, _Start.SHOULDER, 5)
            lower = (self._lower, self._lower_half, over, _Start.ELBOW, 0)
            # On the hip the forearm goes behind the elbow, before the chest it comes from behind it.
            for piece in (upper, lower) if self._arm.before else (lower, upper):
                self._piece(*piece, bare=bare)
        else:
            path, half = self._whole()
            self._piece(path, half, Layer.OUTFIT, _Start.SHOULDER, 5, bare=bare)
            if self._arm.before:
                self._piece(path[5:], half[5:], over, _Start.OPEN, None, bare=bare)
        if self._sleeve is Sleeve.SHORT:
            self._piece(
                self._upper[:4],
                self._upper_half[:4] + np.array([0, 1, 2, 3.5]),
                Layer.OUTFIT,
                _Start.SHOULDER,
                None,
                bare=False,
            )

    def _whole(self) -> tuple[FloatArray, FloatArray]:
        """The line of a gently bent arm, whose elbow is rounded, and its half-widths."""
        middle = (self._upper[4] + 2 * self._elbow + self._lower[1]) / 4
        half = np.r_[self._upper_half[:5], (self._upper_half[5] + self._lower_half[0]) / 2, self._lower_half[1:]]
        if self._sleeve is Sleeve.WIDE and not self._arm.before:
            half = half + np.interp(np.linspace(0, 1, len(half)), [0.2, 1], [0, 24])
        return np.vstack([self._upper[:5], middle[None], self._lower[1:]]), half

    def _fill(self, points: npt.ArrayLike, paint: Paint, layer: Layer, corners: tuple[int, ...]) -> int:
        flat = np.asarray(points, np.float64) * [self._sign, 1]
        return self._kit.pen.fill(self._kit.on_body(flat), paint, layer, BODY, corners)

    def _line(self, points: npt.ArrayLike, widths: Values, paint: Paint, layer: Layer, detail: float = 0.0) -> None:
        flat = np.asarray(points, np.float64) * [self._sign, 1]
        self._kit.pen.line(self._kit.on_body(flat), widths, paint, layer, BODY, detail=detail)

    def _shadow(self) -> None:
        """What the upper arm throws on the body beside it."""
        upper, half, at = self._upper, self._upper_half, self._shoulder
        shadow = np.vstack([_by(at, -12, 62), upper[2] - [half[2] + 5, -16], upper[4] - [half[4] + 7, 0],
                            upper[5] - [half[5] - 4, -20], upper[3], _by(at, 0, 40)])  # fmt: skip
        if self._poised and self._kit.torso is not None:
            with self._kit.pen.clipped(self._kit.torso):
                self._fill(shadow, self._ramp.shade, Layer.OUTFIT, (0, 3, 4))
        else:
            self._fill(shadow, self._ramp.shade, Layer.OUTFIT, (0, 3, 4))

    def _angled(self, *, bare: bool) -> None:
        """An arm with a sharp elbow as one form: the ink of both of its tubes lies under both."""
        lower = (self._lower, self._lower_half, Layer.OUTFIT, _Start.ELBOW, 0)
        upper = (self._upper, self._upper_half, Layer.OUTFIT, _Start.SHOULDER, 5)
        for piece in (lower, upper):
            self._piece(*piece, bare=bare, only=_Only.INK)
        for piece in (lower, upper):
            self._piece(*piece, bare=bare, only=_Only.CLOTH)
        tone = self._kit.tones.skin if bare else self._ramp
        inward = self._wrist + self._shoulder - 2 * self._elbow
        inward = inward / np.hypot(*inward) * self._lower_half[0]
        along = (self._wrist - self._elbow) / np.hypot(*(self._wrist - self._elbow)) * self._lower_half[0]
        crease = np.array([self._elbow + inward * 1.25, self._elbow + inward * 0.7 - along * 0.1,
                           self._elbow + inward * 0.25 - along * 0.25])  # fmt: skip
        self._line(crease, [1.5, 1.2, 0.1], tone.line, Layer.OUTFIT)

    def _bag(self, layer: Layer) -> None:
        """The part of a kimono's sleeve that hangs from a forearm held before the body, with a band along its end."""
        kit, a, b = self._kit, self._elbow, self._wrist
        bag = np.array([_by(a, 12, 0), _by(b, 14, -8), _by(b, 16, 30), _by(b, 26, 88), _by(a, -6, 150), _by(a, 14, 60)])
        curve = self._fill(bag, kit.cloth(self._ramp), layer, (1, 3, 4))
        with kit.pen.clipped(curve):
            self._line(bag[[2, 3, 4]] - np.array([0, 14]), 3.0, kit.tones.accent.base, layer)
            shade = np.vstack([bag[[0, 5, 4]], bag[[4, 5, 0]] * 0.6 + bag.mean(0) * 0.4])
            self._fill(shade, self._ramp.shade, layer, (0, 2, 3))
        self._line(np.vstack([bag[1:], bag[:1]]), 1.5, self._ramp.line, layer)

    def _piece(
        self,
        path: FloatArray,
        half: FloatArray,
        layer: Layer,
        start: _Start,
        bend: int | None,
        *,
        bare: bool,
        only: _Only | None = None,
    ) -> None:
        """One tube in cloth or skin: its fill, the shadow on its far side, folds at its bend, ink, a cuff."""
        kit, count = self._kit, len(path)
        tone = kit.tones.skin if bare else self._ramp
        wide = (
            half
            if bare
            else half + (1.5 + 0.6 * kit.thickness) * np.linspace(0.8, 1.05 if self._poised else 1.25, count)
        )
        outer, inner = _edges(path, wide)
        bent = start is _Start.SHOULDER and self._arm.sharp and count == len(self._upper)
        elbow = (path[-1:] + (path[-1:] - path[-2:-1]) / np.hypot(*(path[-1] - path[-2])) * wide[-1] * 0.8)[: int(bent)]
        if start is _Start.SHOULDER:
            # The shoulder's own outline (see ``silhouette``), so that arm and torso share one line.
            inner_end, outer_end = shoulder_line(kit.figure, kit.thickness)
            cap = np.array([(kit.figure.shoulder * 0.60, kit.figure.shoulder_y + 6.0), outer_end])
            outline = np.vstack([outer[1:], elbow, inner[::-1], cap])
            ends = () if bent else (count - 2, count - 1)
            corners: tuple[int, ...] = (*ends, len(outline) - 3, len(outline) - 2)
            top = np.vstack([[inner_end], cap[1:], outer[1:], elbow])
        elif start is _Start.ELBOW:
            back = path[0] - path[1]
            outline = np.vstack([outer, inner[::-1], path[:1] + back / np.hypot(*back) * wide[0] * 0.85])
            corners = (count - 1, count)
        else:
            outline, corners = np.vstack([outer, inner[::-1]]), (0, count - 1, count, 2 * count - 1)
        if only is not _Only.INK:
            self._cloth(outline, corners, (path, outer, inner), tone, layer, bend, bare=bare)
        heavy = 1.0 if only is None else _UNDER_INK
        if only is not _Only.CLOTH:
            if start is _Start.SHOULDER:
                swell = np.interp(np.linspace(0, 1, len(top)), [0, 0.2, 0.5, 1], [1.2, 1.6, 1.9, 1.3])
                self._line(top, swell * heavy, tone.line, layer)
                self._line(inner[2:], np.linspace(0.2, 1.4, count - 2) * heavy, tone.line, layer)
            elif start is _Start.ELBOW:
                around = np.vstack([outer[::-1], outline[-1:], inner])
                swell = np.interp(np.linspace(0, 1, len(around)), [0, 0.4, 0.5, 0.6, 1], [1.4, 1.5, 1.7, 1.5, 1.4])
                self._line(around, swell * heavy, tone.line, layer)
            else:
                for edge in (outer, inner):
                    self._line(edge, np.linspace(0.3, 1.5, count), tone.line, layer)
        if not bare and not bent and only is not _Only.INK:
            step = path[-1] - path[-2]
            cuff = np.vstack([outer[-1:], path[-1:] + step * 0.07, inner[-1:]])
            self._line(cuff, 1.3, tone.line, layer)
            self._line(cuff - step * 0.30, 0.8, tone.deep, layer)

    def _cloth(
        self,
        outline: FloatArray,
        corners: tuple[int, ...],
        tube: tuple[FloatArray, FloatArray, FloatArray],
        tone: Ramp,
        layer: Layer,
        bend: int | None,
        *,
        bare: bool,
    ) -> None:
        """The fill of a tube, given as its path and edges, with the shadow on its far side and folds at its bend."""
        path, outer, inner = tube
        count = len(path)
        curve = self._fill(outline, tone.base if bare else self._kit.cloth(tone), layer, corners)
        with self._kit.pen.clipped(curve):
            side, other = (outer, inner) if self._sign > 0 else (inner, outer)
            along = np.linspace(0, 1, count)
            depth = np.interp(along, [0, 0.25, 0.55, 0.8, 1], [0.16, 0.34, 0.46, 0.36, 0.48])[:, None]
            band = np.vstack([side + (side - other) * 0.1, (side + (other - side) * depth)[::-1]])
            self._fill(band, tone.shade, layer, (0, count - 1, count, 2 * count - 1))
            if bend is not None and not bare:
                self._folds(path, outer, inner, bend, layer)

    def _folds(self, path: FloatArray, outer: FloatArray, inner: FloatArray, at: int, layer: Layer) -> None:
        """Creases that fan out from the inside of the elbow."""
        way = path[min(at + 1, len(path) - 1)] - path[max(at - 1, 0)]
        way = way / np.hypot(*way)
        across = (inner[at] - outer[at]) / 2
        for place, size, curl in ((-22, 0.62, 7), (-6, 0.95, 5), (9, 0.80, -2), (26, 0.5, -7)):
            start = path[at] + way * place + across * 1.02
            fold = np.array(
                [start, start - across * size + way * curl * 0.6, start - across * (0.5 + size) + way * curl]
            )
            self._line(fold, [2.8, 1.9, 0.1], self._ramp.shade, layer)
            self._line(fold[:2], [1.1, 0.1], self._ramp.deep, layer, detail=0.25)


def _by(point: FloatArray, x: float, y: float) -> FloatArray:
    """The point [2] moved."""
    return np.asarray(point + np.array([x, y]))


def _edges(path: FloatArray, half: FloatArray) -> tuple[FloatArray, FloatArray]:
    """The two sides [n, 2] of a tube around a path: the one away from the body first."""
    along = np.gradient(path, axis=0)
    along /= np.maximum(np.hypot(along[:, :1], along[:, 1:]), 1e-6)
    across = np.column_stack([along[:, 1], -along[:, 0]]) * half[:, None]
    left, right = path + across, path - across
    return (left, right) if np.mean(left[:3, 0]) > np.mean(right[:3, 0]) else (right, left)
