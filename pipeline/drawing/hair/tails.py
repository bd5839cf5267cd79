"""Hair that is tied: what a tail is made of.

Places are design units on the viewer's right unless ``sign`` is -1.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from pipeline.drawing.geometry import Attach
from pipeline.drawing.hair.gloss import Slivers, light_of
from pipeline.drawing.hair.kit import HairKit, Sway
from pipeline.drawing.hair.masses import ramp_down
from pipeline.drawing.hair.sleek import draw_nape
from pipeline.drawing.palette import fade
from pipeline.drawing.pen import Layer, Linear
from pipeline.types.arrays import FloatArray

Path = Sequence[tuple[float, float]]


HEAD_SIDE = Attach(turn=0.25)
HEAD_BACK = Attach(turn=0.05)


def nape(kit: HairKit) -> None:
    """The back of a head whose hair is tied up: a dark mass down to the neck, short hairs at its edge."""
    if kit.art.massed:
        draw_nape(kit)
        return
    half = np.array([(0, -141), (46, -132), (82, -104), (104, -58), (107, -14), (100, 26), (84, 62), (60, 88)], float)
    half[1:, 0] *= kit.out / 1.05
    lower = np.array([(36, 80), (18, 92), (0, 82)], float)
    outline = np.vstack([half, lower, (lower * [-1, 1])[-2::-1], (half * [-1, 1])[:0:-1]])
    points = np.column_stack([outline, np.full(len(outline), -14.0)])
    kit.pen.fill(points, kit.back().fill, Layer.BACK_HAIR, Attach(turn=0.1), (7, 9, 11, 13))


def smooth(path: Path, count: int) -> FloatArray:
    """``count`` points evenly along a path, by a cubic through its points."""
    from scipy.interpolate import CubicSpline

    points = np.asarray(path, np.float64)
    places = np.r_[0, np.cumsum(np.hypot(*np.diff(points, axis=0).T))]
    return np.asarray(CubicSpline(places, points)(np.linspace(0, places[-1], count)), np.float64)


def grown(kit: HairKit, path: Path, root_y: float) -> Path:
    """The path lengthened by ``hair_length``."""
    stretch = 0.66 + 0.7 * kit.length
    return [(x, root_y + (y - root_y) * stretch) for x, y in path]


def tail(
    kit: HairKit,
    path: Path,
    widths: Sequence[float],
    layer: Layer,
    attach: Attach,
    sign: int = 1,
    rate: float = 1.4,
    depth: float = -20.0,
    low: float = 1.0,
) -> None:
    """A tail of several locks: smaller ones peel off beside the big one's end."""
    wave = kit.spec.hair_wave
    centre = smooth(path, 12)
    t = np.linspace(0, 1, 12)
    centre[:, 0] += wave * 10 * np.sin(centre[:, 1] / 24.0) * t
    centre[:, 0] *= sign
    width = np.interp(t, np.linspace(0, 1, len(widths)), widths) * (0.9 + 0.3 * kit.spec.hair_volume)
    points = np.column_stack([centre, np.full(12, depth)])
    chain = kit.hang(tuple(points[0]), tuple(points[-1]), Sway(rate=rate, damping=0.28, hang=0.5), attach)
    along = np.gradient(points[:, :2], axis=0)
    along /= np.maximum(np.hypot(along[:, :1], along[:, 1:]), 1e-6)
    across = np.column_stack([along[:, 1], -along[:, 0], np.zeros(12)])
    # Where its middle lies decides how much of the tail follows the head: a lock has one head share for all its points.
    head = float(np.mean(np.asarray(ramp_down(points, 130, 330, low))))
    falling = replace(attach, chain=chain, head=head)
    paints = kit.tail(sign)
    if kit.art.massed and isinstance(paints.fill, Linear):
        # From its own top to its own tip, wherever they are; in the shade below a tie, in the light where it rises first.
        top = int(points[:, 1].argmin())
        first, *rest = paints.fill.stops
        axis = kit.pen.axis(points[top].tolist(), points[-1].tolist(), falling)
        paints = replace(paints, fill=Linear(((0.0, rest[0][1] if top else first[1]), *rest), axis))
    for beside, share, reach in _LARGE_LOCKS if kit.art.massed else _FINE_LOCKS if kit.art.locks else _LOCKS:
        place = t * reach
        run = np.column_stack([np.interp(place, t, points[:, axis]) for axis in range(3)])
        side = np.column_stack([np.interp(place, t, across[:, axis]) for axis in range(3)])
        full = np.interp(place, t, width)
        run += side * (full * beside * np.interp(t, [0, 0.55, 1], [0.6, 1.0, 1.5]))[:, None]
        taper = (
            np.interp(t, [0, 0.5, 0.8, 1], [1, 1, 0.7, 0])
            if beside
            else np.interp(t, [0, 0.75, 0.9, 1], [1, 1, 0.6, 0])
        )
        half = side * (full * share * taper)[:, None]
        strands = 0 if kit.art.massed else 1 if beside else 2 if kit.art.locks else 3
        ink = 1.0 if kit.art.massed or not kit.art.locks else 1.5
        free = 0.0 if kit.art.massed else 0.28
        kit.lock(run - half, run + half, paints, layer, falling, strands=strands, shade=0.42, ink=ink, free=free)
    if not kit.art.locks:
        return
    (_soft_comb if kit.art.massed else _comb)(kit, sign, points, across * width[:, None], layer, falling)


