"""Shapes printed on the chest, in the accent colour."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.pen import Layer, Paint


def print_points(kit: OutfitKit, points: npt.ArrayLike, corners: tuple[int, ...], paint: Paint | None = None) -> None:
    """Prints a shape whose points [n, 2] are in design units; ``paint`` replaces the accent colour."""
    kit.pen.fill(kit.on_body(points), paint or kit.tones.accent.base, Layer.OUTFIT_OVER, BODY, corners)


def print_shape(
    kit: OutfitKit,
    x: float,
    y: float,
    size: float,
    shape: Sequence[tuple[float, float]],
    corners: tuple[int, ...],
    paint: Paint | None = None,
) -> None:
    """Prints a shape around (x, y) whose points are in units of ``size``, about -1..1."""
    print_points(kit, np.asarray(shape, np.float64) * size + np.array([x, y]), corners, paint)
