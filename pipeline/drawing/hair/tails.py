"""Hair that is tied, plaited or curled: tails, braids, buns, drills, clouds of curls.

Places are design units on the viewer's right unless ``sign`` is -1.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from pipeline.drawing.geometry import Attach
from pipeline.drawing.hair.kit import HairKit, Sway
from pipeline.drawing.hair.masses import ramp_down
from pipeline.drawing.pen import Layer
from pipeline.types.arrays import FloatArray

Path = Sequence[tuple[float, float]]

_HEAD_SIDE = Attach(turn=0.25)
_HEAD_BACK = Attach(turn=0.05)


def nape(kit: HairKit) -> None:
    """The back of a head whose hair is tied up: a dark mass down to the neck, short hairs at its edge."""
    half = np.array([(0, -141), (46, -132), (82, -104), (104, -58), (107, -14), (100, 26), (84, 62), (60, 88)], float)
    half[1:, 0] *= kit.out / 1.05
    lower = np.array([(36, 80), (18, 92), (0, 82)], float)
    outline = np.vstack([half, lower, (lower * [-1, 1])[-2::-1], (half * [-1, 1])[:0:-1]])
    points = np.column_stack([outline, np.full(len(outline), -14.0)])
    kit.pen.fill(points, kit.back().fill, Layer.BACK_HAIR, Attach(turn=0.1), (7, 9, 11, 13))


def _smooth(path: Path, count: int) -> FloatArray:
    """``count`` points evenly along a path, by a cubic through its points."""
    from scipy.interpolate import CubicSpline

    points = np.asarray(path, np.float64)
    places = np.r_[0, np.cumsum(np.hypot(*np.diff(points, axis=0).T))]
    return np.asarray(CubicSpline(places, points)(np.linspace(0, places[-1], count)), np.float64)


def _grown(kit: HairKit, path: Path, root_y: float) -> Path:
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
    """A tail of three locks: two smaller ones peel off beside the big one's end."""
    wave = kit.spec.hair_wave
    centre = _smooth(path, 12)
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
    for beside, share, reach in ((0.62, 0.62, 0.80), (-0.58, 0.66, 0.88), (0.0, 1.0, 1.0)):
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
        kit.lock(run - half, run + half, paints, layer, falling, strands=1 if beside else 3, shade=0.42)


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


def twin_tails(kit: HairKit) -> None:
    """Tied high on both sides."""
    nape(kit)
    for sign in (-1, 1):
        path = _grown(kit, [(96, -84), (136, -92), (164, -40), (168, 60), (154, 160), (166, 262)], -84)
        tail(kit, path, (10, 26, 36, 38, 32, 20), Layer.BACK_TAILS, _HEAD_SIDE, sign, rate=1.5)
        hair_tie(kit, sign * 106, -89, 90 - sign * 98, 13, Layer.BACK_TAILS, _HEAD_SIDE)


def low_twin_tails(kit: HairKit) -> None:
    """Tied at the neck, over the shoulders."""
    nape(kit)
    for sign in (-1, 1):
        gathered(kit, sign, (87, 90), 11, Layer.FRONT_TAILS)
        path = _grown(kit, [(84, 84), (104, 120), (108, 190), (92, 270), (100, 350)], 84)
        tail(kit, path, (10, 22, 27, 24, 14), Layer.FRONT_TAILS, _HEAD_SIDE, sign, rate=1.6, low=0.4)
        hair_tie(kit, sign * 87, 92, 90 - sign * 30, 12, Layer.FRONT_TAILS, _HEAD_SIDE)


def ponytail(kit: HairKit) -> None:
    """Tied high at the back: it rises over the head and falls to one side behind the shoulder."""
    nape(kit)
    path = _grown(kit, [(16, -132), (62, -176), (122, -156), (154, -78), (152, 40), (132, 150), (142, 250)], -132)
    tail(kit, path, (12, 28, 36, 38, 36, 28, 14), Layer.BACK_TAILS, _HEAD_BACK, 1, rate=1.4)
    hair_tie(kit, 28, -146, -45, 15, Layer.BACK_TAILS, _HEAD_BACK)


def side_ponytail(kit: HairKit) -> None:
    """Tied beside the neck and laid over one shoulder."""
    nape(kit)
    gathered(kit, 1, (99, 44), 14, Layer.FRONT_TAILS)
    path = _grown(kit, [(92, 30), (122, 70), (128, 150), (108, 240), (112, 340)], 30)
    tail(kit, path, (12, 30, 36, 32, 16), Layer.FRONT_TAILS, _HEAD_SIDE, 1, rate=1.5, low=0.5)
    hair_tie(kit, 100, 42, 48, 15, Layer.FRONT_TAILS, _HEAD_SIDE)


