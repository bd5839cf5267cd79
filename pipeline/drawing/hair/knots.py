"""Buns."""

from __future__ import annotations

import numpy as np

from pipeline.drawing.hair.gloss import Slivers, light_of
from pipeline.drawing.hair.kit import HairKit
from pipeline.drawing.hair.tails import HEAD_BACK
from pipeline.drawing.palette import mix
from pipeline.drawing.pen import Layer, Radial
from pipeline.types.arrays import FloatArray


def knot(kit: HairKit, x: float, y: float, radius: float, sign: int, layer: Layer) -> None:
    """A bun: a ball of wound hair."""
    pen = kit.pen
    paints = kit.tail(sign)
    angle = np.linspace(0, 2 * np.pi, 11)[:-1]
    bumps = radius * (1 + 0.04 * np.sin(3 * angle + kit.rng.uniform(0, 6)))
    ring = np.column_stack([x + bumps * np.cos(angle), y + bumps * 0.92 * np.sin(angle), np.full(10, -24.0)])
    # The gradient of tails begins below a bun, so its own top would be all shade.
    if kit.art.massed:
        _soft_knot(kit, ring, (x, y, radius), sign, layer)
        return
    pen.fill(ring, kit.ramp(sign).base if kit.art.locks else paints.fill, layer, HEAD_BACK)
    shade = np.array([(x + radius * a, y + radius * 0.92 * b, -24.0) for a, b in
                      ((0.98, -0.2), (0.86, 0.5), (0.3, 0.95), (-0.5, 0.86), (0.1, 0.66), (0.6, 0.3))])  # fmt: skip
    pen.fill(shade, paints.shade, layer, HEAD_BACK, (0, 3))
    if kit.art.locks:
        _windings(kit, x, y, radius, sign, layer)
        swell = 1.2 + 0.7 * np.sin(np.linspace(0, 2 * np.pi, 11) - 0.8)
        pen.line(np.vstack([ring, ring[:1]]), swell, paints.line, layer, HEAD_BACK)
        return
    for start, size in ((0.5, 0.74), (2.4, 0.5), (4.2, 0.3)):
        turn = start + np.linspace(0, 3.4, 6)
        size_now = radius * size * np.linspace(1.15, 0.75, 6)
        swirl = np.column_stack([x + size_now * np.cos(turn), y + size_now * 0.9 * np.sin(turn), np.full(6, -24.0)])
        pen.line(swirl, [0.08, 0.6, 0.85, 0.8, 0.5, 0.08], paints.strand, layer, HEAD_BACK)
    glint = np.array([(x + radius * a, y + radius * b, -24.0) for a, b in
                      ((-0.62, -0.34), (-0.3, -0.66), (0.1, -0.72), (-0.2, -0.5), (-0.45, -0.25))])  # fmt: skip
    pen.fill(glint, paints.shine, layer, HEAD_BACK, (0, 2))
    pen.line(np.vstack([ring, ring[:1]]), 1.0, paints.line, layer, HEAD_BACK)


