"""The mesh: every curve of a character in one array of points, turned into Bezier paths in one go.

A curve is a smooth chain of cubics through its points; the handles lie along the neighbours' direction, scaled to each
segment, and ``corners`` break that direction. A line is a curve with a half-width at every point: ink that swells and
tapers, drawn as a filled outline.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from pipeline.types.arrays import ComplexArray, Float32Array, FloatArray

Values = float | Sequence[float] | FloatArray

MOVE, LINE, CUBIC, CLOSE = 1, 2, 3, 0
"""Path commands, numbered as the rasteriser numbers them."""
BROWS = -30.0
"""y above which a head is lower or higher than as it is drawn."""
FARTHEST = 1.3
"""What lies beyond its chain's tip swings like a point at this share of the chain's length."""


@dataclass(frozen=True)
class Attach:
    """What moves a point; every field may be one number or one per point.

    Attributes:
        head: 1 follows the head, 0 the body.
        turn: how far the point turns with the head; 0 for outlines, which a turning ball keeps.
        wrap: a point that would turn past the outline stays on it (hair and skin that go round the head).
        chain: the chain (see ``Chain``) whose swing it follows, -1 for none.
        give: multiplies that swing.
    """

    head: Values = 1.0
    turn: Values = 1.0
    wrap: bool = False
    chain: int = -1
    give: Values = 1.0


HEAD = Attach()
SKULL = Attach(wrap=True)
OUTLINE = Attach(turn=0.0)
BODY = Attach(head=0.0)


@dataclass(frozen=True)
class Chain:
    """Something that swings: a lock of hair, a ribbon's end, an ear.

    Attributes:
        root: where it hangs (x, y, z), in design units.
        tip: where it ends at rest.
        head: 1 when the root is on the head, 0 on the body.
        turn: as in Attach.
        rate: swings per second; long hair 1.2, a short lock 2.5, an ear 4.
        damping: 0 swings for ever, 1 not at all.
        hang: 0 keeps its place on the head when the head tilts, 1 hangs straight down.
    """

    root: tuple[float, float, float]
    tip: tuple[float, float, float]
    head: float = 1.0
    turn: float = 1.0
    rate: float = 1.8
    damping: float = 0.35
    hang: float = 0.6

    @property
    def length(self) -> float:
        """Distance from root to tip on the picture, in design units; at least 1."""
        return max(1.0, float(np.hypot(self.tip[0] - self.root[0], self.tip[1] - self.root[1])))


@dataclass(frozen=True)
class Curve:
    """Where a curve lies in the mesh: points [start, stop)."""

    start: int
    stop: int
    closed: bool
    corners: frozenset[int]
    widths: FloatArray | None = field(compare=False)


class Mesh:
    """Collects curves, then ``freeze``s into arrays that ``outline`` turns into paths."""

    def __init__(self, crown: float = 1.0) -> None:
        """``crown``: how high the part of a head above its brows is, as a share of what is drawn."""
        self._crown = crown
        self.curves: list[Curve] = []
        self.chains: list[Chain] = []
        self._points: list[FloatArray] = []
        self._attached: list[FloatArray] = []
        self._count = 0

    def chain(self, chain: Chain) -> int:
        """Adds a chain and returns its number for ``Attach.chain``."""
        if chain.head:
            ends = self._flattened(np.array([chain.root, chain.tip]))
            chain = replace(chain, root=tuple(ends[0]), tip=tuple(ends[1]))
        self.chains.append(chain)
        return len(self.chains) - 1

    def add(
        self,
        points: npt.ArrayLike,
        attach: Attach = HEAD,
        corners: Sequence[int] = (),
        widths: Values | None = None,
        closed: bool = True,
    ) -> int:
        """Adds a curve through ``points`` [n, 2 or 3]; with ``widths`` (half-widths) it is an open line."""
        rest = np.asarray(points, np.float64)
        if rest.shape[1] == 2:
            rest = np.column_stack([rest, np.zeros(len(rest))])
        count = len(rest)
        rest = np.where(np.broadcast_to(attach.head, (count,))[:, None] > 0, self._flattened(rest), rest)
        attached = np.zeros((count, 5))
        attached[:, 0] = attach.head
        attached[:, 1] = attach.turn
        attached[:, 2] = attach.wrap
        attached[:, 3] = attach.chain
        if attach.chain >= 0:
            chain = self.chains[attach.chain]
            away = np.hypot(rest[:, 0] - chain.root[0], rest[:, 1] - chain.root[1]) / chain.length
            along = (rest[:, 0] - chain.root[0]) * (chain.tip[0] - chain.root[0]) + (rest[:, 1] - chain.root[1]) * (
                chain.tip[1] - chain.root[1]
            )
            attached[:, 4] = np.where(along > 0, np.minimum(away, FARTHEST), 0) * attach.give
        spread = None if widths is None else np.broadcast_to(np.asarray(widths, np.float64), (count,)).copy()
        self._points.append(rest)
        self._attached.append(attached)
        wrapped = frozenset(corner % count for corner in corners)
        self.curves.append(Curve(self._count, self._count + count, closed and spread is None, wrapped, spread))
        self._count += count
        return len(self.curves) - 1

    def _flattened(self, points: FloatArray) -> FloatArray:
        """Points [n, 3] of a head with the height of its crown."""
        x, y, z = points.T
        return np.column_stack([x, np.maximum(y, BROWS) + np.minimum(y - BROWS, 0.0) * self._crown, z])

    def raise_from(self, first: int, height: float) -> None:
        """Moves all curves from number ``first`` on upward."""
        for points in self._points[first:]:
            points[:, 1] -= height

    def points(self, first: int) -> tuple[slice, FloatArray]:
        """Where the points of all curves from number ``first`` on lie in the mesh, and those points at rest, [n, 3]."""
        if first >= len(self.curves):
            return slice(self._count, self._count), np.zeros((0, 3))
        start = self.curves[first].start
        return slice(start, self._count), np.concatenate(self._points)[start:]

    def freeze(self) -> FrozenMesh:
        """The mesh as drawn so far, ready to be bent and outlined."""
        return FrozenMesh(
            np.concatenate(self._points), np.concatenate(self._attached), tuple(self.curves), tuple(self.chains)
        )


def runs_back(curve: Curve, rest: FloatArray) -> bool:
    """Whether a shape's path takes its points [N, 3] of the mesh at rest in reverse: shapes all run the same way round."""
    x, y = rest[curve.start : curve.stop, 0], rest[curve.start : curve.stop, 1]
    return bool(np.dot(x, np.roll(y, -1)) < np.dot(y, np.roll(x, -1)))