def plait(
    kit: HairKit, path: Path, widths: Sequence[float], links: int, sign: int, layer: Layer, attach: Attach, low: float
) -> None:
    """A braid along a path: pairs of full strands, the upper over the lower, a tie and a tassel."""
    pen = kit.pen
    centre = _smooth(path, links * 4 + 1)
    centre[:, 0] *= sign
    paints = kit.tail(sign)
    ends = np.column_stack([centre, np.full(len(centre), -6.0)])
    chain = kit.hang(tuple(ends[0]), tuple(ends[-1]), Sway(rate=1.5, damping=0.3, hang=0.5), attach)
    half = np.interp(np.linspace(0, 1, links + 1), np.linspace(0, 1, len(widths)), widths)
    head = np.interp(centre[:, 1], [130, 330], [1.0, low])
    for link in range(links - 1, -1, -1):
        at = link * 4
        here, ahead = centre[at], centre[min(at + 6, len(centre) - 1)]
        along = (ahead - here) / max(1e-6, float(np.hypot(*(ahead - here))))
        across = np.array([-along[1], along[0]])
        reach = float(np.hypot(*(ahead - here)))
        w = half[link]
        for side in (1, -1):
            shape = [(0.02, 0.05), (0.05, 0.72), (0.38, 1.05), (0.72, 0.80), (1.0, 0.05), (0.62, 0.0)]
            points = np.array([here + along * u * reach + across * side * v * w for u, v in shape])
            full = np.column_stack([points, np.full(len(points), -6.0)])
            fix = Attach(head=float(head[at]), turn=attach.turn, chain=chain)
            pen.fill(full, paints.fill if side < 0 else paints.shade, layer, fix, (0, 4))
            pen.line(full[:5], [0.2, 0.9, 1.05, 0.9, 0.2], paints.line, layer, fix)
            inner = np.array(
                [here + along * u * reach + across * side * v * w for u, v in ((0.12, 0.35), (0.42, 0.6), (0.78, 0.32))]
            )
            pen.stroke(np.column_stack([inner, np.full(3, -6.0)]), 0.5, paints.strand, layer, fix, detail=0.25)
    last, before = centre[-1], centre[-5]
    along = (last - before) / max(1e-6, float(np.hypot(*(last - before))))
    across = np.array([-along[1], along[0]])
    w = half[-1]
    tassel = np.array(
        [
            last + along * u + across * v * w
            for u, v in ((2, -0.7), (16, -1.1), (34, -0.3), (26, 0.1), (40, 0.5), (15, 1.1), (2, 0.7))
        ]
    )
    full = np.column_stack([tassel, np.full(len(tassel), -6.0)])
    fix = Attach(head=float(head[-1]), turn=attach.turn, chain=chain)
    pen.fill(full, paints.fill, layer, fix, (0, 2, 3, 4, 6))
    pen.line(full, 0.8, paints.line, layer, fix, (2, 3, 4))
    angle = float(np.degrees(np.arctan2(along[1], along[0])))
    hair_tie(kit, float(last[0]), float(last[1]), angle, float(w) * 0.75, layer, fix)


def braid(kit: HairKit) -> None:
    """One thick braid over the shoulder."""
    nape(kit)
    gathered(kit, 1, (84, 92), 18, Layer.FRONT_TAILS)
    path = _grown(kit, [(80, 82), (104, 130), (106, 200), (88, 280), (84, 350)], 86)
    plait(kit, path, (20, 24, 22, 16), 8, 1, Layer.FRONT_TAILS, _HEAD_SIDE, 0.3)


def twin_braids(kit: HairKit) -> None:
    """Two braids on the chest."""
    nape(kit)
    for sign in (-1, 1):
        gathered(kit, sign, (86, 88), 12, Layer.FRONT_TAILS)
        path = _grown(kit, [(82, 78), (102, 120), (102, 190), (92, 260), (94, 320)], 82)
        plait(kit, path, (13, 17, 16, 12), 8, sign, Layer.FRONT_TAILS, _HEAD_SIDE, 0.3)


