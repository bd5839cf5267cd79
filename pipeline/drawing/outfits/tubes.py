"""The tubes that arms are made of, and what is drawn on their cloth: shadow, light, checks and folds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

import numpy as np
import numpy.typing as npt

from pipeline.drawing.geometry import BODY, Values
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.modelling import Lay, around_stops, lit, soft_fold, wedge
from pipeline.drawing.outfits.patterns import Checks
from pipeline.drawing.outfits.ribs import furrows
from pipeline.drawing.palette import Colour, Ramp
from pipeline.drawing.pen import Axis, Layer, Linear, Paint
from pipeline.types.arrays import FloatArray

_OVER = 70.0
"""How far an arm's light and shadow go on over the shoulder."""

_CUFF = 8.0
"""How far a shirt's cuff shows below the sleeve of a jacket."""
_UPRIGHT = 60.0
"""How far an elbow is beside the wrist, at most, where a forearm is held up."""
_BOW = 0.07
"""How far the end of a sleeve bows, as a share of the last step of its tube."""

ARMPIT = 2
"""The point of an upper arm's inner side where the body leaves it."""


class Start(Enum):
    """How a piece of an arm begins."""

    SHOULDER = auto()
    ELBOW = auto()
    OPEN = auto()


class Only(Enum):
    """What is drawn of a piece of an arm that is one form with another."""

    INK = auto()
    CLOTH = auto()


@dataclass(frozen=True, eq=False)
class Tube:
    """A piece of an arm, at the viewer's right: design units, [n, 2] each.

    Attributes:
        path: its middle, downward. outer: its side away from the body. inner: the other one.
    """

    path: FloatArray
    outer: FloatArray
    inner: FloatArray

    @classmethod
    def around(cls, path: FloatArray, half: FloatArray, inner_half: FloatArray | None = None) -> Tube:
        """The tube around a path with these half-widths [n]; ``inner_half``: those of its inner side, where they differ."""
        along = np.gradient(path, axis=0)
        along /= np.maximum(np.hypot(along[:, :1], along[:, 1:]), 1e-6)
        across = np.column_stack([along[:, 1], -along[:, 0]])
        if np.mean(across[:3, 0]) < 0:
            across = -across
        within = half if inner_half is None else inner_half
        return cls(path, path + across * half[:, None], path - across * within[:, None])

    def __len__(self) -> int:
        return len(self.path)

    def part(self, first: int, last: int) -> Tube:
        """Its points from the first to before the last one."""
        return Tube(self.path[first:last], self.outer[first:last], self.inner[first:last])

    def way(self, at: int) -> FloatArray:
        """The unit vector [2] along it at one of its points."""
        along = self.path[min(at + 1, len(self) - 1)] - self.path[max(at - 1, 0)]
        return np.asarray(along / np.hypot(*along))

    def tip(self) -> FloatArray:
        """The point of a sharp elbow at the end of an upper arm, [1, 2]."""
        along = self.path[-1:] - self.path[-2:-1]
        half = np.hypot(*(self.outer[-1] - self.path[-1]))
        return np.asarray(self.path[-1:] + along / np.hypot(*along[0]) * half * 0.8)

    def behind(self) -> FloatArray:
        """The point behind a forearm's round beginning, [1, 2]."""
        back = self.path[0] - self.path[1]
        half = np.hypot(*(self.outer[0] - self.path[0]))
        return np.asarray(self.path[:1] + back / np.hypot(*back) * half * 0.85)

    def hem(self) -> FloatArray:
        """The middle of the end of a sleeve, which bows, [1, 2]."""
        return np.asarray(self.path[-1:] + (self.path[-1:] - self.path[-2:-1]) * _BOW)


class ArmBrush:
    """Draws on one arm what is worked out for the viewer's right: ``sign`` 1 is that one, -1 the left one."""

    def __init__(self, kit: OutfitKit, sign: int) -> None:
        self.kit, self.sign = kit, sign

    def fill(self, points: npt.ArrayLike, paint: Paint, layer: Layer, corners: tuple[int, ...]) -> int:
        """A closed shape on the body; returns its curve."""
        flat = np.asarray(points, np.float64) * [self.sign, 1]
        return self.kit.pen.fill(self.kit.on_body(flat), paint, layer, BODY, corners)

    def lay(self, layer: Layer) -> Lay:
        """``fill`` in a layer."""

        def fill(points: npt.ArrayLike, paint: Paint, corners: tuple[int, ...]) -> int:
            return self.fill(points, paint, layer, corners)

        return fill

    def axis(self, start: npt.ArrayLike, end: npt.ArrayLike) -> Axis:
        """What a gradient between two points hangs on."""
        ends = self.kit.on_body(np.array([start, end], np.float64) * [self.sign, 1])
        return self.kit.pen.axis(ends[0].tolist(), ends[1].tolist(), BODY)

    def line(
        self, points: npt.ArrayLike, widths: Values, paint: Paint, layer: Layer, detail: float = 0.0,
        corners: tuple[int, ...] = (),
    ) -> None:  # fmt: skip
        """Ink on the body."""
        flat = np.asarray(points, np.float64) * [self.sign, 1]
        self.kit.pen.line(self.kit.on_body(flat), widths, paint, layer, BODY, corners, detail)


