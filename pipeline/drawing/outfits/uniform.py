"""Uniforms: sailor suit, blazer, lab coat."""

from __future__ import annotations

import numpy as np

from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.casual import chest_folds
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.pieces import (
    bow,
    buttons,
    halves,
    lapels,
    patch,
    shirt_collar,
    symmetric,
    tie,
)
from pipeline.drawing.pen import Layer


def sailor(kit: OutfitKit) -> None:
    """The wide collar with two white lines, and a bow."""
    n, y, w = kit.figure.neck, kit.figure.shoulder_y, kit.figure.shoulder
    ramp, white, pen = kit.tones.cloth, kit.tones.white, kit.pen
    light_cloth = ramp.lch.lightness > 0.72
    top = white if kit.rng.random() < 0.55 and not light_cloth else ramp
    kit.garment([(n + 18, y - 24), (n + 6, y + 10), (0, y + 66)], top, out=4)
    chest_folds(kit, top)
    bib = symmetric([(0, y + 22), (n - 4, y + 14), (n + 2, y + 26), (0, y + 74)])
    inner = ramp if top is white else white
    pen.fill(kit.on_body(bib), inner.base, Layer.OUTFIT, BODY, (1, 2, 3))
    stripe = white if inner is ramp else ramp
    pen.stroke(kit.on_body([(-n + 2, y + 26), (0, y + 33), (n - 2, y + 26)]), 1.3, stripe.base, Layer.OUTFIT, BODY)
    collar = ramp if not light_cloth else kit.tones.accent
    flap = [(n + 3, y - 44), (n + 22, y - 33), (w * 0.80, y - 19), (w * 0.86, y + 6), (w * 0.84, y + 54), (w * 0.45, y + 62),
            (3, y + 84), (n - 6, y + 40), (n + 2, y - 2)]  # fmt: skip
    line = white if collar.lch.lightness < 0.86 else ramp
    for half in halves(flap):
        patch(kit, half, kit.cloth(collar), collar.line, corners=(0, 4, 6))
        edge = half[[2, 3, 4, 5, 6]]
        middle = np.array([half[:, 0].mean(), y + 10.0])
        for share in (0.13, 0.21):
            pen.line(kit.on_body(edge + (middle - edge) * share), 1.15, line.base, Layer.OUTFIT_OVER, BODY, (2,))
        shade = [half[4], half[5], half[6], half[5] + (middle - half[5]) * 0.10, half[4] + (middle - half[4]) * 0.05]
        pen.fill(kit.on_body(np.array(shade)), collar.shade, Layer.OUTFIT_OVER, BODY, (0, 2, 4))
    bow(kit, kit.tones.accent if collar is ramp else ramp, 0, y + 82, 40)


def blazer(kit: OutfitKit) -> None:
    """A school blazer over a white shirt, with a tie or a ribbon."""
    n, y = kit.figure.neck, kit.figure.shoulder_y
    ramp, white, accent = kit.tones.cloth, kit.tones.white, kit.tones.accent
    kit.garment([(n + 16, y - 24), (n + 4, y - 2), (0, y + 12)], ramp, out=8)
    chest_folds(kit, ramp)
    front = symmetric([(0, y - 6), (n + 8, y - 24), (n + 26, y + 10), (30, y + 90), (0, y + 158)])
    kit.pen.fill(kit.on_body(front), kit.cloth(white), Layer.OUTFIT, BODY, (1, 4))
    ribbon = kit.figure.masculine < 0.5 and kit.rng.random() < 0.6
    if not ribbon:
        tie(kit, accent, y + 4, y + 156)
    lapels(kit, ramp, y + 166)
    shirt_collar(kit, white)
    if ribbon:
        bow(kit, accent, 0, y + 22, 30, 0.8)
    kit.line([(0, y + 166), (2, y + 300), (4, y + 560)], 1.1, ramp, Layer.OUTFIT, peak=0.2)
    buttons(kit, kit.tones.gear if kit.spec.accessory_colour else accent, 10, [y + 186, y + 230], 5.0)
    crest = [(58, y + 92), (84, y + 90), (84, y + 96), (58, y + 98)]
    patch(kit, crest, ramp.light, ramp.line, width=0.7)


def lab_coat(kit: OutfitKit) -> None:
    """A white coat over a coloured shirt, pens in the pocket."""
    n, y = kit.figure.neck, kit.figure.shoulder_y
    ramp, white, accent = kit.tones.cloth, kit.tones.white, kit.tones.accent
    kit.garment([(n + 16, y - 24), (n + 4, y - 2), (0, y + 12)], white, out=10)
    chest_folds(kit, white)
    front = symmetric([(0, y - 6), (n + 8, y - 24), (n + 28, y + 10), (36, y + 110), (0, y + 196)])
    kit.pen.fill(kit.on_body(front), kit.cloth(ramp), Layer.OUTFIT, BODY, (1, 4))
    tie(kit, accent, y + 4, y + 170)
    lapels(kit, white, y + 204, wide=56)
    shirt_collar(kit, ramp)
    kit.line([(0, y + 204), (1, y + 560)], 1.1, white, Layer.OUTFIT, peak=0.2)
    buttons(kit, white, 9, [y + 224, y + 270], 4.2)
    pocket = [(54, y + 104), (92, y + 102), (91, y + 146), (55, y + 148)]
    patch(kit, pocket, white.light, white.line, width=0.8)
    for x, tone in ((64, accent), (73, ramp)):
        patch(kit, [(x, y + 92), (x + 4, y + 92), (x + 4, y + 112), (x, y + 112)], tone.base, tone.line, width=0.6)
