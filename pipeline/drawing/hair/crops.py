"""Hair that is cropped to a finger's breadth on top and shorter at the sides."""

from __future__ import annotations

import random
from typing import Final

import numpy as np

from pipeline.drawing.figure import SKULL_Y, skull
from pipeline.drawing.geometry import SKULL, Attach
from pipeline.drawing.hair.crests import on_dome
from pipeline.drawing.hair.gloss import Slivers
from pipeline.drawing.hair.kit import HairKit
from pipeline.drawing.hair.scalp import draw_faded
from pipeline.drawing.hair.tone import around_ring, fading
from pipeline.drawing.palette import fade
from pipeline.drawing.pen import Layer
from pipeline.types.arrays import FloatArray

_SIDE: Final = 66.0
"""Degrees from the top where the long hair ends."""
_TUFTS: Final = ((9, 4.5), (20, 6.5), (33, 5.0), (45, 6.0), (57, 3.5))
"""Tufts of the outline: degrees of their tips from the top, and how far they stand off it, design units."""
_SQUARE: Final = ((64, 0.82), (55, 0.825), (44, 0.805), (26, 0.785), (10, 0.80), (0, 0.795))
_FRONT: Final = ((64, 0.98), (55, 0.88), (44, 0.81), (26, 0.785), (10, 0.80), (0, 0.795))
"""The hairline (degrees, down) from the temple to the middle: in large masses, where it ends at the temples, and before."""


def draw_crop(kit: HairKit, bare: float) -> None:
    """Draws faded sides, through which the skin shows by ``bare`` (0..1), and a top that stands up at the forehead."""
    draw_faded(kit, bare, to_ears=True)
    pen, dice, paints = kit.pen, random.Random(kit.spec.seed * 149 + 3), kit.fringe()
    rows: list[tuple[float, float, str]] = []
    for sign in (-1, 1):
        half, begin = list[tuple[float, float, str]](), 0.0
        for place, tall in _TUFTS:
            tip, rise = place + dice.uniform(-2, 2), tall * dice.uniform(0.7, 1.3)
            half += [(begin + 0.5 * (tip - begin), _BRUSH + 0.35 * rise, ""), (tip, _BRUSH + rise, "t")]
            begin = tip - 0.6 * rise
            half.append((begin, _BRUSH, "n"))
        half.append((_SIDE, 0.0, "n"))
        half = [(sign * angle, rise, kind) for angle, rise, kind in half]
        rows += half[::-1] if sign < 0 else half
    angles, rises = (np.array([row[at] for row in rows], np.float64) for at in (0, 1))
    top = on_dome(angles, 0.955 + rises / SKULL_Y)
    front = _front(kit)
    edge = np.vstack([top, front])
    corners = [index for index, row in enumerate(rows) if row[2]]
    teeth = range(len(top), len(edge))
    attach = Attach(turn=np.r_[np.full(len(top), 0.1), np.ones(len(front))], wrap=True)
    whole = pen.fill(edge, paints.fill, Layer.FRINGE, attach, (*corners, *teeth), casts=True)
    shadow = kit.shadow()

    def back(longitude: float, reach: float) -> FloatArray:
        share = np.linspace(0, reach, 6)
        start = float(np.interp(abs(longitude), *_columns(kit)))
        return skull(longitude * (1 - 0.3 * share), start * (1 - share) + 0.05 * share, 0.985)

    with pen.clipped(whole):
        side = on_dome(np.linspace(20, _SIDE + 8, 8), np.full(8, 1.03))
        pen_side = side * [0.72, 0.88, 1.0]
        kit.wedge(side, pen_side, shadow, Layer.FRINGE, Attach(turn=0.1), 0.9)
        for place in (-46, -20, 4, 30, 50):
            lon = place + dice.uniform(-6, 6)
            kit.wedge(back(lon, 0.7), back(lon - dice.uniform(7, 12), 0.7), shadow, Layer.FRINGE, SKULL, 0.6)
        strokes = Slivers(kit, Layer.FRINGE)
        ends = skull([0, 0], [0.35, 0.74], 0.985)
        ink = fading(kit, paints.inner, ends[0], ends[1], SKULL)
        light = around_ring(kit, fade(kit.ramp().shine, 0.5), 0.2)
        for place in np.linspace(-58, 58, 15):
            lon = float(place) + dice.uniform(-3, 3)
            strokes.add(back(lon, dice.uniform(0.15, 0.45)), dice.uniform(0.6, 1.3), ink, 0.15, 0.12)
            if place < 30:
                strokes.add(back(lon + 3, 0.6)[1:], dice.uniform(0.8, 2.0), light, 0.5, 0.12)
        strokes.paint()
    swell = np.where([row[2] == "t" for row in rows], 0.4, 0.9)
    swell[[0, -1]] = 0.1
    pen.line(top, swell, paints.line, Layer.HAIR_LIGHT, Attach(turn=0.1), corners[1:-1])
    pen.line(
        front,
        np.r_[0.1, np.full(len(front) - 2, 0.5), 0.1],
        paints.inner,
        Layer.FRINGE,
        SKULL,
        range(1, len(front) - 1),
    )


_BRUSH: Final = 9.0
"""How high the hair stands on top, design units."""


def _columns(kit: HairKit) -> tuple[list[float], list[float]]:
    line = (_SQUARE if kit.art.massed else _FRONT)[::-1]
    return [lon for lon, _ in line], [down for _, down in line]


def _front(kit: HairKit) -> FloatArray:
    """The edge over the forehead, in small teeth, from the viewer's right to left."""
    places = np.linspace(64, -64, 17)
    downs = np.interp(np.abs(places), *_columns(kit))
    downs[1:-1:2] += [0.03 + kit.jitter(0.02) for _ in downs[1:-1:2]]
    return skull(places, downs, 0.98)
