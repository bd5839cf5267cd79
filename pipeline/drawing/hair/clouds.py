"""Coily and curly hair of editions with locks: clouds with a scalloped outline that small curls fill, and ringlets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from itertools import pairwise

import numpy as np

from pipeline.drawing.geometry import Attach
from pipeline.drawing.hair.gloss import Slivers, light_of, sides
from pipeline.drawing.hair.kit import HairKit
from pipeline.drawing.hair.paints import HairPaints
from pipeline.drawing.palette import fade, mix
from pipeline.drawing.pen import Layer, Paint, Radial
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import HairColouring

Inside = Callable[[float, float], FloatArray]
"""(u, v), both 0..1 -> the point [3] of a cloud there: u from the viewer's left, v from its outer to its inner edge."""


def scalloped(kit: HairKit, edge: FloatArray, bump: float, rise: float) -> FloatArray:
    """An edge [n, 3] as a row of small arcs that stand out to the left of its way; every fourth point is between two.

    Args:
        bump: width of an arc. rise: its height; negative stands out to the right. Design units.
    """
    places = np.r_[0, np.cumsum(np.hypot(*np.diff(edge[:, :2], axis=0).T))]
    count = max(3, round(places[-1] / bump))
    cuts = np.cumsum([0.0, *(kit.rng.uniform(0.7, 1.35) for _ in range(count))])
    cuts *= places[-1] / cuts[-1]
    at, heights = [], []
    for start, end in pairwise(cuts):
        tall = rise * kit.rng.uniform(0.65, 1.3)
        at += [start + (end - start) * share for share in (0.0, 0.25, 0.5, 0.75)]
        heights += [0.0, 0.8 * tall, tall, 0.8 * tall]
    at.append(places[-1])
    heights.append(0.0)
    run = np.column_stack([np.interp(at, places, edge[:, axis]) for axis in range(3)])
    return np.asarray(run - sides(run) * np.array(heights)[:, None])