class FrozenMesh:
    """A finished mesh.

    Attributes:
        rest: [N, 3] points at rest, design units: origin in the skull's middle, x to the viewer's right, y down,
            z toward the viewer.
        head, turn, wrap, chain, reach: per point [N], see ``Attach``; reach is the share of its chain's length.
        width: per point [N], half of the line's; 0 on shapes.
        spans: per curve, first point and number of points in what ``outline`` gives.
        command_spans: per curve, first command and number of commands.
        commands: uint8, path commands of all curves.
    """

    def __init__(
        self, rest: FloatArray, attached: FloatArray, curves: tuple[Curve, ...], chains: tuple[Chain, ...]
    ) -> None:
        self.rest = rest
        self.head, self.turn, self.wrap = attached[:, 0], attached[:, 1], attached[:, 2] > 0
        self.chain, self.reach = attached[:, 3].astype(np.intp), attached[:, 4]
        self.curves, self.chains = curves, chains
        count = len(rest)
        every = np.arange(count)
        self._next, self._previous = every.copy(), every.copy()
        # A handle's direction goes from _from to _to; at a corner the outgoing and the incoming handle differ.
        self._out_to, self._out_from = every.copy(), every.copy()
        self._in_to, self._in_from = every.copy(), every.copy()
        self.width = np.zeros(count)
        # Lines alone have two sides: those of their points lie one after the other behind all points (see ``_trace``).
        self._inked = np.concatenate(
            [every[:0], *(every[curve.start : curve.stop] for curve in curves if curve.widths is not None)]
        )
        place_of = np.zeros(count, np.intp)
        place_of[self._inked] = np.arange(len(self._inked))
        picks: list[int] = []
        commands: list[int] = []
        self.spans: list[tuple[int, int]] = []
        self.command_spans: list[tuple[int, int]] = []
        for curve in curves:
            self._link(curve)
            first, first_command = len(picks), len(commands)
            self._trace(curve, rest, int(place_of[curve.start]), picks, commands)
            self.spans.append((first, len(picks) - first))
            self.command_spans.append((first_command, len(commands) - first_command))
        self._picks = np.array(picks, np.intp)
        self.commands = np.array(commands, np.uint8)

    def _link(self, curve: Curve) -> None:
        start, size = curve.start, curve.stop - curve.start
        if curve.widths is not None:
            self.width[start : curve.stop] = curve.widths
        for index in range(size):
            here = start + index
            ahead = start + (index + 1) % size if curve.closed else min(here + 1, curve.stop - 1)
            behind = start + (index - 1) % size if curve.closed else max(here - 1, start)
            self._next[here], self._previous[here] = ahead, behind
            if index in curve.corners or here in {ahead, behind}:
                self._out_to[here], self._out_from[here] = ahead, here
                self._in_to[here], self._in_from[here] = here, behind
            else:
                self._out_to[here] = self._in_to[here] = ahead
                self._out_from[here] = self._in_from[here] = behind

    def _trace(self, curve: Curve, rest: FloatArray, place: int, picks: list[int], commands: list[int]) -> None:
        """The order in which points leave the table of ``outline``: point, out handle and in handle of all points, then
        those of one side of all inked points, then those of the other; ``place`` is a line's first one among these.

        Shapes all run the same way round, so that overlapping ones can be filled together without holes.
        """
        count, inked = len(rest), len(self._inked)
        if curve.widths is None:
            points = list(range(curve.start, curve.stop))
            leave, arrive = count, 2 * count
            if runs_back(curve, rest):
                points.reverse()
                leave, arrive = arrive, leave
            picks.append(points[0])
            commands.append(MOVE)
            for here, ahead in pairwise([*points, points[0]] if curve.closed else points):
                picks += [leave + here, arrive + ahead, ahead]
                commands.append(CUBIC)
        else:
            points = list(range(place, place + curve.stop - curve.start))
            left, right = 3 * count, 3 * count + 3 * inked
            picks.append(left + points[0])
            commands.append(MOVE)
            for here, ahead in pairwise(points):
                picks += [left + inked + here, left + 2 * inked + ahead, left + ahead]
                commands.append(CUBIC)
            picks.append(right + points[-1])
            commands.append(LINE)
            for here, ahead in reversed(list(pairwise(points))):
                picks += [right + 2 * inked + ahead, right + inked + here, right + here]
                commands.append(CUBIC)
        commands.append(CLOSE)

    def outline(self, flat: FloatArray, line_scale: float) -> Float32Array:
        """All paths' points, float32 [M, 2], for points on the picture ``flat`` [N, 2].

        A point is one complex number here: half as much to pick as two.
        """
        count, inked = len(flat), len(self._inked)
        points = np.ascontiguousarray(flat).view(np.complex128)[:, 0]
        table = np.empty(3 * count + 6 * inked, np.complex128)
        plain = table[: 3 * count].reshape(3, count)
        left, right = table[3 * count :].reshape(2, 3, inked)
        ahead, behind = points[self._next] - points, points - points[self._previous]
        plain[0] = points
        plain[1] = _along(points[self._out_to] - points[self._out_from], _length(ahead) / 3)
        plain[1] += points
        plain[2] = _along(points[self._in_from] - points[self._in_to], _length(behind) / 3)
        plain[2] += points
        along = (ahead + behind)[self._inked]
        normal = 1j * _along(along, self.width[self._inked] * line_scale)
        sides = plain[:, self._inked]
        np.add(sides, normal, out=left)
        np.subtract(sides, normal, out=right)
        return table[self._picks].view(np.float64).reshape(-1, 2).astype(np.float32)


def _length(ways: ComplexArray) -> FloatArray:
    return np.asarray(np.sqrt(ways.real**2 + ways.imag**2))


def _along(ways: ComplexArray, lengths: FloatArray) -> ComplexArray:
    """Ways of the same directions and these lengths."""
    return np.asarray(ways * (lengths / np.maximum(_length(ways), 1e-6)))


def taper(count: int, low: float, high: float, peak: float = 0.5) -> FloatArray:
    """``count`` half-widths that swell from ``low`` to ``high`` at share ``peak`` and fall to ``low`` again."""
    t = np.linspace(0, 1, count)
    rise = np.minimum(t / max(peak, 1e-3), (1 - t) / max(1 - peak, 1e-3))
    return np.asarray(low + (high - low) * np.minimum(1, rise) ** 0.7)


def mirrored(points: npt.ArrayLike) -> FloatArray:
    """The points with x negated."""
    flipped = np.array(points, np.float64)
    flipped[:, 0] *= -1
    return flipped
