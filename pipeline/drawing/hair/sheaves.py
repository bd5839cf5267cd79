"""Large masses of hair from within: which of their clefts part two sheaves of locks, and the locks that lie over them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from pipeline.drawing.figure import skull
from pipeline.drawing.geometry import Attach
from pipeline.drawing.hair.gloss import Lie, Lows, Slivers
from pipeline.drawing.hair.kit import Fix, HairKit
from pipeline.drawing.hair.paints import HairPaints
from pipeline.drawing.palette import fade
from pipeline.drawing.pen import Layer, Linear, Paint
from pipeline.types.arrays import FloatArray

_Edge = Sequence[tuple[str, float, float]]
"""As ``masses`` has it."""

Region = Callable[[float], HairPaints]
"""The paints of a region of hair at a place along it."""

_SHARES = np.array([0.0, 0.25, 0.5, 0.75, 1.0])
_TAPER = np.array([0.25, 0.8, 1.0, 0.85, 0.55, 0.25, 0.0])
"""How broad a shadow beside a cleft is, from the tip to where it ends."""


def part_sheaves(
    kit: HairKit, edge: _Edge, flow: Lie, region: Region, layer: Layer, fix: Fix, cleft: float, ink: float, depth: float
) -> None:
    """Parts a mass with this edge (see ``masses``) into sheaves: beside its deepest notches a soft shadow lies on the lock
    that turns away from the light, and from every notch a fine line runs up and fades.

    Args:
        cleft: how far the deepest run toward the root, 0..1.
        ink: half-width of the lines in the notches. depth: how wide and dark the shadows are, 1 is usual.
    """
    notches = [
        (index, along, down)
        for index, (letter, along, down) in enumerate(edge)
        if letter == "n" and 0 < index < len(edge) - 1 and edge[index - 1][0] != "c" and edge[index + 1][0] != "c"
    ]
    if not notches:
        return
    deepest = {index: max(edge[index - 1][2], edge[index + 1][2]) - down for index, _, down in notches}
    deep = sorted(deepest, key=lambda index: -deepest[index] * kit.rng.uniform(0.7, 1.3))[
        : max(1, round(len(notches) * 0.4))
    ]
    lines = Slivers(kit, layer, fix)
    before = edge[0][1]
    for index, along, down in notches:
        tip = edge[index - 1]
        large = index in deep
        high = max(cleft, 0.4) * kit.rng.uniform(0.9, 1.35) if large else cleft * kit.rng.uniform(0.3, 0.6)
        wide, before = along - before, along
        shares = _SHARES * min(high, 0.9)
        run = flow(along, down, shares)
        thick = ink * (1.0 if large else 0.75)
        lines.add(run[::-1], thick, region(along).inner, 0.97)
        if large:
            # From near the tip up its right edge to the notch, and on along the cleft.
            ends = np.array([0.8, 0.4, *np.zeros(5)])
            places, downs, at = along + (tip[1] - along) * ends, down + (tip[2] - down) * ends, np.r_[0.0, 0.0, shares]
            reach = wide * kit.rng.uniform(0.35, 0.7) * min(depth, 1.0) * _TAPER

            def side(lons: FloatArray, downs: FloatArray = downs, at: FloatArray = at) -> FloatArray:
                return np.array([flow(p, d, np.array([s]))[0] for p, d, s in zip(lons, downs, at, strict=True)])

            strength = kit.rng.uniform(0.65, 0.95) * depth**0.5
            kit.wedge(side(places), side(places - reach), region(along).shadow, layer, fix, strength)
    lines.paint()


_COUNT = 11
_T = np.linspace(0, 1, _COUNT)
_WIDTH = np.interp(_T, [0, 0.25, 0.52, 0.70, 0.86, 0.95, 1], [0.15, 0.55, 1.0, 0.88, 0.50, 0.20, 0])
_BROAD = 8.0
"""Half the width, in degrees, of a lock that would be empty without a line."""
_INKED = 6
"""The point from which a lock's edge is inked."""


