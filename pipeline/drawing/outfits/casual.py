"""Everyday clothes: T-shirt, hoodie, turtleneck, shirt, jacket."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pipeline.drawing.geometry import BODY, Attach, Chain, mirrored
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.pieces import (
    buttons,
    edging,
    folds,
    halves,
    patch,
    shirt_collar,
    star,
    symmetric,
)
from pipeline.drawing.palette import Ramp, mix
from pipeline.drawing.pen import Layer, Paint
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import Motif

_ARM_FOLDS = (((74, 196), (88, 214), (96, 240)), ((64, 232), (80, 246), (94, 272)))


def chest_folds(kit: OutfitKit, ramp: Ramp) -> None:
    """The creases that run from the armpits over the chest, and the sleeves' shadow."""
    kit.sleeves(ramp)
    scale = kit.figure.shoulder / 118
    folds(kit, ramp, [[(x * scale, y) for x, y in line] for line in _ARM_FOLDS])


def t_shirt(kit: OutfitKit) -> None:
    """A T-shirt with a rim in the accent colour."""
    n, y = kit.figure.neck, kit.figure.shoulder_y
    ramp, accent = kit.tones.cloth, kit.tones.accent
    neckline = np.array([(n + 22, y - 22), (n + 16, y - 6), (n * 0.75, y + 9), (0, y + 15)])
    kit.garment(neckline, ramp, out=3)
    chest_folds(kit, ramp)
    inner, outer = neckline, neckline + np.array([(7, 0), (7, 6), (4, 9), (0, 9)])
    rim = np.vstack([inner, mirrored(inner)[-2::-1], mirrored(outer), outer[-2::-1]])
    kit.pen.fill(kit.on_body(rim), accent.base, Layer.OUTFIT_OVER, BODY, (0, 6, 7, 13))
    for edge in (inner, outer):
        kit.line(np.vstack([mirrored(edge), edge[-2::-1]]), 0.9, ramp, Layer.OUTFIT_OVER)
    motif(kit, 0, y + 82, 34)


def motif(kit: OutfitKit, x: float, y: float, size: float) -> None:
    """What is printed on the chest."""
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


def hoodie(kit: OutfitKit) -> None:
    """A hood around the neck, strings, a pouch."""
    n, y = kit.figure.neck, kit.figure.shoulder_y
    ramp, accent, pen = kit.tones.cloth, kit.tones.accent, kit.pen
    behind = symmetric([(0, y - 84), (n + 24, y - 78), (n + 50, y - 48), (n + 56, y - 12), (0, y + 6)])
    pen.fill(np.column_stack([behind, np.full(len(behind), -20.0)]), ramp.deep, Layer.BACK_TAILS, BODY)
    pen.line(np.column_stack([behind[-4:], np.full(4, -20.0)]), 1.0, ramp.line, Layer.BACK_TAILS, BODY)
    kit.garment([(n + 40, y - 20), (n + 30, y + 10), (n * 0.6, y + 40), (0, y + 50)], ramp, out=9)
    chest_folds(kit, ramp)
    lining = symmetric([(0, y - 8), (n - 2, y - 20), (n + 18, y - 34), (n + 12, y + 8), (0, y + 46)])
    pen.fill(kit.on_body(lining), ramp.dark, Layer.OUTFIT, BODY, (2,))
    hood = [(n + 8, y - 52), (n + 32, y - 54), (n + 56, y - 28), (n + 52, y + 4), (n + 22, y + 42), (3, y + 62), (1, y + 46),
            (n - 6, y + 18), (n + 12, y - 14)]  # fmt: skip
    for half in halves(hood):
        patch(kit, half, kit.cloth(ramp), ramp.line, corners=(0, 5, 6))
        crease = [
            (half[1][0] * 0.93, y - 40),
            (half[2][0] * 0.90, y - 16),
            (half[3][0] * 0.86, y + 8),
            (half[4][0] * 0.8, y + 34),
        ]
        pen.line(kit.on_body(crease), [0.2, 2.4, 2.0, 0.2], ramp.shade, Layer.OUTFIT_OVER, BODY)
    for side in (-1, 1):
        top, end = (side * 12.0, y + 50), (side * 16.0, y + 128 + 8 * side)
        chain = pen.chain(Chain((*top, 46), (*end, 46), head=0, rate=2.6, damping=0.25, hang=0.6))
        attach = Attach(head=0, chain=chain)
        run = kit.on_body([top, ((top[0] + end[0]) / 2 + side * 2, (top[1] + end[1]) / 2), end])
        pen.line(run, 2.6, ramp.line, Layer.OUTFIT_OVER, attach)
        pen.line(run, 1.7, accent.light, Layer.OUTFIT_OVER, attach)
    pouch = symmetric([(0, y + 196), (60, y + 196), (86, y + 250), (84, y + 300), (0, y + 300)])
    kit.pen.line(kit.on_body(pouch[[1, 2, 3]]), 1.0, ramp.line, Layer.OUTFIT, BODY, (1,))
    kit.pen.line(kit.on_body(mirrored(pouch[[1, 2, 3]])), 1.0, ramp.line, Layer.OUTFIT, BODY, (1,))
    motif(kit, 0, y + 118, 30)


