"""The locks that lie over a fringe: big, middle and small ones that overlap, each with its shadow on what is below."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from pipeline.drawing.figure import skull
from pipeline.drawing.geometry import Attach
from pipeline.drawing.hair.gloss import Lows, Slivers, light_of
from pipeline.drawing.hair.kit import HairKit
from pipeline.drawing.hair.sheaves import draw_lock
from pipeline.drawing.pen import Layer, Linear
from pipeline.types.arrays import FloatArray

_COUNT = 11
_T = np.linspace(0, 1, _COUNT)
_WIDTH = np.interp(_T, [0, 0.25, 0.62, 0.80, 0.93, 1], [0.22, 0.55, 1.0, 0.78, 0.30, 0])
_SLIGHT = 5.0
"""Locks that are narrower (half of it, degrees) say nothing on large masses."""
_BESIDE, _ASIDE = 47.0, 30.0
"""Degrees from the middle beyond which enough locks end, those before the ears among them; and where such locks have their
roots beside a parting.
"""
_HOOKED = 0.28
"""How far a tip bends farther the way that it hangs, as a share of half its lock's width."""
_FREE = 4
"""The point from which a clump's edge shows."""
_LONG = 1.24
"""A tip lower than this hangs before the eyes."""
_BETWEEN_EYES = 8.5
"""Degrees from the middle within which a long lock hides no eye."""


class Clearing(NamedTuple):
    """Attributes:

    places, downs: degrees from the middle, and how far down hair may hang there. over: what is left of more than that.
    """

    places: Sequence[float]
    downs: Sequence[float]
    over: float


EYES = Clearing((7, 13, 44, 54), (1.30, 1.10, 1.12, 1.50), 0.12)
TEMPLE = Clearing((7, 13, 31, 40, 50), (1.30, 1.11, 1.11, 1.24, 1.50), 0.3)
"""Around the eyes; in large masses, the temples are freer, and tips less alike."""


def clear_of_eyes(longitude: float, down: float, clearing: Clearing) -> float:
    """Nothing hangs over the eyes by a little (the upper lash is at down 1.09): tips stop above them or pass them by."""
    limit = float(np.interp(abs(longitude), clearing.places, clearing.downs))
    return down if down <= limit or down > _PASSES else limit + clearing.over * (down - limit)


_PASSES = 1.45


class Clump(NamedTuple):
    """One lock over the fringe; degrees, and ``down`` of its tip.

    Attributes:
        root, tip: longitude of both ends. down: of the tip. half: half its greatest width. bend: how far its middle
            bows to the viewer's right.
    """

    root: float
    tip: float
    down: float
    half: float
    bend: float


Clumps = Sequence[tuple[float, float, float, float, float]]
"""See ``Clump``; back to front."""


def lean(kit: HairKit, even: bool) -> float:
    """Degrees by which all tips lean to one side, for hair never hangs like a comb; less where the cut is even."""
    dice = random.Random(kit.spec.seed * 613 + 11)
    return dice.choice((-1, 1)) * dice.uniform(3.0, 8.0) * (0.4 if even else 1.0)


def draw_clumps(
    kit: HairKit,
    clumps: Clumps,
    part: float | None,
    leaning: float,
    lows: Lows,
    out: float,
    layer: Layer,
    attach: Attach,
) -> None:
    """Draws the clumps of a fringe that ends at ``lows``; ``out`` lifts them off the skull."""
    lights = Slivers(kit, layer, attach)
    for index, numbers in enumerate(clumps):
        clump = Clump(*numbers)
        beside = abs(clump.tip) > _BESIDE and (part is None or abs(clump.root) > _ASIDE)
        if kit.art.massed and (clump.half < _SLIGHT or beside):
            continue
        tip, down = clump.tip + kit.jitter(2.0), clump.down + kit.jitter(0.03)
        if kit.art.massed and layer is Layer.FRINGE:
            down = clear_of_eyes(tip + np.sign(tip - clump.root) * _HOOKED * clump.half, down, TEMPLE)
        swing = leaning if part is None else 0.0
        if part is None and down > _LONG and abs(tip) < 30:
            swing = float(np.clip(tip + swing, -_BETWEEN_EYES, _BETWEEN_EYES)) - tip
        arch = np.sin(np.pi * _T)
        longitude = clump.root + (tip - clump.root) * (_T**1.25 if part is None else _T**0.8)
        longitude += swing * _T**2.2 - 0.7 * swing * arch * (1 - _T) + clump.bend * arch * (0.4 + 0.6 * _T)
        start = 0.16 if part is None else 0.12
        fall = start + (down - start) * (_T if part is None else _T**1.2)
        if kit.art.massed:
            paints = kit.fringe(clump.tip)
            paints = kit.streaked(paints) if index % 3 == 1 else paints
            draw_lock(kit, longitude, fall, clump.half, paints, lows, out, layer, attach)
        else:
            _clump(kit, clump, longitude, fall, lows, out, layer, attach, lights)