def _soft_knot(kit: HairKit, ring: FloatArray, ball: tuple[float, float, float], sign: int, layer: Layer) -> None:
    """A bun in large masses: a lit ball around which three broad locks are wound, and a loose end."""
    pen, rng, ramp, paints = kit.pen, kit.rng, kit.ramp(sign), kit.tail(sign)
    x, y, radius = ball
    axis = pen.axis((x - 0.35 * radius, y - 0.4 * radius, -24), (x + 0.9 * radius, y + 0.75 * radius, -24), HEAD_BACK)
    lit = mix(ramp.light, ramp.shine, 0.25)
    whole = pen.fill(ring, Radial(((0.0, lit), (0.45, ramp.base), (1.0, kit.shadow(sign))), axis), layer, HEAD_BACK)

    def around(start: float, reach: float, near: float, far: float) -> FloatArray:
        turn = np.linspace(start, start + reach, 9)
        size = radius * np.linspace(near, far, 9)
        return np.column_stack([x + size * np.cos(turn), y + 0.92 * size * np.sin(turn), np.full(9, -24.0)])

    lines = Slivers(kit, layer, HEAD_BACK)
    with pen.clipped(whole):
        for start, reach, near, far, wide in _WOUND:
            begin = start + rng.uniform(-0.2, 0.2)
            crisp = around(begin, reach, near, far)
            swell = 1 - wide * np.sin(np.linspace(0, np.pi, 9))[:, None]
            centre = np.array([x, y, -24.0])
            kit.wedge(crisp, centre + (crisp - centre) * swell, ramp.deep, layer, HEAD_BACK, 0.75)
            lines.add(crisp, 0.9, paints.inner, 0.4)
        lines.paint()
        for start, reach, size, thick in ((-2.7, 1.0, 0.72, 0.09), (-2.3, 0.5, 0.60, 0.035), (-2.6, 0.6, 0.42, 0.05)):
            lines.add(
                around(start + rng.uniform(-0.1, 0.1), reach, size, size),
                radius * thick,
                light_of(ramp, 0.65),
                detail=0.1,
            )
        lines.paint()
    swell = 0.7 + 0.35 * np.sin(np.linspace(0, 2 * np.pi, 11) - 0.8)
    pen.line(np.vstack([ring, ring[:1]]), swell, paints.line, layer, HEAD_BACK)
    wisp = around(rng.uniform(-0.9, -0.3), 0.8, 0.96, 1.22)
    pen.line(wisp, np.linspace(0.8, 0.05, 9), paints.ink, layer, HEAD_BACK, detail=0.2)


_WOUND = ((-2.9, 3.0, 0.98, 0.62, 0.30), (0.1, 2.7, 0.92, 0.55, 0.34), (2.2, 2.6, 0.66, 0.30, 0.45))
"""Radians where a lock is tucked under the next and how far that goes, its distances from the middle at both ends and how
broad its shadow is, in shares of the radius."""


def _windings(kit: HairKit, x: float, y: float, radius: float, sign: int, layer: Layer) -> None:
    """Locks wound around a bun's middle: dark between them, light on the side that faces it, wisps outside."""
    ramp, rng = kit.ramp(sign), kit.rng
    slivers = Slivers(kit, layer, HEAD_BACK)

    def around(start: float, reach: float, sizes: FloatArray) -> FloatArray:
        turn = np.linspace(start, start + reach, len(sizes))
        far = radius * sizes
        return np.column_stack([x + far * np.cos(turn), y + 0.92 * far * np.sin(turn), np.full(len(sizes), -24.0)])

    for start, reach, size, thick in _DARKS:
        run = around(start + rng.uniform(-0.2, 0.2), reach, np.linspace(size * 1.06, size * 0.80, 9))
        slivers.add(run, radius * thick, ramp.shade, 0.6, 0.1)
        slivers.add(run[1:-1], radius * thick * 0.34, ramp.deep, 0.5, 0.15)
    for start, reach, size, thick in _LIGHTS:
        run = around(start + rng.uniform(-0.15, 0.15), reach, np.full(7, size))
        slivers.add(run, radius * thick, light_of(ramp, 0.85), detail=0.1)
    slivers.paint()
    for start in (-1.1, 0.7, 2.3):
        wisp = around(start + rng.uniform(-0.4, 0.4), 0.9, np.array([0.96, 1.03, 1.08, 1.12, 1.20]))
        kit.pen.line(wisp, [0.8, 1.0, 0.8, 0.5, 0.05], kit.tail(sign).line, layer, HEAD_BACK, detail=0.2)


_DARKS = (
    (-2.5, 2.6, 0.86, 0.10), (-2.2, 2.4, 0.58, 0.10), (-0.4, 2.2, 0.80, 0.13), (1.2, 2.1, 0.70, 0.13),
    (2.5, 1.9, 0.86, 0.12), (0.3, 2.6, 0.42, 0.11), (3.4, 2.0, 0.36, 0.09),
)  # fmt: skip
_LIGHTS = (
    (-2.75, 1.0, 0.76, 0.07), (-2.35, 0.7, 0.66, 0.035), (-2.3, 0.9, 0.48, 0.05), (-1.2, 0.6, 0.72, 0.045),
    (-2.9, 0.5, 0.92, 0.03),
)  # fmt: skip
"""Radians where a winding starts and how far it goes, its distance from the middle and thickness in shares of the radius."""
