"""Curly and afro-textured hair: cushions of round lobes with one common outline, wisps inside."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pipeline.drawing.geometry import Attach
from pipeline.drawing.hair.gloss import Slivers, light_of
from pipeline.drawing.hair.kit import HairKit
from pipeline.drawing.hair.paints import HairPaints
from pipeline.drawing.pen import Layer
from pipeline.types.arrays import FloatArray

Lobe = tuple[float, float, float, float]
"""x, y, z and radius."""


_SIDES = 8


def curls(
    kit: HairKit,
    lobes: Sequence[Lobe],
    paints: HairPaints,
    layer: Layer,
    attach: Attach,
    body: FloatArray | None = None,
    casts: bool = False,
    wound: float = 0.6,
) -> None:
    """Lobes that melt into one shape: ink lies around all of them, shadow under each, a wisp in some.

    ``body`` [n, 3] fills what the lobes leave open; ``wound`` is the share of lobes with a wisp.
    """
    pen = kit.pen
    rings = [_ring(kit, lobe) for lobe in lobes]
    inked = [pen.shape(_ring_around(lobe, ring, 1.4), attach) for lobe, ring in zip(lobes, rings, strict=True)]
    for curve in inked:
        pen.paint(curve, paints.line, layer)
    if body is not None:
        pen.fill(body, paints.fill, layer, attach)
    lights = Slivers(kit, layer, attach)
    for lobe, ring in zip(lobes, rings, strict=True):
        pen.fill(ring, paints.fill, layer, attach, casts=casts)
        x, y, z, radius = lobe
        turn = np.radians(np.array([5.0, 40, 80, 120, 160])) + kit.rng.uniform(-0.4, 0.4)
        outer = np.column_stack([x + radius * 0.98 * np.cos(turn), y + radius * 0.98 * np.sin(turn), np.full(5, z)])
        middle = turn[3:0:-1]
        inner = np.column_stack([x + radius * 0.70 * np.cos(middle), y + radius * 0.66 * np.sin(middle), np.full(3, z)])
        pen.fill(np.vstack([outer, inner]), paints.shade, layer, attach, (0, 4))
        if kit.art.locks and wound and x < 40:
            # Light on the side of each curl that faces it, on its own, so that the next curl may lie over it.
            lit = np.radians(np.linspace(195, 285, 6)) + kit.rng.uniform(-0.25, 0.25)
            arc = np.column_stack([x + 0.70 * radius * np.cos(lit), y + 0.70 * radius * np.sin(lit), np.full(6, z)])
            lights.add(arc, radius * 0.075, light_of(kit.ramp(x), 0.5 if x < 0 else 0.3), 0.45, 0.14)
            lights.paint()
        if kit.rng.random() < wound:
            way = kit.rng.uniform(3.0, 5.2) + np.linspace(0, 2.5, 6)
            reach = radius * np.linspace(0.80, 0.42, 6)
            wisp = np.column_stack([x + reach * np.cos(way), y + reach * np.sin(way), np.full(6, z)])
            pen.line(wisp, [0.08, 0.8, 1.1, 1.0, 0.7, 0.08], paints.strand, layer, attach, detail=0.14)


def _ring(kit: HairKit, lobe: Lobe) -> FloatArray:
    x, y, z, radius = lobe
    angle = np.linspace(0, 2 * np.pi, _SIDES + 1)[:-1] + kit.rng.uniform(0, 1)
    wobble = radius * (1 + 0.05 * np.sin(2 * angle + kit.rng.uniform(0, 6)))
    return np.column_stack([x + wobble * np.cos(angle), y + wobble * np.sin(angle), np.full(_SIDES, z)])


def _ring_around(lobe: Lobe, ring: FloatArray, margin: float) -> FloatArray:
    centre = np.array([lobe[0], lobe[1], lobe[2]])
    return np.asarray(centre + (ring - centre) * (1 + margin / lobe[3]))


def along(kit: HairKit, outline: FloatArray, z: float, radius: float, sign: int = 1) -> list[Lobe]:
    """Lobes along an outline [n, 2] (mirrored for sign -1), each touching the next."""
    from scipy.interpolate import CubicSpline

    places = np.r_[0, np.cumsum(np.hypot(*np.diff(outline, axis=0).T))]
    count = max(4, round(places[-1] / (radius * 1.25)))
    points = CubicSpline(places, outline)(np.linspace(0, places[-1], count))
    return [(sign * (float(x) + kit.jitter(4)), float(y) + kit.jitter(4), z, radius * (0.82 + 0.36 * kit.rng.random()))
            for x, y in points]  # fmt: skip
