"""Pieces that several outfits share: collars, lapels, bows, ties, frills, buttons, folds.

Points are the viewer's right half in design units; the shoulders' corners are at (118, 196) on the usual figure, a bust
shows down to y = 300.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from pipeline.drawing.geometry import BODY, Attach, Chain, mirrored, taper
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.palette import Colour, Ramp
from pipeline.drawing.pen import Layer, Paint
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import Accessory

_TIED: Final = frozenset({Accessory.BOW_TIE, Accessory.NECKTIE})

Points = Sequence[tuple[float, float]]


def halves(points: Points) -> Iterator[FloatArray]:
    """The points as they are (viewer's right) and mirrored."""
    right = np.asarray(points, np.float64)
    yield right
    yield mirrored(right)


def patch(
    kit: OutfitKit,
    points: Points | FloatArray,
    paint: Paint,
    line: Colour,
    layer: Layer = Layer.OUTFIT_OVER,
    corners: Sequence[int] | None = None,
    width: float = 1.0,
    attach: Attach = BODY,
) -> int:
    """A closed piece of cloth with ink around it; every point is a corner unless ``corners`` says which. Those of a
    ``symmetric`` outline name its right half.
    """
    flat = np.asarray(points, np.float64)
    sharp = tuple(range(len(flat))) if corners is None else tuple(corners)
    if kit.art.limbs and _is_symmetric(flat):
        sharp = tuple(sorted({*sharp, *(-corner % len(flat) for corner in sharp)}))
    full = kit.on_body(flat)
    curve = kit.pen.fill(full, paint, layer, attach, sharp)
    ring = np.vstack([full, full[:1]])
    widths = np.full(len(ring), width)
    if kit.art.modelled:
        # A pen never keeps its pressure.
        widths *= 1.0 + 0.35 * np.sin(np.linspace(0, 4 * np.pi, len(ring)))
    kit.pen.line(ring, widths, line, layer, attach, sharp)
    return curve


def symmetric(points: Points) -> FloatArray:
    """A whole outline from its right half, given from the top middle (x = 0) round to the bottom middle (x = 0)."""
    right = np.asarray(points, np.float64)
    return np.vstack([right, mirrored(right)[-2:0:-1]])


def _is_symmetric(flat: FloatArray) -> bool:
    """Whether an outline is its own mirror image, point by point as ``symmetric`` orders them."""
    return len(flat) > 3 and bool(np.allclose(flat * [-1, 1], np.roll(flat[::-1], 1, axis=0)))


def shirt_collar(kit: OutfitKit, ramp: Ramp, drop: float = 0.0, spread: float = 0.0) -> None:
    """The two wings of a shirt's collar, with the band around the neck."""
    n, y = kit.figure.neck, kit.figure.shoulder_y
    band, attach = kit.on_neck(
        [(n + 1, y - 46), (n + 4, y - 26), (0, y + 10), (-n - 4, y - 26), (-n - 1, y - 46), (0, y - 24)]
    )
    kit.pen.fill(band, ramp.shade, Layer.OUTFIT, attach, (0, 1, 3, 4))
    wing = [(n + 1, y - 47), (n + 13, y - 41), (n + 21 + spread, y - 12), (17 + spread, y + 26 + drop), (2, y + 2)]
    for half in halves(wing):
        patch(kit, half, kit.cloth(ramp), ramp.line, corners=(0, 3, 4))
        inner = half[:0:-1] * [1, 1]
        kit.pen.stroke(kit.on_body(inner[1:3]), 0.5, ramp.deep, Layer.OUTFIT_OVER, BODY, detail=0.3)


def throat(kit: OutfitKit) -> Points:
    """The neckline below an ``open_collar``."""
    n, y = kit.figure.neck, kit.figure.shoulder_y
    if kit.art.poised:
        return [(n + 16, y - 24), (n - 3, y - 6), (n * 0.36, y + 24), (0, y + 40)]
    return [(n + 16, y - 24), (n + 4, y + 4), (0, y + 44)]


def open_collar(kit: OutfitKit, ramp: Ramp, spread: float = 4.0) -> None:
    """A shirt's collar whose first button is open: its wings roll outward along a throat that reaches to ``y + 44``."""
    if not kit.art.poised:
        shirt_collar(kit, ramp, drop=10, spread=spread)
        return
    n, y = kit.figure.neck, kit.figure.shoulder_y
    wing = [(n + 1, y - 50), (n + 15, y - 42), (n + 29, y - 10), (n + 10 + spread, y + 36), (n * 0.34, y + 22), (2, y + 44),
            (n * 0.52, y + 2), (n - 1, y - 24)]  # fmt: skip
    for half in halves(wing):
        patch(kit, half, kit.cloth(ramp), ramp.line, corners=(0, 3, 4, 5))
        roll = half[[0, 7, 6, 5]] + np.array([np.sign(half[0, 0]) * 5, 0]) * [[0.4], [1], [1], [0.2]]
        kit.pen.line(kit.on_body(roll), [0.3, 2.6, 2.2, 0.3], ramp.shade, Layer.OUTFIT_OVER, BODY)
        kit.pen.stroke(kit.on_body(half[[2, 3]] - np.array([np.sign(half[0, 0]) * 5, 2])), 0.5, ramp.deep,
                       Layer.OUTFIT_OVER, BODY, detail=0.3)  # fmt: skip


def lapels(kit: OutfitKit, ramp: Ramp, low: float, wide: float = 46.0, notch: bool = True) -> None:
    """A jacket's lapels down to ``low``, where it closes."""
    n, y = kit.figure.neck, kit.figure.shoulder_y
    upper = [
        (n + 8, y - 36),
        (n + 24, y - 24),
        (n + 24 + wide * 0.66, y + 22),
        (n + 8 + wide * 0.4, y + 34),
        (n - 6, y + 8),
    ]
    lower = [
        (n - 6, y + 8),
        (n + 8 + wide * 0.4, y + 30),
        (n + 16 + wide * 0.85, y + 40),
        (26, low - 40),
        (1, low),
        (n * 0.5, y + 60),
    ]
    for half in halves(lower):
        patch(kit, half, kit.cloth(ramp), ramp.line, corners=(0, 1, 2, 4))
    if notch:
        for half in halves(upper):
            patch(kit, half, kit.cloth(ramp), ramp.line, corners=(0, 2, 3, 4))


def tie(kit: OutfitKit, ramp: Ramp, top: float, bottom: float) -> None:
    """The necktie that belongs to an outfit, unless something else is tied there."""
    if not (kit.spec.tieless or (kit.art.poised and _TIED.intersection(kit.spec.accessories))):
        hanging_tie(kit, ramp, top, bottom)


def hanging_tie(kit: OutfitKit, ramp: Ramp, top: float, bottom: float) -> None:
    """A necktie."""
    blade = symmetric([(0, top + 16), (7, top + 16), (14, bottom - 26), (0, bottom)])
    patch(kit, blade, kit.cloth(ramp), ramp.line)
    shade = [(2, top + 18), (7, top + 18), (13, bottom - 26), (0, bottom - 2), (6, bottom - 40)]
    kit.pen.fill(kit.on_body(shade), ramp.shade, Layer.OUTFIT_OVER, BODY, (0, 1, 2, 3))
    for step in np.arange(top + 44, bottom - 30, 34):
        band = [(-8, step + 8), (9, step - 6), (10, step + 1), (-9, step + 15)]
        kit.pen.fill(kit.on_body(band), ramp.light, Layer.OUTFIT_OVER, BODY, (0, 1, 2, 3), detail=0.25)
    patch(kit, symmetric([(0, top), (10, top), (7, top + 19), (0, top + 20)]), ramp.base, ramp.line)


def bow(kit: OutfitKit, ramp: Ramp, x: float, y: float, size: float, tails: float = 1.0) -> None:
    """A ribbon bow; its ends hang and swing. ``size``: half its width; ``tails``: length of the ends, 0 for none."""
    pen = kit.pen
    if tails:
        for side in (-1, 1):
            end = y + size * 1.35 * tails
            chain = pen.chain(
                Chain((x, y, 50), (x + side * size * 0.5, end, 50), head=0, rate=2.5, damping=0.3, hang=0.5)
            )
            shape = np.array([(0.0, 0.0), (0.18, 0.1), (0.62, 1.22), (0.40, 1.12), (0.16, 1.30)]) * [
                side * size,
                size * tails,
            ]
            full = kit.on_body(shape + np.array([x, y]))
            pen.fill(full, kit.cloth(ramp), Layer.OUTFIT_OVER, Attach(head=0, chain=chain), (0, 2, 3, 4))
            pen.line(
                np.vstack([full, full[:1]]), 0.9, ramp.line, Layer.OUTFIT_OVER, Attach(head=0, chain=chain), (2, 3, 4)
            )
    loop = np.array(
        [(0.08, -0.08), (0.42, -0.40), (0.92, -0.52), (1.04, -0.06), (0.94, 0.42), (0.44, 0.30), (0.08, 0.1)]
    )
    fold = np.array([(0.16, 0.0), (0.50, -0.10), (0.74, -0.02), (0.52, 0.10)])
    for side in (-1, 1):
        full = kit.on_body(loop * [side * size, size] + [x, y])
        pen.fill(full, kit.cloth(ramp), Layer.OUTFIT_OVER, BODY, (0, 6))
        under = kit.on_body(
            np.array([(0.12, 0.1), (0.46, 0.12), (0.98, 0.16), (0.92, 0.42), (0.44, 0.30)]) * [side * size, size]
            + [x, y]
        )
        pen.fill(under, ramp.shade, Layer.OUTFIT_OVER, BODY, (0, 2, 3))
        pen.line(np.vstack([full, full[:1]]), 1.0, ramp.line, Layer.OUTFIT_OVER, BODY, (0, 6))
        pen.stroke(kit.on_body(fold[:3] * [side * size, size] + [x, y]), 0.8, ramp.deep, Layer.OUTFIT_OVER, BODY)
    knot = np.array([(-0.15, -0.16), (0.15, -0.16), (0.18, 0.0), (0.14, 0.18), (-0.14, 0.18), (-0.18, 0.0)]) * size + [
        x,
        y,
    ]
    patch(kit, knot, ramp.light, ramp.line, corners=())


def buttons(kit: OutfitKit, colour: Ramp, x: float, ys: Sequence[float], radius: float = 4.0) -> None:
    """Round buttons."""
    angle = np.linspace(0, 2 * np.pi, 7)[:-1]
    for y in ys:
        ring = np.column_stack([x + radius * np.cos(angle), y + radius * np.sin(angle)])
        kit.pen.fill(kit.on_body(ring), colour.base, Layer.OUTFIT_OVER, BODY)
        kit.pen.line(kit.on_body(np.vstack([ring, ring[:1]])), 0.6, colour.line, Layer.OUTFIT_OVER, BODY)


def frill(
    kit: OutfitKit,
    path: Points | FloatArray,
    depth: float,
    ramp: Ramp,
    layer: Layer = Layer.OUTFIT_OVER,
    waves: int = 0,
) -> None:
    """A ruffle hanging from a path (viewer's left to right or top to bottom): scalloped edge, a crease in every scallop."""
    line = np.asarray(path, np.float64)
    places = np.r_[0, np.cumsum(np.hypot(*np.diff(line, axis=0).T))]
    count = waves or max(3, round(places[-1] / (depth * 1.1)))
    t = np.linspace(0, places[-1], count * 4 + 1)
    run = np.column_stack([np.interp(t, places, line[:, axis]) for axis in (0, 1)])
    along = np.gradient(run, axis=0)
    along /= np.maximum(np.hypot(along[:, :1], along[:, 1:]), 1e-6)
    out = np.column_stack([-along[:, 1], along[:, 0]])
    reach = depth * (0.72 + 0.28 * np.abs(np.sin(np.linspace(0, count * np.pi, len(run)))))
    edge = run + out * reach[:, None]
    full = kit.on_body(np.vstack([run, edge[::-1]]))
    pinches = tuple(range(0, len(run), 4))
    corners = (0, len(run) - 1, *(2 * len(run) - 1 - index for index in pinches))
    kit.pen.fill(full, kit.cloth(ramp), layer, BODY, corners)
    for index in pinches[1:-1]:
        crease = kit.on_body(np.array([edge[index], run[index] + out[index] * depth * 0.25]))
        kit.pen.line(crease, [0.8, 0.1], ramp.deep, layer, BODY, detail=0.2)
    kit.pen.line(kit.on_body(edge), 0.85, ramp.line, layer, BODY, pinches)
    kit.pen.line(kit.on_body(run), taper(len(run), 0.2, 0.7), ramp.line, layer, BODY)


def folds(kit: OutfitKit, ramp: Ramp, lines: Sequence[Points], width: float = 5.0) -> None:
    """Slivers of shadow that taper at both ends, on both sides."""
    for line in lines:
        for half in halves(line):
            kit.pen.line(kit.on_body(half), taper(len(half), 0.3, width / 2), ramp.shade, Layer.OUTFIT, BODY)


def edging(
    kit: OutfitKit, path: Points, width: float, paint: Paint, ramp: Ramp, layer: Layer = Layer.OUTFIT_OVER
) -> None:
    """A band along a path, on both sides."""
    for half in halves(path):
        kit.pen.line(kit.on_body(half), width + 0.9, ramp.line, layer, BODY)
        kit.pen.line(kit.on_body(half), width, paint, layer, BODY)


def star(x: float, y: float, radius: float, points: int = 5, inner: float = 0.45) -> FloatArray:
    """Corners of a star, [2 * points, 2]."""
    angle = np.linspace(-np.pi / 2, 1.5 * np.pi, 2 * points + 1)[:-1]
    reach = radius * np.where(np.arange(2 * points) % 2 == 0, 1.0, inner)
    return np.column_stack([x + reach * np.cos(angle), y + reach * np.sin(angle)])
