"""Hair that is combed back from a free forehead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from pipeline.drawing.figure import skull
from pipeline.drawing.geometry import SKULL
from pipeline.drawing.hair.fringes import OUT, fringe
from pipeline.drawing.hair.gloss import Slivers
from pipeline.drawing.hair.kit import HairKit, Sway
from pipeline.drawing.hair.masses import Edge, MassStyle
from pipeline.drawing.hair.tone import fading
from pipeline.drawing.palette import fade
from pipeline.drawing.pen import Layer, Radial
from pipeline.types.arrays import FloatArray

Hairline = Sequence[tuple[float, float]]
"""(degrees, down) from the temple to the middle."""

LOOSE: Final = ((1.0, 0.50, 1.22, 3.4), (1.55, 0.55, 1.34, 5.0), (-1.6, 0.60, 1.30, 4.4))
"""Loose strands: how far to the side (1 is usual), ``down`` of both ends, half width in degrees."""


def hairline_edge(half: Hairline) -> Edge:
    """The whole hairline as the edge of a fringe."""
    return (
        *(("n" if lon == half[0][0] else "c", -lon, down) for lon, down in half[:-1]),
        *(("n" if lon == half[0][0] else "c", lon, down) for lon, down in half[::-1]),
    )


def comb_back(kit: HairKit, half: Hairline, loose: Sequence[tuple[float, float, float, float]]) -> None:
    """Draws hair that runs back from this hairline in a few broad locks, fine at its roots; ``loose`` strands have come
    out of it.
    """
    whole = fringe(kit, hairline_edge(half), style=MassStyle(ink=0.12, cleft=0.0), casts=False)
    rng, shadow = kit.rng, kit.shadow()
    places, downs = [lon for lon, _ in half[::-1]], [down for _, down in half[::-1]]

    def back(longitude: float | FloatArray, reach: float, count: int = 7) -> FloatArray:
        share = np.linspace(0, reach, count)
        start = np.interp(np.abs(longitude), places, downs)
        return skull(longitude * (1 + 0.30 * share), start * (1 - share) + 0.16 * share, kit.out * OUT)

    # Roots are in the shade of what rises behind them; the hairline is about a circle.
    axis = kit.pen.axis((0, 40, 60), (0, -90, 40))
    roots = ((0.64, shadow), (0.76, fade(shadow, 0.6)), (0.95, fade(shadow, 0.0)))
    kit.pen.paint(whole, Radial(roots, axis), Layer.FRINGE)
    for place in (-58, -33, -12, 9, 34, 60):
        lon, reach = place + rng.uniform(-8, 8), rng.uniform(0.55, 0.9)
        wide = rng.uniform(7, 14) * np.sin(np.linspace(0.12, 1, 7) * np.pi) ** 0.8
        kit.wedge(back(lon, reach), back(lon - wide, reach), shadow, Layer.FRINGE, SKULL, rng.uniform(0.4, 0.8))
    lines = Slivers(kit, Layer.FRINGE)
    ends = back(0.0, 0.5, 2)
    ink = fading(kit, kit.fringe().inner, ends[1], ends[0], SKULL)
    for place in np.linspace(-64, 64, 15):
        reach = rng.choice((0.12, 0.2, 0.5))
        lines.add(back(float(place) + rng.uniform(-6, 6), reach), rng.uniform(0.5, 1.4), ink, 0.15, 0.12)
    lines.paint()
    t = np.linspace(0, 1, 8)
    side = -1 if rng.random() < 0.5 else 1
    for across, begin, end, wide in loose:
        kit.skull_lock(side * (across * (14 + 22 * t) + 9 * np.sin(np.pi * t)), begin + (end - begin) * t,
                       wide * (1 - t) ** 0.7 + 0.3, kit.fringe(), Layer.FRINGE, out=OUT,
                       sway=Sway(rate=2.6, hang=0.4, start=0.2), strands=0, ink=0.7)  # fmt: skip