_LOCKS = ((0.62, 0.62, 0.80), (-0.58, 0.66, 0.88), (0.0, 1.0, 1.0))
_LARGE_LOCKS = ((0.74, 0.46, 0.74), (-0.66, 0.50, 0.88), (0.0, 0.94, 1.0))
_FINE_LOCKS = ((0.80, 0.42, 0.70), (-0.74, 0.44, 0.76), (0.55, 0.50, 0.90), (-0.48, 0.52, 0.96), (0.0, 0.92, 1.0))
"""Where a lock lies beside a tail's middle (shares of its half width), its own half width, and how far down it reaches."""


def _comb(kit: HairKit, sign: int, middle: FloatArray, across: FloatArray, layer: Layer, attach: Attach) -> None:
    """Light and shadow along a tail: ``across`` [n, 3] goes from its middle to its edge."""
    ramp, rng = kit.ramp(sign), kit.rng
    slivers = Slivers(kit, layer, attach)
    thick = float(np.hypot(across[:, 0], across[:, 1]).max())
    run = _along(middle, _lit(across))
    if kit.art.soft:
        for beside, at, reach, share in _SHEEN:
            slivers.add(run(beside, at - reach, at + reach), thick * share, fade(ramp.light, 0.55), detail=0.1)
    for beside in (-0.62, -0.36, -0.10, 0.18, 0.46):
        at, start = beside + rng.uniform(-0.06, 0.06), rng.uniform(0.02, 0.10)
        slivers.add(run(at, start, start + rng.uniform(0.18, 0.3)), thick * 0.055, fade(ramp.shade, 0.9), 0.3, 0.12)
        end = rng.uniform(0.84, 0.97)
        slivers.add(
            run(at, end - rng.uniform(0.3, 0.5), end),
            thick * rng.uniform(0.05, 0.10),
            fade(ramp.shade, 0.85),
            0.6,
            0.12,
        )
    for centre, reach, strength in ((0.24, 0.12, 0.75), (0.64, 0.09, 0.45)):
        for beside, share in ((0.70, 0.035), (0.54, 0.09), (0.38, 0.04), (0.22, 0.075), (0.02, 0.03)):
            middle_at, half = centre + rng.uniform(-0.03, 0.03), reach * rng.uniform(0.7, 1.2)
            path = run(beside + rng.uniform(-0.04, 0.04), middle_at - half, middle_at + half)
            slivers.add(path, thick * share, light_of(ramp, strength), detail=0.12)
    slivers.paint()


_SHEEN = ((0.34, 0.25, 0.20, 0.30), (0.62, 0.22, 0.15, 0.16), (0.20, 0.62, 0.24, 0.26), (0.50, 0.58, 0.18, 0.14))
"""The broad, soft light on a tail: place beside its middle, along it, half its length and half its width."""


def _lit(across: FloatArray) -> FloatArray:
    """``across`` turned so that it points toward the lamp."""
    return across * (-1.0 if np.mean(across[:, 0]) > 0 else 1.0)


def _along(middle: FloatArray, across: FloatArray) -> Callable[[float | FloatArray, float, float], FloatArray]:
    """(beside, begin, end) -> nine points [9, 3] along a tail, ``beside`` its middle in half widths."""
    t = np.linspace(0, 1, len(middle))

    def run(beside: float | FloatArray, begin: float, end: float) -> FloatArray:
        place = np.linspace(begin, end, 9)
        core, side = (
            np.column_stack([np.interp(place, t, rows[:, axis]) for axis in range(3)]) for rows in (middle, across)
        )
        return np.asarray(core + side * np.broadcast_to(np.asarray(beside), (9,))[:, None])

    return run