def shade_far_side(brush: ArmBrush, tube: Tube, tone: Ramp, layer: Layer) -> None:
    """Shadow on the side away from the light."""
    count = len(tube)
    side, other = (tube.outer, tube.inner) if brush.sign > 0 else (tube.inner, tube.outer)
    along = np.linspace(0, 1, count)
    depth = np.interp(along, [0, 0.25, 0.55, 0.8, 1], [0.16, 0.34, 0.46, 0.36, 0.48])[:, None]
    band = np.vstack([side + (side - other) * 0.1, (side + (other - side) * depth)[::-1]])
    brush.fill(band, tone.shade, layer, (0, count - 1, count, 2 * count - 1))


def light_up(brush: ArmBrush, tube: Tube, ramp: Ramp, layer: Layer) -> None:
    """Light along a sleeve, near its side toward the light."""
    count = len(tube)
    near, far = (tube.inner, tube.outer) if brush.sign > 0 else (tube.outer, tube.inner)
    along = np.linspace(0, 1, count)[1:-1]
    share = np.interp(along, [0, 0.3, 0.6, 1], [0.34, 0.30, 0.22, 0.30])[:, None]
    width = 0.16 * np.sin(np.pi * along)[:, None]
    across = (far - near)[1:-1]
    edges = [near[1:-1] + across * place for place in (share, share + width)]
    brush.fill(np.vstack([edges[0], edges[1][::-1]]), lit(ramp), layer, (0, count - 3))


def round_off(
    brush: ArmBrush,
    tube: Tube,
    tone: Ramp,
    layer: Layer,
    *,
    gleam: float,
    depth: float,
    onward: bool,
    back: float = 0.0,
) -> None:
    """Light and shadow around a straight piece of an arm (see ``around_stops``); ``onward`` goes on over the shoulder above it, ``back``
    is how far it begins before a round end.
    """
    near, far = (tube.inner, tube.outer) if brush.sign > 0 else (tube.outer, tube.inner)
    middle = len(tube) // 2
    spread = (tube.outer - tube.inner) * 0.12
    outer, inner = tube.outer + spread, tube.inner - spread
    if onward:
        outer, inner = np.vstack([outer[0] - tube.way(0) * _OVER, outer]), inner[ARMPIT:]
    elif back:
        outer, inner = (np.vstack([edge[0] - tube.way(0) * back, edge]) for edge in (outer, inner))
    band = np.vstack([outer, inner[::-1]])
    ends = (0, len(outer) - 1, len(outer), len(band) - 1)
    axis = brush.axis(near[middle], far[middle])
    brush.fill(band, Linear(around_stops(tone, lit(tone), gleam, depth), axis), layer, ends)


def soft_elbow(brush: ArmBrush, tube: Tube, ramp: Ramp, layer: Layer, at: int) -> None:
    """Folds that fan out from the inside of the elbow, which is the tube's point ``at``, and one outside above it."""
    way, across = tube.way(at), (tube.inner[at] - tube.outer[at]) / 2
    for along, reach, curl, width, paint in (
        (-24, 0.52, 15, 11, ramp.shade), (-10, 0.80, 9, 13, ramp.deep), (5, 0.66, -3, 11, ramp.deep),
        (20, 0.42, -12, 10, ramp.shade),
    ):  # fmt: skip
        root = tube.path[at] + across * 1.05 + way * along
        tip = root - across * reach * 2 + way * curl
        soft_fold(brush.lay(layer), brush.axis, root, tip, -width, -2.0, paint)
    root = tube.path[at] - across * 1.05 - way * 26
    soft_fold(brush.lay(layer), brush.axis, root, root + across * 0.8 + way * 10, 9.0, 2.0, ramp.shade)
    for along, reach, curl, heavy in ((-10, 0.42, 6, 1.5), (6, 0.30, -1, 1.2)):
        root = tube.path[at] + across * 1.0 + way * along
        crease = [root, root - across * reach + way * curl * 0.3, root - across * reach * 2 + way * curl]
        brush.line(crease, [heavy, 0.7 * heavy, 0.1], ramp.line, layer, detail=0.15)


