"""A drawing: curves of the mesh with the paint that fills each, in layers from back to front.

Parts draw with a ``Pen``. Nothing here knows which library turns the marks into pixels.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import IntEnum, auto

import numpy as np
import numpy.typing as npt

from pipeline.drawing.geometry import HEAD, Attach, Chain, FrozenMesh, Mesh, Values, taper
from pipeline.drawing.palette import Colour, fade
from pipeline.types.arrays import FloatArray

ECHO_LEAD = -0.4
"""A pencil's second stroke begins so much of its lean on the other side of the line."""
ECHO_WIDTH = 0.6
"""Of the line's width."""


class Layer(IntEnum):
    """From back to front. Within a layer, what is drawn first lies behind."""

    BEHIND = auto()
    """Halo, the far part of a hat, wings of a ribbon at the back."""
    BACK_HAIR = auto()
    BACK_TAILS = auto()
    BODY = auto()
    """Skin of neck, chest and shoulders."""
    OUTFIT = auto()
    OUTFIT_OVER = auto()
    """Collars, ties, lapels: over everything else that is worn."""
    NECK_WEAR = auto()
    """Choker, scarf."""
    FRONT_TAILS = auto()
    """Hair that falls over the shoulders."""
    EARS = auto()
    FACE = auto()
    FACE_TONE = auto()
    """Light and shadow on the face: clipped to it."""
    FEATURES = auto()
    """Nose, marks."""
    MOUTH = auto()
    EYES = auto()
    BROWS = auto()
    FACE_WEAR = auto()
    """Glasses, masks, patches."""
    SIDE_HAIR = auto()
    CAP = auto()
    """The hair on top of the skull."""
    FRINGE = auto()
    HAIR_LIGHT = auto()
    OVER_HAIR = auto()
    """Brows and lashes that shine through the fringe."""
    HEAD_WEAR = auto()
    FRONT = auto()


@dataclass(frozen=True)
class Axis:
    """Two points of the mesh between which a gradient runs; they move with it. ``first`` is the index of the first."""

    first: int


Stops = tuple[tuple[float, Colour], ...]
"""Colours at shares 0..1 of a gradient's way."""


@dataclass(frozen=True)
class Linear:
    """A gradient along an axis: the stops lie between its two points."""

    stops: Stops
    axis: Axis


@dataclass(frozen=True)
class Radial:
    """A round gradient: centre and a point on the rim are the axis' two points."""

    stops: Stops
    axis: Axis


Paint = Colour | Linear | Radial


@dataclass(frozen=True)
class Mark:
    """Curves filled together (non-zero winding).

    Attributes:
        detail: drawn only where a design unit is at least so many pixels (0.19 is a 128-px bust, 0.48 a 320-px one).
        clip: curves inside which it shows; none for everywhere.
        dial: name of a number 0..1 that the pose sets and that multiplies the opacity; "" for none.
        shift: design units by which it is moved after all else (cast shadows).
        part: what it belongs to ("iris L"), for those who take a drawing apart; "" where its layer says enough.
    """

    curves: tuple[int, ...]
    paint: Paint
    layer: Layer
    detail: float = 0.0
    clip: tuple[int, ...] = ()
    dial: str = ""
    shift: tuple[float, float] = (0.0, 0.0)
    part: str = ""


@dataclass(frozen=True)
class Drawing:
    """A finished drawing: marks in the order in which they are painted, and the names of its dials."""

    mesh: FrozenMesh
    marks: tuple[Mark, ...]
    dials: tuple[str, ...]