def _soft_comb(kit: HairKit, sign: int, middle: FloatArray, across: FloatArray, layer: Layer, attach: Attach) -> None:
    """Light and shadow along a tail in large masses: it is round, its end is in shade, and light goes round it twice."""
    rng, ramp, shadow = kit.rng, kit.ramp(sign), kit.shadow(sign)
    tapering = np.interp(np.linspace(0, 1, len(middle)), [0, 0.7, 0.9, 1], [0.94, 0.94, 0.5, 0.0])[:, None]
    thick, run = float(np.hypot(across[:, 0], across[:, 1]).max()), _along(middle, _lit(across) * tapering)
    t = np.linspace(0, 1, 9)
    away = -1.0 + 0.8 * np.sin(np.pi * np.clip(t, 0.05, 0.95)) ** 0.6
    kit.wedge(run(-1.0, 0.03, 0.93), run(away, 0.03, 0.93), shadow, layer, attach, 0.8)
    at = rng.uniform(0.0, 0.3)
    bowed = at + 0.12 * np.sin(2 * np.pi * t)
    kit.wedge(
        run(bowed, 0.97, 0.4), run(bowed + 0.45 * np.sin(np.pi * t) ** 0.8, 0.97, 0.4), shadow, layer, attach, 0.65
    )
    root = -0.3 + 0.1 * np.sin(3 * t)
    kit.wedge(run(root, 0.0, 0.3), run(root + 0.35 * np.sin(np.pi * t), 0.0, 0.3), shadow, layer, attach, 0.6)
    lines = Slivers(kit, layer, attach)
    for place, up in ((-0.55, 0.5), (-0.35, 0.3), (0.45, 0.4)):
        bent = place + rng.uniform(-0.08, 0.08) + 0.08 * np.sin(4 * t + rng.uniform(0, 6))
        tip = rng.uniform(0.9, 0.97)
        lines.add(run(bent, tip, tip - up * rng.uniform(0.8, 1.2)), 0.8, kit.tail(sign).inner, 0.2, 0.12)
    for centre, reach, strength in ((0.27, 0.11, 0.5), (0.63, 0.09, 0.3)):
        for beside, share, long, bright in _GLINTS:
            place = centre + rng.uniform(-0.02, 0.02)
            half = reach * long * rng.uniform(0.85, 1.2)
            lines.add(run(beside + rng.uniform(-0.05, 0.05), place - half, place + half), thick * share,
                      light_of(ramp, strength * bright), 0.5, 0.1)  # fmt: skip
    lines.paint()


_GLINTS = ((0.42, 0.24, 1.2, 0.55), (0.52, 0.07, 0.8, 1.5), (0.22, 0.04, 0.6, 1.3), (-0.12, 0.10, 0.8, 0.5))
"""Light on a tail: place beside its middle, half its width as a share of the tail's, its length and its strength."""


def gathered(kit: HairKit, sign: int, tie: tuple[float, float], half: float, layer: Layer) -> None:
    """Hair combed from the side of the head into a tie below the ear: what joins a low tail or braid to the head."""
    x, y = tie
    outer = [(104, -40), (109, 0), (107, 36), (100, 64), (x + half * 0.9, y)]
    inner = [(x - half * 0.9, y), (66, 62), (62, 20), (70, -30)]
    points = np.array([(sign * px, py, -8.0) for px, py in (*outer, *inner)])
    paints = kit.side(sign)
    attach = Attach(turn=0.2)
    kit.pen.fill(points, paints.fill, layer, attach, (0, 4, 5, 8))
    shade = np.array([(sign * px, py, -8.0) for px, py in ((96, -10), (98, 30), (90, 62), (x, y), (78, 56), (80, 16))])
    kit.pen.fill(shade, paints.shade, layer, attach, (0, 3))
    for share in (0.25, 0.5, 0.75):
        run = [
            (sign * (104 - 34 * share + (x - 104 + 34 * share) * t**1.6), -20 + (y + 20) * t, -8.0)
            for t in (0.2, 0.5, 0.8, 1.0)
        ]
        kit.strand(run, 0.6, paints.strand, layer, attach)
    kit.pen.line(points[:5], [0.1, 0.8, 1.0, 1.0, 0.6], paints.line, layer, attach)


def hair_tie(kit: HairKit, x: float, y: float, angle: float, half: float, layer: Layer, attach: Attach) -> None:
    """A band around a tail: centre, direction of the tail in degrees (90 is down), half-length."""
    ramp = kit.tones.accent
    a = np.radians(angle)
    along, across = np.array([np.cos(a), np.sin(a)]), np.array([-np.sin(a), np.cos(a)])
    corners = [
        np.array([x, y]) + along * u + across * v
        for u, v in ((-5, -half), (0, -half - 2), (5, -half), (5, half), (0, half + 2), (-5, half))
    ]
    points = np.column_stack([np.array(corners), np.full(6, -10.0)])
    kit.pen.fill(points, ramp.base, layer, attach, (0, 2, 3, 5))
    kit.pen.line(np.vstack([points, points[:1]]), 0.8, ramp.line, layer, attach, (0, 2, 3, 5))
