"""What lies on hair: slivers of light and shadow along its flow, a cool rim, single hairs outside the outline.

Slivers are fills that end in points, not lines: lines grow thicker as the picture shrinks, and light would turn to fat.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from pipeline.drawing.geometry import OUTLINE, SKULL, Attach
from pipeline.drawing.hair.kit import Fix, HairKit, attached
from pipeline.drawing.palette import Colour, Ramp, fade, lch, mix
from pipeline.drawing.pen import Layer, Paint
from pipeline.types.arrays import FloatArray

Lie = Callable[[float, float, FloatArray], FloatArray]
"""(along, down, shares [n]) -> points [n, 3]: a line of hair, as ``Flow`` has it."""

Lows = Callable[[float], float]
"""How far down the hair reaches at a longitude."""


def sides(run: FloatArray) -> FloatArray:
    """Unit vectors [n, 3] square to a run of points [n, 3] on the picture, on its right going along it."""
    along = np.gradient(run[:, :2], axis=0)
    along /= np.maximum(np.hypot(along[:, :1], along[:, 1:]), 1e-6)
    return np.column_stack([-along[:, 1], along[:, 0], np.zeros(len(run))])


def leaf(run: npt.ArrayLike, half: npt.ArrayLike) -> FloatArray:
    """A closed outline [2 n - 2, 3] around a run [n, 3], ``half`` units to both sides; its ends are the run's."""
    middle = np.asarray(run, np.float64)
    wide = np.broadcast_to(np.asarray(half, np.float64), (len(middle),))[:, None] * sides(middle)
    return np.vstack([middle[:1], (middle + wide)[1:-1], middle[-1:], (middle - wide)[-2:0:-1]])


class Slivers:
    """Slivers on one layer: those of one paint are painted as one shape, which is cheaper and lets none shine twice
    where they overlap.

    Args:
        fix: what moves them.
    """

    def __init__(self, kit: HairKit, layer: Layer, fix: Fix = SKULL) -> None:
        self._pen, self._layer, self._fix = kit.pen, layer, fix
        self._sets: dict[tuple[Paint, float], list[int]] = {}

    def add(self, run: npt.ArrayLike, half: float, paint: Paint, peak: float = 0.5, detail: float = 0.0) -> None:
        """Adds one along a run [n, 3] that swells to ``half`` units at share ``peak`` of its way."""
        count = len(np.asarray(run))
        t = np.linspace(0, 1, count)
        rise = np.minimum(t / max(peak, 1e-3), (1 - t) / max(1 - peak, 1e-3))
        shape = leaf(run, half * rise**0.75)
        self._sets.setdefault((paint, detail), []).append(
            self._pen.shape(shape, attached(self._fix, shape), (0, count - 1))
        )

    def paint(self) -> None:
        """Paints all that were added."""
        for (paint, detail), curves in self._sets.items():
            self._pen.paint(curves, paint, self._layer, detail)
        self._sets = {}


def light_of(ramp: Ramp, strength: float) -> Colour:
    """Light on hair of these colours, ``strength`` 0..1."""
    return fade(ramp.shine, strength)


def gloss(kit: HairKit, lie: Lie, lows: Lows, spread: float, down: float, layer: Layer, attach: Attach) -> None:
    """The ring of light as hand-drawn hair wears it: clusters of slivers along the flow, on an arc that sags to the
    sides. A cluster is a soft wide one, a bright one on it and thin companions; the light is stronger on the left.

    Args:
        spread: degrees that it reaches to both sides. down: its height in the middle.
    """
    rng = kit.rng

    def run(longitude: float, centre: float, reach: float) -> FloatArray:
        low = lows(longitude)
        places = np.linspace(centre - reach, centre + reach, 7)
        return lie(longitude, low, np.clip((low - places) / max(low - 0.04, 0.1), 0.02, 0.97))

    soft, bright = Slivers(kit, layer, attach), Slivers(kit, layer, attach)
    start = -spread + rng.uniform(0, 5)
    while start < spread:
        wide = rng.uniform(9, 19) * (1.1 - 0.35 * abs(start) / spread)
        middle = start + wide / 2
        start += wide + rng.uniform(5, 12)
        ramp = kit.ramp(middle)
        pale = ramp.lch.lightness >= _PALE
        arc = down + 0.10 * (middle / spread) ** 2 + rng.uniform(-0.018, 0.018)
        lit = 1.0 if middle < 12 else 0.62
        near = 1 - 0.45 * (min(abs(middle), spread) / spread) ** 1.5
        # Units per degree shrink toward the sides of the ball.
        unit = 1.75 * (0.75 * float(np.cos(np.radians(min(78, abs(middle))))) + 0.25)
        veil = fade(ramp.shine, 0.16) if pale else fade(ramp.light, 0.42 * lit)
        soft.add(run(middle, arc + 0.03, 0.17 * near), wide * 0.46 * unit, veil, detail=0.1)
        main = (rng.uniform(-0.12, 0.02), rng.uniform(0.14, 0.22), 0.135)
        for offset, thick, reach in (main, *_COMPANIONS):
            longitude = middle + offset * wide + rng.uniform(-0.6, 0.6)
            large = thick > _LARGE
            path = run(longitude, arc + rng.uniform(-0.02, 0.02), reach * near * rng.uniform(0.85, 1.3))
            light = light_of(ramp, (0.9 if large else 0.72) * lit)
            bright.add(path, wide * thick * 0.5 * unit, light, rng.uniform(0.4, 0.6), 0.1 if large else 0.25)
    soft.paint()
    bright.paint()


