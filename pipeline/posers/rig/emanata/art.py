"""The shapes that signs are made of, each drawn once around (0, 0) and placed anew in every frame."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

import numpy as np
import numpy.typing as npt

from pipeline.drawing.body import SMALL_WIDTH, unsmall_body
from pipeline.drawing.geometry import HEAD, Attach, taper
from pipeline.drawing.palette import Colour, apart
from pipeline.drawing.pen import Layer, Pen
from pipeline.types.arrays import FloatArray, IndexArray

FLOATING: Final = Attach(turn=0.0)
"""Beside the head: goes along when it tilts, not when it turns."""
ON_FACE: Final = HEAD

_WHITE: Final[Colour] = (255, 255, 255, 255)
_WATER: Final[Colour] = (186, 226, 252, 226)
_WATER_LINE: Final[Colour] = (84, 142, 208, 255)
_RED: Final[Colour] = (222, 46, 58, 255)
_PINK: Final[Colour] = (255, 104, 150, 255)
_PINK_LINE: Final[Colour] = (196, 40, 96, 255)
_GOLD: Final[Colour] = (255, 222, 104, 255)
_GOLD_LINE: Final[Colour] = (206, 136, 28, 255)
_BLUE: Final[Colour] = (58, 104, 226, 255)
_VIOLET: Final[Colour] = (136, 74, 222, 255)
_GLOOM: Final[Colour] = (112, 124, 190, 225)
_BLUSH: Final[Colour] = (240, 92, 112, 58)
_BLUSH_LINE: Final[Colour] = (222, 70, 96, 190)


class Stamp:
    """Curves around (0, 0) under one dial; ``size`` is how large they are against what is drawn,
    ``girth`` how much thicker their lines are than that, ``ground`` what they may lie on.
    """

    def __init__(
        self,
        pen: Pen,
        dial: str,
        attach: Attach = FLOATING,
        size: float = 1.0,
        girth: float = 1.0,
        ground: Colour | None = None,
    ) -> None:
        self.pen, self.dial, self.attach, self._ground = pen, dial, attach, ground
        self._curves: list[tuple[slice, FloatArray]] = []
        self._rim, self._size, self._girth = 0.0, size, size * girth

    def fill(self, points: npt.ArrayLike, colour: Colour, corners: tuple[int, ...] = ()) -> int:
        """Fills a closed curve through the points [n, 2], and answers its number."""
        points = np.asarray(points, np.float64)
        if self._rim:
            colour = _WHITE
            self.line(np.concatenate([points, points[:1]]), 0.0, colour, corners)
        points = points * self._size
        curve = self.pen.fill(points, colour, Layer.FRONT, self.attach, corners, dial=self.dial)
        self._keep(curve, points)
        return curve

    def line(
        self, points: npt.ArrayLike, width: float | FloatArray, colour: Colour, corners: tuple[int, ...] = ()
    ) -> None:
        """Draws a line through the points [n, 2]; ``width`` is half of it, for all points or for each."""
        if self._rim:
            width, colour = width + self._rim, _WHITE
        points, width = np.asarray(points, np.float64) * self._size, width * self._girth
        self._keep(self.pen.line(points, width, colour, Layer.FRONT, self.attach, corners, dial=self.dial), points)

    @property
    def is_rim(self) -> bool:
        """Whether what is drawn now is but the rim of what is drawn later."""
        return self._rim > 0

    def shape(self, points: npt.ArrayLike, corners: tuple[int, ...] = ()) -> int:
        """A closed curve through the points [n, 2] that ``paint`` uses later; its number."""
        points = np.asarray(points, np.float64) * self._size
        curve = self.pen.shape(points, self.attach, corners)
        self._keep(curve, points)
        return curve

    def paint(self, curves: Sequence[int], colour: Colour) -> None:
        """Paints curves, all at once."""
        self.pen.paint(curves, colour, Layer.FRONT, dial=self.dial)

    def outlined(self, points: list[tuple[float, float]], fill: Colour, line: Colour, corners: tuple[int, ...]) -> None:
        """A filled shape within its own outline, on a thin white rim that keeps it apart from any hair."""
        around = [*points, points[0]]
        self.line(around, 3.4, _WHITE, corners)
        self.fill(points, fill, corners)
        self.line(around, 1.3, line, corners)

    @contextmanager
    def as_rim(self, width: float) -> Iterator[None]:
        """What is drawn inside the block is white and so much wider all round: drawn again on it, it has a rim."""
        self._rim = width
        try:
            yield
        finally:
            self._rim = 0.0

    def ink(self, colour: Colour) -> Colour:
        """What lines of this colour are drawn with here: one that is told from the ground."""
        return colour if self._ground is None else apart(colour, self._ground)

    def _keep(self, curve: int, points: npt.ArrayLike) -> None:
        slots = self.pen.mesh.curves[curve]
        self._curves.append((slice(slots.start, slots.stop), np.asarray(points, np.float64)))

    def points_above(self, height: float) -> IndexArray:
        """The points of the mesh [n] that lie above ``height`` in the shape as it was drawn."""
        every = [np.arange(slots.start, slots.stop)[points[:, 1] < height] for slots, points in self._curves]
        return np.concatenate(every)

    def place(
        self,
        rest: FloatArray,
        dials: dict[str, float],
        at: tuple[float, float],
        size: float = 1.0,
        angle: float = 0.0,
        opacity: float = 1.0,
        depth: float | FloatArray = 0.0,
        flip: float = 1.0,
        small: float = 1.0,
    ) -> None:
        """Puts it at ``at`` (design units), ``size`` times as large, turned by ``angle`` radians.

        ``flip=-1`` mirrors it first. ``small`` other than 1 is the size of a head over a small body, on which all
        of this is meant as it is seen.
        """
        sine, cosine = size * np.sin(angle), size * np.cos(angle)
        # All curves at once: a program of this (see ``Tape``) has each step once, not once for each curve.
        x, y = np.concatenate([points for _, points in self._curves]).T
        across, down = flip * cosine * x - sine * y + at[0], flip * sine * x + cosine * y + at[1]
        if small != 1.0:
            across, down = across / SMALL_WIDTH, unsmall_body(down, small)
        first = 0
        for slots, points in self._curves:
            mine = slice(first, first := first + len(points))
            rest[slots, 0], rest[slots, 1] = across[mine], down[mine]
            rest[slots, 2] = depth
        dials[self.dial] = opacity

    def mould(self, rest: FloatArray, dials: dict[str, float], points: FloatArray, opacity: float) -> None:
        """Gives every curve these points [n, 3] (all curves have n of them, closed lines one more)."""
        for slots, local in self._curves:
            closed = points if len(local) == len(points) else np.concatenate([points, points[:1]])
            rest[slots] = closed
        dials[self.dial] = opacity


Art = Callable[[Stamp], None]


def drop(stamp: Stamp) -> None:
    """A drop of water."""
    shape = [(0.0, -17.0), (6.5, -3.0), (9.0, 5.0), (0.0, 13.0), (-9.0, 5.0), (-6.5, -3.0)]
    stamp.outlined(shape, _WATER, _WATER_LINE, (0,))
    stamp.fill([(-4.5, 2.0), (-2.5, -3.0), (-1.5, 3.0), (-3.0, 6.5)], _WHITE)


def puddle(stamp: Stamp) -> None:
    """Water that stands on the lower lid."""
    stamp.fill([(-17.0, -1.0), (-8.0, -4.5), (8.0, -4.5), (17.0, -1.0), (9.0, 4.5), (-9.0, 4.5)], (206, 236, 255, 205))
    stamp.line([(-17.0, -1.0), (-9.0, 4.5), (0.0, 5.8), (9.0, 4.5), (17.0, -1.0)], 0.9, _WATER_LINE)
    for x in (-9.0, 8.0):
        stamp.fill([(x - 3, -1.0), (x, -3.2), (x + 3, -1.0), (x, 1.2)], _WHITE)


def stream(stamp: Stamp) -> None:
    """A ring of 14 points that the sign moulds into a river of tears."""
    ring = [(float(np.cos(a)), float(np.sin(a))) for a in np.linspace(0, 2 * np.pi, 14, endpoint=False)]
    stamp.fill(ring, (190, 228, 255, 196))
    stamp.line([*ring, ring[0]], 1.2, (96, 156, 220, 235))


def heart(stamp: Stamp) -> None:
    """A heart."""
    shape = [(0, -7), (-9, -15), (-19, -9), (-15, 4), (0, 18), (15, 4), (19, -9), (9, -15)]
    stamp.outlined([(float(x), float(y)) for x, y in shape], _PINK, _PINK_LINE, (0, 4))
    stamp.fill([(-13.0, -6.0), (-10.0, -11.0), (-6.0, -10.0), (-10.0, -5.0)], (255, 214, 226, 255))


def vein(stamp: Stamp) -> None:
    """The cross-shaped vein of anger."""
    quarter = np.array([(4.5, -20.0), (6.0, -11.0), (11.0, -6.0), (20.0, -4.5)])
    for colour, width in ((_WHITE, 4.8), (stamp.ink(_RED), 3.0)):
        for turn in range(4):
            sine, cosine = np.sin(turn * np.pi / 2), np.cos(turn * np.pi / 2)
            stamp.line(quarter @ np.array([[cosine, sine], [-sine, cosine]]), taper(4, 0.5, 1.0) * width, colour)


def puff(stamp: Stamp) -> None:
    """A puff of steam."""
    angles = np.linspace(0, 2 * np.pi, 42, endpoint=False)
    radius = 14 + 5 * np.abs(np.sin(3.5 * angles))
    ring = [(float(r * np.cos(a) * 1.15), float(r * np.sin(a) * 0.85)) for r, a in zip(radius, angles, strict=True)]
    notches = tuple(range(0, 42, 6))
    stamp.fill(ring, (255, 255, 255, 240), notches)
    stamp.line([*ring, ring[0]], 1.3, (132, 140, 172, 255), notches)


def letter_z(stamp: Stamp) -> None:
    """The Z of sleep."""
    _lettered(stamp, [(-12.0, -13.0), (12.0, -13.0), (-12.0, 13.0), (12.0, 13.0)], (86, 106, 190, 255), (1, 2))


def question(stamp: Stamp) -> None:
    """A question mark."""
    hook = [(-12.0, -14.0), (-8.0, -24.0), (4.0, -26.0), (12.0, -17.0), (8.0, -7.0), (0.0, -1.0), (-1.0, 8.0)]
    _lettered(stamp, hook, _BLUE, (), dot=(-1.0, 20.0))


def exclamation(stamp: Stamp) -> None:
    """An exclamation mark."""
    stroke, widths = [(3.0, -30.0), (1.5, -10.0), (0.0, 6.0)], np.array([6.0, 4.6, 2.6])
    for colour, wider in ((_WHITE, 2.6), (stamp.ink(_RED), 0.0)):
        stamp.line(stroke, widths + wider, colour)
        stamp.fill(_ring(-1.0, 18.0, 4.6 + wider), colour)


def cross(stamp: Stamp) -> None:
    """A cross that says no."""
    strokes = ([(-17.0, -18.0), (0.0, 0.0), (17.0, 18.0)], [(17.0, -18.0), (0.0, 0.0), (-17.0, 18.0)])
    for colour, width in ((_WHITE, 7.2), (stamp.ink(_RED), 4.6)):
        for stroke in strokes:
            stamp.line(stroke, width, colour)


def note(stamp: Stamp) -> None:
    """A quaver."""
    head = [(-15.0, 13.0), (-8.0, 7.5), (0.0, 9.0), (1.5, 15.0), (-5.5, 21.5), (-14.0, 20.0)]
    stem = [(0.5, 14.0), (0.5, -5.0), (0.5, -24.0)]
    violet = stamp.ink(_VIOLET)
    flag = [(0.5, -24.0), (6.5, -14.0), (15.5, -9.5), (14.0, 2.0)]
    for colour, wider in ((_WHITE, 2.4), (violet, 0.0)):
        stamp.line([*head, head[0]], 1.4 + wider, colour)
        stamp.line(stem, 2.3 + wider, colour)
        stamp.line(flag, np.array([3.4, 3.4, 2.6, 1.0]) + wider, colour)
    stamp.fill(head, violet)


def sparkle(stamp: Stamp) -> None:
    """A star of four long points."""
    _star(stamp, points=4, outer=20.0, inner=5.0)


def star(stamp: Stamp) -> None:
    """A star of five points."""
    _star(stamp, points=5, outer=17.0, inner=8.0)


def gloom(stamp: Stamp) -> None:
    """Strokes that darken the upper face."""
    for index, x in enumerate(np.linspace(-66, 66, 12)):
        length = (58.0, 40.0, 66.0, 48.0)[index % 4]
        stamp.line([(x, -78.0), (x, -78.0 + length / 2), (x, -78.0 + length)], np.array([1.5, 1.2, 0.2]), _GLOOM)


def blush(stamp: Stamp) -> None:
    """A red cheek with three hatches."""
    for shrink in (1.0, 0.72, 0.46):
        ring = np.linspace(0, 2 * np.pi, 12, endpoint=False)
        stamp.fill(np.column_stack([21 * shrink * np.cos(ring), 10 * shrink * np.sin(ring)]), _BLUSH)
    for x in (-9.0, 0.0, 9.0):
        stamp.line([(x + 3, -5.0), (x, 0.0), (x - 3, 5.0)], np.array([0.3, 1.2, 0.3]), _BLUSH_LINE)


def _star(stamp: Stamp, points: int, outer: float, inner: float) -> None:
    angles = np.linspace(-np.pi / 2, 3 * np.pi / 2, 2 * points, endpoint=False)
    radius = np.where(np.arange(2 * points) % 2 == 0, outer, inner)
    shape = [(float(r * np.cos(a)), float(r * np.sin(a))) for r, a in zip(radius, angles, strict=True)]
    stamp.outlined(shape, _GOLD, _GOLD_LINE, tuple(range(2 * points)))


def _lettered(
    stamp: Stamp,
    path: list[tuple[float, float]],
    colour: Colour,
    corners: tuple[int, ...],
    dot: tuple[float, float] | None = None,
) -> None:
    for paint, width in ((_WHITE, 6.0), (stamp.ink(colour), 3.4)):
        stamp.line(path, width, paint, corners)
        if dot is not None:
            stamp.fill(_ring(*dot, width * 1.2), paint)


def _ring(x: float, y: float, radius: float) -> FloatArray:
    angles = np.linspace(0, 2 * np.pi, 8, endpoint=False)
    return np.column_stack([x + radius * np.cos(angles), y + radius * np.sin(angles)])