def soft_armpit(brush: ArmBrush, tube: Tube, ramp: Ramp, layer: Layer) -> None:
    """Folds that the armpit pulls into the upper part of a sleeve."""
    way, across = tube.way(ARMPIT), (tube.inner[ARMPIT] - tube.outer[ARMPIT]) / 2
    root = tube.inner[ARMPIT]
    for along, reach, curl, width, paint in ((2, 1.2, -22, 12, ramp.deep), (16, 0.9, -4, 10, ramp.shade)):
        start = root + way * along + across * 0.05
        soft_fold(brush.lay(layer), brush.axis, start, start - across * reach + way * curl, -width, -3.0, paint)


def soft_cuff(brush: ArmBrush, tube: Tube, ramp: Ramp, layer: Layer) -> None:
    """Folds of cloth that lies loose over a cuff: one from either side."""
    last = len(tube) - 2
    way, across = tube.way(last), (tube.inner[last] - tube.outer[last]) / 2
    for side, along, curl, width, paint in ((1, 6, -10, -10.0, ramp.deep), (-1, 12, -6, 9.0, ramp.shade)):
        root = tube.path[last] + across * 1.05 * side + way * along
        soft_fold(brush.lay(layer), brush.axis, root, root - across * 1.15 * side + way * curl, width, 1.0, paint)
    root = tube.path[last] + across + way * 6
    crease = [root, root - across * 0.35 - way * 2, root - across * 0.75 - way * 7]
    brush.line(crease, [1.4, 1.0, 0.1], ramp.line, layer, detail=0.15)


def ribbed_cuff(brush: ArmBrush, upper: FloatArray, lower: FloatArray, tone: Ramp, layer: Layer) -> None:
    """The ribbed cuff of a sleeve between two lines across it, [3, 2] each."""
    brush.line(upper, 1.2, tone.line, layer)
    for furrow in furrows(upper, lower):
        brush.line((furrow[:2].mean(0), furrow[2:].mean(0)), 0.9, tone.deep, layer, detail=0.2)


def shirt_cuff(brush: ArmBrush, wrist: FloatArray, way: FloatArray, half: float, ramp: Ramp, layer: Layer) -> None:
    """The end of a shirt's sleeve below a jacket's: ``half`` its width, ``way`` along the forearm."""
    across = np.array([way[1], -way[0]]) * half
    top, foot = wrist - way * 14, wrist + way * _CUFF
    band = np.vstack([top - across, top + across, foot + across, foot + way * 2, foot - across])
    brush.fill(band, ramp.base, layer, (0, 1, 2, 4))
    brush.line(band[[1, 2, 3, 4, 0]], 1.2, ramp.line, layer, corners=(1, 3))


def weave(brush: ArmBrush, tube: Tube, checks: Checks, layer: Layer) -> None:
    """Checks along and around a sleeve."""
    outer, inner = tube.outer, tube.inner
    for share in (0.18, 0.66):
        edges = [outer + (inner - outer) * place for place in (share, share + 0.2)]
        brush.fill(np.vstack([edges[0], edges[1][::-1]]), checks.bar, layer, ())
    places = np.r_[0, np.cumsum(np.hypot(*np.diff(tube.path, axis=0).T))]

    def across(at: float) -> FloatArray:
        a, b = np.array([[np.interp(at, places, edge[:, axis]) for axis in (0, 1)] for edge in (outer, inner)])
        return np.array([a + (a - b) * 0.1, (a + b) / 2 + np.array([0, 4]), b + (b - a) * 0.1])

    for at in np.arange(14, places[-1], 26):
        brush.fill(np.vstack([across(at), across(at + 10)[::-1]]), checks.bar, layer, (0, 2, 3, 5))
        brush.line(across(at - 8), 0.9, checks.thread, layer, detail=0.15)


def cover(brush: ArmBrush, tube: Tube, tone: Ramp, layer: Layer) -> None:
    """The outfit's pattern around a sleeve."""
    kit = brush.kit
    way = tube.way(0) * _OVER
    outer, inner = (np.vstack([edge[:1] - way, edge]) for edge in (tube.outer, tube.inner))
    middle = (outer + inner) / 2
    places = np.r_[0, np.cumsum(np.hypot(*np.diff(middle, axis=0).T))]
    half = float(np.mean(np.hypot(*(outer - inner).T))) / 2

    def place(flat: FloatArray) -> FloatArray:
        share = flat[:, 0] / half
        along = flat[:, 1] + _OVER + 4 * (1 - share**2)
        a, b = (
            np.column_stack([np.interp(along, places, edge[:, axis]) for axis in (0, 1)]) for edge in (middle, outer)
        )
        return np.asarray((a + (b - a) * share[:, None]) * [brush.sign, 1])

    kit.cover(kit.pattern, tone, half, float(places[-1]) - _OVER, place, layer)