def turtleneck(kit: OutfitKit) -> None:
    """A ribbed collar up to the chin."""
    n, y = kit.figure.neck, kit.figure.shoulder_y
    ramp = kit.tones.cloth
    kit.garment([(n + 26, y - 20), (n + 16, y - 2), (n * 0.7, y + 12), (0, y + 16)], ramp, out=6)
    chest_folds(kit, ramp)
    top = y - 62
    half = np.array(
        [(n + 7, top), (n + 10, top + 14), (n + 12, y - 34), (n + 24, y - 16), (n + 10, y + 10), (0, y + 22)]
    )
    ring = np.vstack([half, mirrored(half)[-2::-1], [(0, top + 15)]])
    points, attach = kit.on_neck(ring)
    collar = kit.pen.fill(points, kit.cloth(ramp), Layer.OUTFIT_OVER, attach, (0, 10))
    with kit.pen.clipped(collar):
        for place in np.linspace(-0.92, 0.92, 12):
            rib = np.array([((n + 9) * place, top - 2), ((n + 12) * place, y - 30), ((n + 19) * place, y + 14)])
            full, fix = kit.on_neck(rib)
            kit.pen.line(full, 0.75, ramp.shade, Layer.OUTFIT_OVER, fix, detail=0.2)
        shade, fix = kit.on_neck(
            [(n * 0.2, top), (n + 14, top), (n + 30, y + 10), (n * 0.5, y + 24), (n * 0.7, y - 20)]
        )
        kit.pen.fill(shade, (*ramp.shade[:3], 150), Layer.OUTFIT_OVER, fix)
    rim, fix = kit.on_neck(np.vstack([half[:1], [(0, top + 15)], mirrored(half[:1])]))
    kit.pen.line(rim, 1.0, ramp.line, Layer.OUTFIT_OVER, fix)
    outline, fix = kit.on_neck(np.vstack([half, mirrored(half)[-2::-1]]))
    kit.pen.line(outline, 1.0, ramp.line, Layer.OUTFIT_OVER, fix)


def shirt(kit: OutfitKit) -> None:
    """A buttoned shirt, open at the throat."""
    n, y = kit.figure.neck, kit.figure.shoulder_y
    ramp = kit.tones.cloth
    kit.garment([(n + 16, y - 24), (n + 4, y + 4), (0, y + 44)], ramp, out=3)
    chest_folds(kit, ramp)
    shirt_collar(kit, ramp, drop=10, spread=4)
    kit.line([(-1, y + 44), (1, y + 140), (0, y + 420)], 0.9, ramp, Layer.OUTFIT, peak=0.2)
    kit.line([(13, y + 50), (15, y + 140), (14, y + 420)], 0.6, ramp, Layer.OUTFIT, peak=0.2)
    buttons(
        kit,
        kit.tones.white if ramp.lch.lightness < 0.8 else kit.tones.accent,
        7,
        [y + 64 + 40 * i for i in range(6)],
        3.4,
    )
    pocket = [(34, y + 96), (70, y + 94), (70, y + 134), (52, y + 144), (35, y + 136)]
    kit.pen.line(kit.on_body([*pocket, pocket[0]]), 0.8, ramp.line, Layer.OUTFIT, BODY, (0, 1, 2, 3, 4), detail=0.2)


def jacket(kit: OutfitKit) -> None:
    """An open bomber jacket over a white top."""
    n, y = kit.figure.neck, kit.figure.shoulder_y
    ramp, white, accent = kit.tones.cloth, kit.tones.white, kit.tones.accent
    kit.garment([(n + 20, y - 22), (n + 14, y - 2), (n * 0.7, y + 14), (0, y + 20)], white, out=2)
    front = [(n + 22, y - 40), (n + 34, y - 26), (kit.figure.shoulder * 0.86 + 4, y - 16), (kit.figure.shoulder + 16, y + 12),
             (kit.figure.shoulder + 30, y + 120), (kit.figure.shoulder + 34, y + 236), (kit.figure.shoulder - 20, y + 310),
             (kit.figure.shoulder, y + 600), (46, y + 600), (44, y + 160), (38, y + 40), (n + 12, y - 10)]  # fmt: skip
    for half in halves(front):
        patch(kit, half, kit.cloth(ramp), ramp.line, Layer.OUTFIT, corners=(0, 7, 8), width=1.1)
    chest_folds(kit, ramp)
    edging(kit, [(n + 14, y - 8), (38, y + 40), (44, y + 160), (46, y + 600)], 3.0, accent.base, ramp)
    collar = [(n + 5, y - 52), (n + 20, y - 52), (n + 34, y - 28), (n + 32, y + 2), (n + 14, y + 6), (n + 10, y - 16)]
    for half in halves(collar):
        patch(kit, half, kit.cloth(ramp), ramp.line, corners=(0, 4))
        for share in (0.25, 0.5, 0.75):
            rib = half[[0, 5]] + (half[[1, 3]] - half[[0, 5]]) * share
            kit.pen.line(kit.on_body(rib), 0.7, ramp.shade, Layer.OUTFIT_OVER, BODY, detail=0.25)
    if kit.spec.motif is not Motif.STRIPES:
        motif(kit, 0, y + 96, 26)