def _knot(kit: HairKit, x: float, y: float, radius: float, sign: int, layer: Layer) -> None:
    """A bun: a ball of wound hair."""
    pen = kit.pen
    paints = kit.tail(sign)
    angle = np.linspace(0, 2 * np.pi, 11)[:-1]
    bumps = radius * (1 + 0.04 * np.sin(3 * angle + kit.rng.uniform(0, 6)))
    ring = np.column_stack([x + bumps * np.cos(angle), y + bumps * 0.92 * np.sin(angle), np.full(10, -24.0)])
    pen.fill(ring, paints.fill, layer, _HEAD_BACK)
    shade = np.array([(x + radius * a, y + radius * 0.92 * b, -24.0) for a, b in
                      ((0.98, -0.2), (0.86, 0.5), (0.3, 0.95), (-0.5, 0.86), (0.1, 0.66), (0.6, 0.3))])  # fmt: skip
    pen.fill(shade, paints.shade, layer, _HEAD_BACK, (0, 3))
    for start, size in ((0.5, 0.74), (2.4, 0.5), (4.2, 0.3)):
        turn = start + np.linspace(0, 3.4, 6)
        size_now = radius * size * np.linspace(1.15, 0.75, 6)
        swirl = np.column_stack([x + size_now * np.cos(turn), y + size_now * 0.9 * np.sin(turn), np.full(6, -24.0)])
        pen.line(swirl, [0.08, 0.6, 0.85, 0.8, 0.5, 0.08], paints.strand, layer, _HEAD_BACK)
    glint = np.array([(x + radius * a, y + radius * b, -24.0) for a, b in
                      ((-0.62, -0.34), (-0.3, -0.66), (0.1, -0.72), (-0.2, -0.5), (-0.45, -0.25))])  # fmt: skip
    pen.fill(glint, paints.shine, layer, _HEAD_BACK, (0, 2))
    pen.line(np.vstack([ring, ring[:1]]), 1.0, paints.line, layer, _HEAD_BACK)


def bun(kit: HairKit) -> None:
    """One bun on top."""
    nape(kit)
    _knot(kit, 4, -158 - 10 * kit.length, 40 + 10 * kit.length, 1, Layer.BACK_TAILS)


def double_bun(kit: HairKit) -> None:
    """A bun on each side."""
    nape(kit)
    for sign in (-1, 1):
        _knot(kit, sign * 84, -130, 34 + 6 * kit.length, sign, Layer.BACK_TAILS)


def drills(kit: HairKit) -> None:
    """Ringlets wound like drills on both sides."""
    nape(kit)
    turns = 6 + round(2 * kit.length)
    for sign in (-1, 1):
        paints = kit.tail(sign)
        top, step = -26.0, 36.0
        chain = kit.hang((sign * 108, top, -10), (sign * 122, top + step * turns, -10), Sway(rate=1.6, hang=0.45))
        for index in range(turns - 1, -1, -1):
            t = index / (turns - 1)
            x = sign * (112 + 16 * np.sin(np.pi * min(1.0, t * 1.3)))
            y = top + step * index
            half = (30 + 8 * np.sin(np.pi * t)) * (1 - 0.62 * t**2)
            shape = np.array(
                [(-1.0, -0.25), (-0.4, -0.62), (0.5, -0.60), (1.0, -0.1), (0.92, 0.55), (0.2, 0.98), (-0.7, 0.72)]
            )
            points = np.column_stack([x + sign * shape[:, 0] * half, y + shape[:, 1] * step * 0.78, np.full(7, -10.0)])
            fix = Attach(turn=0.25, chain=chain, head=float(np.interp(y, [130, 330], [1.0, 0.7])))
            kit.pen.fill(points, paints.fill, Layer.FRONT_TAILS, fix, (0,))
            under = np.column_stack([x + sign * np.array([0.98, 0.92, 0.2, -0.7, -0.1, 0.5]) * half,
                                     y + np.array([0.05, 0.55, 0.98, 0.72, 0.62, 0.35]) * step * 0.78,
                                     np.full(6, -10.0)])  # fmt: skip
            kit.pen.fill(under, paints.shade, Layer.FRONT_TAILS, fix, (0, 3))
            kit.pen.line(
                np.vstack([points[3:], points[:1]]), [0.6, 1.0, 1.1, 0.9, 0.3], paints.line, Layer.FRONT_TAILS, fix
            )
            kit.pen.line(points[:4], [0.3, 0.7, 0.7, 0.6], paints.line, Layer.FRONT_TAILS, fix)
            shine = np.column_stack([x + sign * np.array([-0.6, -0.1, 0.2, -0.2]) * half,
                                     y + np.array([-0.15, -0.32, -0.12, 0.05]) * step, np.full(4, -10.0)])  # fmt: skip
            kit.pen.fill(shine, paints.shine, Layer.FRONT_TAILS, fix, (0, 2), detail=0.2)