_PALE = 0.85
"""Lightness of hair that is hardly darker than its own light."""
_LARGE = 0.13
_COMPANIONS = ((-0.40, 0.07, 0.07), (-0.24, 0.05, 0.05), (0.24, 0.10, 0.095), (0.42, 0.05, 0.06))
"""Offset and thickness as shares of a cluster's width, and reach down."""


def dark_streaks(kit: HairKit, lie: Lie, lows: Lows, spread: float, layer: Layer, attach: Attach) -> None:
    """Slivers of shadow from the crown down and from the tips up, between the light of the ring."""
    rng, streaks = kit.rng, Slivers(kit, layer, attach)
    for index, place in enumerate(np.linspace(-spread, spread, 8)):
        longitude = float(place) + rng.uniform(-4, 4)
        if index % 2 == 0:
            shares = np.linspace(0.97, rng.uniform(0.50, 0.66), 7)
            peak, half = 0.32, rng.uniform(2.2, 4.2)
        else:
            shares = np.linspace(rng.uniform(0.46, 0.60), 0.05, 7)
            peak, half = 0.75, rng.uniform(1.8, 3.4)
        path = lie(longitude, lows(longitude), shares)
        streaks.add(path, half, fade(kit.ramp(longitude).shade, 0.72), peak, 0.2)
    streaks.paint()


def rim_light(kit: HairKit, outline: FloatArray, inward: float, half: float, layer: Layer, fix: Fix) -> None:
    """The sky's cool light just inside an outline [n, 3] on the side away from the lamp, thickest in its middle."""
    rim = Slivers(kit, layer, fix)
    rim.add(outline + _inward(outline) * inward, half, sky_on(kit.ramp(1)), 0.55, 0.15)
    rim.paint()


def _inward(outline: FloatArray) -> FloatArray:
    """Unit vectors [n, 3] from an outline of the head toward its middle."""
    centre = np.array([0.0, float(outline[:, 1].mean()) + 40, 0.0])
    toward = centre - outline
    return np.asarray(toward / np.maximum(np.linalg.norm(toward, axis=1, keepdims=True), 1))


def sky_on(ramp: Ramp) -> Colour:
    """The sky's cool light on hair of these colours."""
    sky = lch(min(0.97, ramp.lch.lightness + 0.22), min(0.085, ramp.lch.chroma * 0.5 + 0.04), 268, 0.6)
    return mix(fade(ramp.shine, 0.55), sky, 0.6)


def soft_rim(kit: HairKit, outline: FloatArray) -> None:
    """The same light where it melts into the hair, ten units wide."""
    wide = 11.0 * np.sin(np.linspace(0.05, 0.95, len(outline)) * np.pi)[:, None]
    inner = outline + _inward(outline)
    kit.wedge(inner, inner + _inward(outline) * wide, sky_on(kit.ramp(1)), Layer.HAIR_LIGHT, OUTLINE, 0.9)


def flyaways(kit: HairKit, dome: FloatArray) -> None:
    """Single hairs that leave the dome's outline [n, 3] and come back."""
    line, index, middle = kit.fringe(0).line, np.arange(len(dome)), (len(dome) - 1) / 2
    for _ in range(3):
        at = kit.rng.uniform(0.12, 0.88) * (len(dome) - 1)
        away = 1.0 if at > middle else -1.0
        steps = at + away * np.array([-0.3, 0.2, 0.7, 1.2, 1.6]) * kit.rng.uniform(0.7, 1.3)
        x, y = np.interp(steps, index, dome[:, 0]), np.interp(steps, index, dome[:, 1])
        lift = 1 + np.array([-0.03, 0.005, 0.028, 0.052, 0.082]) * kit.rng.uniform(0.5, 1.2)
        run = np.column_stack([x * lift, (y + 8) * lift - 8, np.zeros(5)])
        kit.pen.line(run, [0.1, 0.55, 0.45, 0.3, 0.05], line, Layer.CAP, OUTLINE, detail=0.28)