def draw_lock(
    kit: HairKit,
    longitude: FloatArray,
    fall: FloatArray,
    half: float,
    paints: HairPaints,
    lows: Lows,
    out: float,
    layer: Layer,
    attach: Attach,
) -> None:
    """A lock over a fringe that ends at ``lows``: its root melts into what it grows from, its right side is in soft shadow,
    and so is what lies to the right of it.

    Args:
        longitude, fall: its middle from root to tip, [11]. half: half its greatest width, degrees.
        paints: of the fringe there.
        out: lifts it off the skull.
    """
    pen, last = kit.pen, _COUNT - 1
    # Its tip bends the way that it hangs.
    longitude = longitude + np.sign(longitude[-1] - longitude[6] + 0.01) * 0.28 * half * _T**5
    wide = half * _WIDTH
    left, right = skull(longitude - wide, fall, out), skull(longitude + wide, fall, out)

    def above_edge(at: FloatArray) -> FloatArray:
        return np.array([lows(float(place)) for place in at]) - 0.03

    edge_at = longitude + wide
    # It ends where the fringe below does.
    room = np.clip((above_edge(edge_at) - fall) / 0.16, 0, 1)
    cast_at = edge_at + np.interp(_T, [0, 0.3, 0.7, 1], [0.0, 0.0, 1.0, 0.6]) * room * (2.0 + 0.5 * half)
    cast = skull(cast_at, np.minimum(fall + 0.02 * _T, above_edge(cast_at)), out)
    base = skull(edge_at, np.minimum(fall, above_edge(edge_at)), out)
    # Some stand out from what they lie on, some hardly do: else they would look like the ribs of a pumpkin.
    strength = kit.rng.choice((0.35, 0.7, 0.95))
    kit.wedge(base[3:], cast[3:], paints.shadow, layer, attach, strength)
    outline = np.vstack([left, right[-2::-1]])
    middle = (left + right) / 2
    lock = pen.fill(outline, _melting(kit, paints.fill, middle, attach), layer, attach, (0, last, 2 * last), casts=True)
    pen.upper.add(lock)
    into = np.interp(_T, [0.3, 0.6, 0.85, 1], [0.0, 0.45, 0.6, 0.3])[:, None]
    inner = right + (left - right) * into
    kit.wedge(right[3:], inner[3:], paints.shadow, layer, attach, 0.2 + 0.4 * strength)
    if half > _BROAD:
        line = Slivers(kit, layer, attach)
        at = np.linspace(0.94, kit.rng.uniform(0.45, 0.7), 4)
        within = left + (right - left) * kit.rng.uniform(0.3, 0.65)
        line.add(
            np.column_stack([np.interp(at, _T, within[:, axis]) for axis in range(3)]), 0.65, paints.inner, 0.15, 0.2
        )
        line.paint()
    size = last - _INKED
    way = np.linspace(0, 1, size + 1)
    contour = np.vstack([left[_INKED:], right[-2 : _INKED - 1 : -1]])
    swell = np.r_[
        np.interp(way, [0, 0.6, 0.9, 1], [0.05, 0.45, 0.7, 0.45]),
        np.interp(way, [0, 0.3, 0.6, 1], [0.45, 0.95, 0.8, 0.05])[1:],
    ]
    ends = middle[[_INKED, last]]
    axis = pen.axis(ends[0].tolist(), ends[1].tolist(), Attach(turn=attach.turn, wrap=True))
    ink = Linear(((0, paints.inner), (0.5, paints.inner), (0.9, paints.ink)), axis)
    pen.line(contour, swell, ink, layer, attach, corners=(size,), detail=0.14)


def _melting(kit: HairKit, paint: Paint, middle: FloatArray, attach: Attach) -> Linear:
    """The paint of a region along a lock with this middle [11, 3], transparent at its root."""
    start, end = middle[[0, -1]]
    axis = kit.pen.axis(start.tolist(), end.tolist(), Attach(turn=attach.turn, wrap=True))
    way = end - start
    stops = []
    for index, cover in _MELTING:
        share = float(np.clip((middle[index] - start) @ way / (way @ way), 0, 1))
        stops.append((share, fade(kit.tone_at(paint, middle[index]), cover)))
    return Linear(tuple(stops), axis)


_MELTING = ((0, 0.0), (3, 0.9), (5, 1.0), (7, 1.0), (10, 1.0))
"""Points of a lock at which its colour is told, and how far it covers what lies below."""
