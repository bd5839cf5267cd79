"""What is printed on the chest."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.pieces import star
from pipeline.drawing.palette import mix
from pipeline.drawing.pen import Layer, Paint
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import Motif


def draw_motif(kit: OutfitKit, x: float, y: float, size: float) -> None:
    """Draws the spec's motif around (x, y); ``size`` is half its height in design units."""
    ramp, pen, kind = kit.tones.accent, kit.pen, kit.spec.motif

    def show(points: FloatArray, corners: tuple[int, ...], paint: Paint | None = None) -> None:
        pen.fill(kit.on_body(points), paint or ramp.base, Layer.OUTFIT_OVER, BODY, corners)

    def unit(points: Sequence[tuple[float, float]]) -> FloatArray:
        return np.asarray(np.asarray(points, np.float64) * size + np.array([x, y]))

    if kind is Motif.STAR:
        show(star(x, y, size), tuple(range(10)))
    elif kind is Motif.HEART:
        show(
            unit(
                [
                    (0, -0.45),
                    (0.5, -0.85),
                    (0.95, -0.4),
                    (0.6, 0.3),
                    (0, 0.9),
                    (-0.6, 0.3),
                    (-0.95, -0.4),
                    (-0.5, -0.85),
                ]
            ),
            (0, 4),
        )
    elif kind is Motif.CAT:
        show(
            unit(
                [
                    (-0.85, -0.95),
                    (-0.35, -0.55),
                    (0.35, -0.55),
                    (0.85, -0.95),
                    (0.95, 0.1),
                    (0.6, 0.7),
                    (-0.6, 0.7),
                    (-0.95, 0.1),
                ]
            ),
            (0, 1, 2, 3),
        )
        face = mix(ramp.line, ramp.dark, 0.5)
        for side in (-1, 1):
            show(unit([(side * 0.42, -0.1), (side * 0.54, 0.04), (side * 0.42, 0.2), (side * 0.30, 0.04)]), (), face)
        pen.stroke(kit.on_body(unit([(-0.2, 0.34), (0, 0.42), (0.2, 0.34)])), 1.4, face, Layer.OUTFIT_OVER, BODY)
    elif kind is Motif.MOON:
        show(
            unit(
                [
                    (0.1, -0.95),
                    (-0.65, -0.55),
                    (-0.8, 0.25),
                    (-0.25, 0.9),
                    (0.6, 0.75),
                    (0.85, 0.35),
                    (0.1, 0.35),
                    (-0.2, -0.3),
                ]
            ),
            (0, 5),
        )
    elif kind is Motif.BOLT:
        show(
            unit([(0.15, -1.0), (-0.55, 0.15), (-0.08, 0.15), (-0.3, 1.0), (0.6, -0.25), (0.1, -0.25), (0.5, -1.0)]),
            tuple(range(7)),
        )
    elif kind is Motif.STRIPES:
        reach = kit.figure.shoulder - 30
        for row in range(4):
            low = y - 40 + 42 * row
            band = [(-reach, low), (0, low + 7), (reach, low), (reach, low + 16), (0, low + 23), (-reach, low + 16)]
            show(np.asarray(band, np.float64), (0, 2, 3, 5))