def elbow_folds(brush: ArmBrush, tube: Tube, ramp: Ramp, layer: Layer, at: int) -> None:
    """Folds that fan out from the inside of the elbow, which is the tube's point ``at``."""
    for along, reach, curl, width, paint in (
        (-24, 0.5, 12, 9, ramp.shade),
        (-8, 0.82, 7, 12, ramp.deep),
        (8, 0.74, -3, 12, ramp.shade),
        (25, 0.45, -12, 9, ramp.shade),
    ):
        _fold(brush, tube, paint, layer, at, along=along, reach=reach, curl=curl, width=width)


def cuff_folds(brush: ArmBrush, tube: Tube, ramp: Ramp, layer: Layer) -> None:
    """Folds of cloth that lies loose above a cuff."""
    last = len(tube) - 2
    _fold(brush, tube, ramp.shade, layer, last, along=8, reach=0.55, curl=-5, width=8)
    _fold(brush, tube, ramp.shade, layer, last, along=-4, reach=0.4, curl=9, width=8, side=-1)


def _fold(
    brush: ArmBrush, tube: Tube, paint: Colour, layer: Layer, at: int, *, along: float, reach: float, curl: float,
    width: float, side: int = 1,
) -> None:  # fmt: skip
    """One fold from an edge inward.

    Args:
        at: the tube's point near which it begins. along: how far behind that. side: 1 from the inner edge, -1 from the outer.
        reach: how much of the tube's width it goes. curl: how far its tip lies behind its root. width: of its root.
    """
    way, across = tube.way(at), (tube.inner[at] - tube.outer[at]) / 2 * side
    root = tube.path[at] + across * 1.04 + way * along
    brush.fill(wedge(root, root - across * reach * 2 + way * curl, width), paint, layer, (0, 1, 3))


def elbow_creases(brush: ArmBrush, tube: Tube, ramp: Ramp, layer: Layer, at: int) -> None:
    """The thin creases that elbows have on bodies that stand straight."""
    way, across = tube.way(at), (tube.inner[at] - tube.outer[at]) / 2
    for place, size, curl in ((-22, 0.62, 7), (-6, 0.95, 5), (9, 0.80, -2), (26, 0.5, -7)):
        start = tube.path[at] + way * place + across * 1.02
        crease = np.array([start, start - across * size + way * curl * 0.6, start - across * (0.5 + size) + way * curl])
        brush.line(crease, [2.8, 1.9, 0.1], ramp.shade, layer)
        brush.line(crease[:2], [1.1, 0.1], ramp.deep, layer, detail=0.25)


def bag(brush: ArmBrush, elbow: FloatArray, wrist: FloatArray, ramp: Ramp, layer: Layer) -> None:
    """The part of a kimono's sleeve that hangs from a forearm held before the body, with a band along its end."""
    kit = brush.kit
    moves = ((elbow, 12, 0), (wrist, 14, -8), (wrist, 16, 30), (wrist, 26, 88), (elbow, -6, 150), (elbow, 14, 60))
    if kit.art.graded and abs(elbow[0] - wrist[0]) < _UPRIGHT:
        # It has slid down to the elbow of a raised arm, from which it hangs before the body.
        moves = (
            (elbow, 18, -34),
            (elbow, 24, 0),
            (elbow, 22, 40),
            (elbow, 10, 124),
            (elbow, -62, 118),
            (elbow, -30, 10),
        )
    sack = np.array([at + np.array([x, y]) for at, x, y in moves])
    curve = brush.fill(sack, kit.cloth(ramp), layer, (1, 3, 4))
    with kit.pen.clipped(curve):
        brush.line(sack[[2, 3, 4]] - np.array([0, 14]), 3.0, kit.tones.accent.base, layer)
        shade = np.vstack([sack[[0, 5, 4]], sack[[4, 5, 0]] * 0.6 + sack.mean(0) * 0.4])
        brush.fill(shade, ramp.shade, layer, (0, 2, 3))
    brush.line(np.vstack([sack[1:], sack[:1]]), 1.5, ramp.line, layer, corners=(0, 2, 3) if kit.art.graded else ())