def cloud(
    kit: HairKit,
    outer: FloatArray,
    inner: FloatArray,
    inside: Inside,
    coils: int,
    paints: HairPaints,
    layer: Layer,
    attach: Attach,
    casts: bool = False,
) -> None:
    """A cloud between an ``outer`` edge that ``scalloped`` has made and an ``inner`` one that nothing marks.

    Args:
        coils: how many curls fill it.
        casts: throws a shadow on the face.
    """
    pen, size = kit.pen, len(outer)
    corners = tuple(range(0, size, 4))
    fill = as_ball(kit, paints, layer) if kit.art.massed else paints.fill
    whole = pen.fill(np.vstack([outer, inner]), fill, layer, attach, (*corners, size), casts=casts)
    with pen.clipped(whole) if kit.art.soft else nullcontext():
        if kit.art.massed and layer is not Layer.BACK_HAIR:
            _curled(kit, inside, round(coils / 5), layer, attach)
        elif not kit.art.massed:
            _coils(kit, inside, coils, layer, attach)
    widths = np.tile([1.5, 0.9, 0.8, 1.0], size // 4 + 1)[:size] * (0.75 if kit.art.massed else 1.0)
    widths[[0, -1]] = 0.2
    pen.line(outer, widths, paints.line, layer, attach, corners[1:-1])


def as_ball(kit: HairKit, paints: HairPaints, layer: Layer) -> Paint:
    """The paint of a cloud, or of the dome under it, that is lit as a ball is; dyed hair keeps its bands."""
    if kit.spec.hair_colouring is not HairColouring.SOLID or layer is Layer.BACK_HAIR:
        return paints.fill
    ramp = kit.ramp()
    light = mix(ramp.light, ramp.shine, 0.35 if ramp.lch.lightness < 0.6 else 0.1)
    axis = kit.pen.axis((-46, -104, 20), (104, 34, 0), Attach(turn=0.2))
    return Radial(((0, light), (0.32, mix(light, ramp.base, 0.6)), (0.55, ramp.base), (1, ramp.shade)), axis)


def _coils(kit: HairKit, inside: Inside, count: int, layer: Layer, attach: Attach) -> None:
    """Small open rings all over a cloud: dark ones, and arcs of light where it faces the lamp."""
    rng, slivers = kit.rng, Slivers(kit, layer, attach)
    across = max(3, round((count * 1.8) ** 0.5))
    for index in range(count):
        u = (index % across + rng.uniform(0.15, 0.85)) / across
        v = min(0.97, (index // across + rng.uniform(0.15, 0.85)) * across / count)
        x, y, z = (float(value) for value in inside(u, v))
        ramp, radius = kit.ramp(x), rng.uniform(4.5, 8.5)
        turn = rng.uniform(0.2, 2.2) + np.linspace(0, rng.uniform(2.6, 4.0), 9)
        far = radius * np.linspace(1.0, 0.62, 9)
        ring = np.column_stack([x + far * np.cos(turn), y + 0.9 * far * np.sin(turn), np.full(9, z)])
        slivers.add(ring, 1.5, fade(ramp.deep, 0.7), 0.35, 0.1)
        if u + v < 1.15 and index % 3:
            turn = np.linspace(3.5, 4.9, 6) + rng.uniform(-0.3, 0.3)
            arc = np.column_stack([x + 0.8 * radius * np.cos(turn), y + 0.75 * radius * np.sin(turn), np.full(6, z)])
            slivers.add(arc, 1.35, light_of(ramp, 0.62 - 0.35 * u), detail=0.12)
    slivers.paint()


def _curled(kit: HairKit, inside: Inside, count: int, layer: Layer, attach: Attach) -> None:
    """Curls, a few and large: each a lump in soft shadow, the hook of its end, and light on what faces the lamp."""
    rng, slivers = kit.rng, Slivers(kit, layer, attach)
    rows = max(1, round((count / 2.6) ** 0.5))
    across = max(2, round(count / rows))
    for row in range(rows):
        for column in range(across):
            u = (column + 0.5 * (row % 2) + rng.uniform(0.2, 0.8)) / (across + 0.5)
            v = min(0.9, (row + rng.uniform(0.25, 0.75)) / rows)
            x, y, z = (float(value) for value in inside(u, v))
            ramp, radius, lean = kit.ramp(x), rng.uniform(18, 29), rng.uniform(-0.5, 0.5)

            def arc(
                begin: float, end: float, far: FloatArray, at: tuple[float, float, float] = (x, y, z)
            ) -> FloatArray:
                turn = np.linspace(begin, end, len(far))
                ring = np.column_stack([np.cos(turn), 0.85 * np.sin(turn), np.zeros(len(far))]) * far[:, None]
                return np.asarray(ring + np.array(at))

            # A lump of hair, in shade below and to the right, and the curl that it is made of.
            swell = 1 - 0.7 * np.sin(np.linspace(0, np.pi, 9))
            rim = np.full(9, radius)
            begin, end = lean - 0.4, lean + 2.3
            kit.wedge(arc(begin, end, rim), arc(begin, end, radius * swell), kit.shadow(x), layer, attach, 0.8)
            slivers.add(
                arc(lean + 2.3, lean + 6.4, radius * np.linspace(0.98, 0.38, 11)), 0.9, kit.side(x).inner, 0.3, 0.1
            )
            if u + 0.7 * v < 0.95:
                light = light_of(ramp, 0.6 - 0.3 * u)
                slivers.add(arc(lean + 3.4, lean + 4.6, np.full(7, 0.72 * radius)), 2.4, light, detail=0.1)
    slivers.paint()


def commas(
    kit: HairKit, places: Sequence[tuple[float, float, float]], layer: Layer, attach: Attach, size: float = 1.0
) -> None:
    """Locks around these places (x, y, z), back to front, that curl as they fall: they come from the whorl, and their tips
    bend aside like the tails of commas. ``size``: small ones have no tone of their own.
    """
    rng, t, large = kit.rng, np.linspace(0, 1, 11), size > _SMALL
    lights = Slivers(kit, layer, attach)
    for x, y, z in places:
        aside = rng.choice(_ASIDE) * (1.0 if x > 0 else -1.0)
        length, half = size * rng.uniform(62, 84), size * rng.uniform(11, 15)
        away = float(np.arctan2(y - _WHORL, x))
        heading = away - 0.5 * aside + aside * rng.uniform(2.3, 3.1) * t[:-1] ** 1.5
        steps = np.column_stack([np.cos(heading), np.sin(heading)]) * length / len(heading)
        path = np.vstack([[0, 0], np.cumsum(steps, axis=0)])
        middle = np.column_stack([path - path[5] + [x, y], np.full(len(t), z)])
        across: FloatArray = (
            sides(middle) * (half * np.interp(t, [0, 0.2, 0.5, 0.8, 1], [0.12, 0.75, 1, 0.62, 0]))[:, None]
        )
        left, right = middle + across, middle - across
        if left[6, 0] > right[6, 0]:
            left, right = right, left
        kit.lock(
            left,
            right,
            kit.side(x),
            layer,
            attach,
            casts=large,
            shade=0.42 if large else 0.0,
            strands=0,
            ink=0.85,
            free=0.2,
        )
        if x < _IN_LIGHT:
            light = light_of(kit.ramp(x), rng.uniform(0.3, 0.65) if large else 0.45)
            lights.add((left + (right - left) * 0.24)[3:8], size * rng.uniform(1.2, 2.2), light, detail=0.12)
        if large:
            # The next lock may lie over it.
            lights.paint()
    lights.paint()


_SMALL = 0.8
_ASIDE = (-1.0, 1.0, 1.0)
"""To which side a curl bends: outward more often than toward the middle."""
_IN_LIGHT = 40.0
_WHORL = -120.0
"""y from which they come."""


def ringlets(
    kit: HairKit, sign: int, roots: Sequence[tuple[float, float, float, float, float]], attach: Attach, layer: Layer
) -> None:
    """Locks that wind as they fall, one after the other from back to front.

    Args:
        sign: -1 mirrors them to the viewer's left.
        roots: x and y of both ends of each, and half its width, design units.
    """
    rng, paints, ramp, massed = kit.rng, kit.side(sign), kit.ramp(sign), kit.art.massed
    for x0, y0, x1, y1, half in roots:
        t = np.linspace(0, 1, 15 if massed else 19)
        length = y1 - y0
        wind = 2 * np.pi * length / (half * (6.4 if massed else 5.2))
        phase = rng.uniform(0, 2 * np.pi)
        x = x0 + (x1 - x0) * t**0.8 + half * (0.5 if massed else 0.42) * np.sin(wind * t + phase) * np.clip(t * 4, 0, 1)
        middle = np.column_stack([sign * x, y0 + length * t, np.full(len(t), 8.0)])
        ends = np.interp(t, [0, 0.1, 0.3, 0.86, 0.95, 1], [0.1 if massed else 0.45, 0.8, 1.0, 0.92, 0.6, 0.0])
        width = half * ends * (0.82 + 0.18 * np.cos(2 * wind * t + 2 * phase))
        across = sides(middle) * width[:, None]
        left, right = middle + across, middle - across
        if left[4, 0] > right[4, 0]:
            left, right = right, left
        kit.lock(left, right, paints, layer, attach, casts=True, shade=0.34, strands=0, ink=0.95 if massed else 1.2,
                 free=0.0 if massed else 0.1)  # fmt: skip
        marks = Slivers(kit, layer, attach)
        for index in range(1, int(wind / np.pi) + 1):
            # Where the lock turns away from the lamp, a dark line runs across it.
            at = (index * np.pi - phase % np.pi) / wind
            if not 0.08 < at < 0.9:
                continue
            shares = np.linspace(0.02, 0.86, 4 if massed else 6)
            run = np.column_stack(
                [np.interp(at + (shares - 0.5) * half * 0.9 / length, t, left[:, axis]) * (1 - shares)
                 + np.interp(at + (shares - 0.5) * half * 0.9 / length, t, right[:, axis]) * shares
                 for axis in range(3)]
            )  # fmt: skip
            lit = run[:4] + np.array([half * 0.10, half * 0.55, 0.0])
            if massed:
                below = run + np.array([0.0, half * 0.75, 0.0]) * np.sin(np.linspace(0, np.pi, len(run)))[:, None]
                kit.wedge(run, below, ramp.deep, layer, attach, 0.85)
                lit = run[:4] - np.array([-half * 0.05, half * 0.5, 0.0])
            else:
                marks.add(run, half * 0.13, ramp.deep, 0.3, 0.1)
            marks.add(lit, half * (0.15 if massed else 0.12), light_of(ramp, 0.7 if sign < 0 else 0.45), detail=0.12)
        marks.paint()