@dataclass
class Pen:
    """Draws parts into one mesh.

    Points are [n, 2 or 3] in design units: the origin is the skull's middle, x to the viewer's right, y down, z toward
    the viewer. All methods that add a curve answer its number.
    """

    mesh: Mesh = field(default_factory=Mesh)
    marks: list[Mark] = field(default_factory=list)
    casters: list[int] = field(default_factory=list)
    """Curves that throw a shadow on face and shoulders."""
    upper: set[int] = field(default_factory=set)
    """Those of them that lie on others and stand out with their tips alone."""
    line_weight: float = 1.0
    pencil: random.Random | None = None
    """Dice of a pencil that goes over its lines twice; None draws clean ink."""
    _clip: tuple[int, ...] = ()
    _detail: float = 0.0
    _dial: str = ""
    _part: str = ""

    def fill(
        self,
        points: npt.ArrayLike,
        paint: Paint,
        layer: Layer,
        attach: Attach = HEAD,
        corners: Sequence[int] = (),
        casts: bool = False,
        detail: float = 0.0,
        dial: str = "",
    ) -> int:
        """A closed smooth shape through ``points``; at ``corners`` (indices) it is sharp."""
        curve = self.mesh.add(points, attach, corners)
        self.paint(curve, paint, layer, detail, dial)
        if casts:
            self.casters.append(curve)
        return curve

    def line(
        self,
        points: npt.ArrayLike,
        widths: Values,
        paint: Paint,
        layer: Layer,
        attach: Attach = HEAD,
        corners: Sequence[int] = (),
        detail: float = 0.0,
        dial: str = "",
    ) -> int:
        """Ink along ``points``; ``widths`` are half-widths in design units, one or one per point (taper them)."""
        half = np.asarray(widths, np.float64) * self.line_weight
        if self.pencil is not None:
            half = self._pencilled(
                self.pencil, np.asarray(points, np.float64), half, paint, layer, attach, corners, dial
            )
        curve = self.mesh.add(points, attach, corners, half)
        self.paint(curve, paint, layer, detail, dial)
        return curve

    def _pencilled(
        self, dice: random.Random, points: FloatArray, half: FloatArray, paint: Paint, layer: Layer,
        attach: Attach, corners: Sequence[int], dial: str,
    ) -> FloatArray:  # fmt: skip
        """Draws the pencil's second, paler stroke beside a line, and returns uneven half-widths for the first."""
        count = len(points)
        half = np.broadcast_to(half, (count,)) * np.array([dice.uniform(0.75, 1.2) for _ in range(count)])
        if points.any() and count > 2:
            lean, angle = dice.uniform(0.9, 1.9), dice.uniform(0, 2 * np.pi)
            beside = points.copy()
            run = np.linspace(ECHO_LEAD, 1.0, count) * lean
            beside[:, 0] += np.cos(angle) * run
            beside[:, 1] += np.sin(angle) * run
            ghost = fade(paint, 0.5) if isinstance(paint, tuple) else paint
            curve = self.mesh.add(beside, attach, corners, half * ECHO_WIDTH)
            self.paint(curve, ghost, layer, 0.3, dial)
        return half

    def stroke(
        self,
        points: npt.ArrayLike,
        width: float,
        paint: Paint,
        layer: Layer,
        attach: Attach = HEAD,
        corners: Sequence[int] = (),
        peak: float = 0.5,
        detail: float = 0.0,
    ) -> int:
        """A line that swells to half-width ``width`` at share ``peak`` of its way and ends in points."""
        count = len(np.asarray(points))
        return self.line(points, taper(count, 0.08, width, peak), paint, layer, attach, corners, detail)

    def shape(self, points: npt.ArrayLike, attach: Attach = HEAD, corners: Sequence[int] = ()) -> int:
        """A closed curve that is not painted by itself: a clip, or something that ``paint`` uses later."""
        return self.mesh.add(points, attach, corners)

    def paint(
        self, curves: int | Sequence[int], paint: Paint, layer: Layer, detail: float = 0.0, dial: str = ""
    ) -> None:
        """Paints curves that exist already, together."""
        chosen = (curves,) if isinstance(curves, int) else tuple(curves)
        self.marks.append(
            Mark(chosen, paint, layer, max(detail, self._detail), self._clip, dial or self._dial, part=self._part)
        )

    def shadow(self, curves: Sequence[int], paint: Paint, layer: Layer, shift: tuple[float, float]) -> None:
        """Paints existing curves together, moved by ``shift``."""
        self.marks.append(Mark(tuple(curves), paint, layer, self._detail, self._clip, "", shift, self._part))

    @property
    def is_clipped(self) -> bool:
        """Whether a ``clipped`` block is open."""
        return bool(self._clip)

    @contextmanager
    def clipped(self, *curves: int) -> Iterator[None]:
        """What is painted inside the block shows only within these curves. Blocks do not nest."""
        self._clip = curves
        try:
            yield
        finally:
            self._clip = ()

    @contextmanager
    def detailed(self, detail: float) -> Iterator[None]:
        """What is painted inside the block is drawn only where a design unit is at least ``detail`` pixels."""
        before, self._detail = self._detail, detail
        try:
            yield
        finally:
            self._detail = before

    @contextmanager
    def dialled(self, dial: str) -> Iterator[None]:
        """What is painted inside the block, and has no dial of its own, has this one."""
        before, self._dial = self._dial, dial
        try:
            yield
        finally:
            self._dial = before

    @contextmanager
    def weighted(self, weight: float) -> Iterator[None]:
        """Lines that are drawn inside the block are so many times as heavy."""
        before = self.line_weight
        self.line_weight *= weight
        try:
            yield
        finally:
            self.line_weight = before

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """What is painted inside the block belongs to this part."""
        before, self._part = self._part, name
        try:
            yield
        finally:
            self._part = before

    def axis(self, start: Sequence[float], end: Sequence[float], attach: Attach = HEAD) -> Axis:
        """Two moving points for a gradient."""
        curve = self.mesh.add([start, end], attach)
        return Axis(self.mesh.curves[curve].start)

    def chain(self, chain: Chain) -> int:
        """Something that swings; its number goes into ``Attach.chain``."""
        return self.mesh.chain(chain)

    def finish(self) -> Drawing:
        """The drawing: the mesh, and its marks from back to front."""
        marks = tuple(sorted(self.marks, key=lambda mark: mark.layer))
        return Drawing(self.mesh.freeze(), marks, tuple(sorted({mark.dial for mark in marks if mark.dial})))