def _clump(
    kit: HairKit, clump: Clump, longitude: FloatArray, fall: FloatArray, lows: Lows, out: float, layer: Layer,
    attach: Attach, lights: Slivers,
) -> None:  # fmt: skip
    pen, last = kit.pen, _COUNT - 1
    side = clump.root + 0.01
    paints, ramp = kit.fringe(side), kit.ramp(side)
    wide = clump.half * _WIDTH
    left, right = skull(longitude - wide, fall, out), skull(longitude + wide, fall, out)

    def above_edge(at: FloatArray) -> FloatArray:
        return np.array([lows(float(place)) for place in at]) - 0.035

    # Its shadow lies to its right, and never below the fringe's own edge, so it needs no clip.
    cast_at = longitude + 2.2 * _T + wide * 1.12
    cast = skull(cast_at, np.minimum(fall + 0.025 * _T, above_edge(cast_at)), out)
    base = skull(longitude, np.minimum(fall, above_edge(longitude)), out)
    shadow = np.vstack([base[_FREE:], cast[: _FREE - 1 : -1]])
    pen.fill(shadow, ramp.shade, layer, attach, (0, last - _FREE, _COUNT - _FREE))
    lock = pen.fill(np.vstack([left, right[-2::-1]]), paints.fill, layer, attach, (0, last, 2 * last), casts=True)
    pen.upper.add(lock)
    into = np.interp(_T, [0.3, 0.6, 0.85, 1], [0.0, 0.34, 0.55, 0.3])[:, None]
    inner = right + (left - right) * into
    pen.fill(np.vstack([right[3:], inner[-2:2:-1]]), paints.shade, layer, attach, (0, last - 3))
    strand = (left + (right - left) * (0.42 + kit.rng.uniform(-0.06, 0.06)))[_FREE:]
    pen.stroke(strand, 0.55, paints.strand, layer, attach, peak=0.6, detail=0.28)
    if clump.half > 4:
        # Light beside the ink of the edge that faces it is what makes a lock stand out from the next.
        lit = (left + (right - left) * 0.10)[3:10]
        lights.add(lit, 1.15 if clump.half > 7 else 0.8, light_of(ramp, 0.62 if clump.root < 14 else 0.4), 0.45, 0.22)
        lights.paint()
    edge = np.vstack([left[_FREE:], right[-2 : _FREE - 1 : -1]])
    size = last - _FREE
    way = np.linspace(0, 1, size + 1)
    swell = np.r_[
        np.interp(way, [0, 0.5, 0.85, 1], [0.05, 0.7, 1.0, 0.55]),
        np.interp(way, [0, 0.2, 0.6, 1], [0.55, 1.25, 1.0, 0.05])[1:],
    ]
    # On hair the ink is pale; it darkens toward the tip, which lies on the face.
    ends = skull(longitude[[_FREE, last]], fall[[_FREE, last]], out)
    axis = pen.axis(ends[0].tolist(), ends[1].tolist(), Attach(turn=attach.turn, wrap=True))
    ink = Linear(((0, paints.inner), (0.55, paints.inner), (0.9, paints.ink)), axis)
    pen.line(edge, swell, ink, layer, attach, corners=(size,), detail=0.14)
