"""Buns."""

from __future__ import annotations

import numpy as np

from pipeline.drawing.hair.kit import HairKit
from pipeline.drawing.hair.tails import HEAD_BACK
from pipeline.drawing.pen import Layer


def knot(kit: HairKit, x: float, y: float, radius: float, sign: int, layer: Layer) -> None:
    """A bun: a ball of wound hair."""
    pen = kit.pen
    paints = kit.tail(sign)
    angle = np.linspace(0, 2 * np.pi, 11)[:-1]
    bumps = radius * (1 + 0.04 * np.sin(3 * angle + kit.rng.uniform(0, 6)))
    ring = np.column_stack([x + bumps * np.cos(angle), y + bumps * 0.92 * np.sin(angle), np.full(10, -24.0)])
    pen.fill(ring, paints.fill, layer, HEAD_BACK)
    shade = np.array([(x + radius * a, y + radius * 0.92 * b, -24.0) for a, b in
                      ((0.98, -0.2), (0.86, 0.5), (0.3, 0.95), (-0.5, 0.86), (0.1, 0.66), (0.6, 0.3))])  # fmt: skip
    pen.fill(shade, paints.shade, layer, HEAD_BACK, (0, 3))
    for start, size in ((0.5, 0.74), (2.4, 0.5), (4.2, 0.3)):
        turn = start + np.linspace(0, 3.4, 6)
        size_now = radius * size * np.linspace(1.15, 0.75, 6)
        swirl = np.column_stack([x + size_now * np.cos(turn), y + size_now * 0.9 * np.sin(turn), np.full(6, -24.0)])
        pen.line(swirl, [0.08, 0.6, 0.85, 0.8, 0.5, 0.08], paints.strand, layer, HEAD_BACK)
    glint = np.array([(x + radius * a, y + radius * b, -24.0) for a, b in
                      ((-0.62, -0.34), (-0.3, -0.66), (0.1, -0.72), (-0.2, -0.5), (-0.45, -0.25))])  # fmt: skip
    pen.fill(glint, paints.shine, layer, HEAD_BACK, (0, 2))
    pen.line(np.vstack([ring, ring[:1]]), 1.0, paints.line, layer, HEAD_BACK)
