"""Costumes: maid, kimono, dress, idol, armour, cape."""

from __future__ import annotations

import numpy as np

from pipeline.drawing.geometry import BODY, mirrored
from pipeline.drawing.outfits.casual import chest_folds
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.pieces import (
    bow,
    buttons,
    edging,
    folds,
    frill,
    halves,
    patch,
    shirt_collar,
    star,
    symmetric,
)
from pipeline.drawing.palette import Ramp, fade
from pipeline.drawing.pen import Layer


def _puffs(kit: OutfitKit, ramp: Ramp, low: float = 92.0) -> None:
    """Puffed sleeves gathered into a cuff."""
    w, y = kit.figure.shoulder, kit.figure.shoulder_y
    puff = [(w * 0.62, y - 16), (w * 0.92, y - 22), (w + 22, y), (w + 34, y + 40), (w + 24, y + low - 16), (w - 14, y + low - 10),
            (w - 26, y + 46)]  # fmt: skip
    for half in halves(puff):
        patch(kit, half, kit.cloth(ramp), ramp.line, Layer.OUTFIT, corners=(4, 5, 6), width=1.1)
        for share in (0.25, 0.5, 0.75):
            bottom = half[5] + (half[4] - half[5]) * share
            top = half[0] + (half[2] - half[0]) * (0.3 + 0.6 * share)
            crease = [bottom, bottom + (top - bottom) * 0.35]
            kit.pen.line(kit.on_body(np.array(crease)), [1.2, 0.1], ramp.deep, Layer.OUTFIT, BODY)
    cuff = [(w - 16, y + low - 12), (w + 24, y + low - 18), (w + 25, y + low - 4), (w - 14, y + low + 2)]
    for half in halves(cuff):
        patch(kit, half, kit.tones.white.base, kit.tones.white.line, Layer.OUTFIT, width=0.8)


def maid(kit: OutfitKit) -> None:
    """A dark dress, a white apron with frills, a collar and a bow."""
    n, y, w = kit.figure.neck, kit.figure.shoulder_y, kit.figure.shoulder
    ramp, white = kit.tones.cloth, kit.tones.white
    kit.garment([(n + 14, y - 26), (n + 4, y - 6), (0, y + 6)], ramp, out=3)
    chest_folds(kit, ramp)
    _puffs(kit, ramp)
    bib = symmetric([(0, y + 66), (44, y + 62), (50, y + 130), (58, y + 214), (0, y + 222)])
    patch(kit, bib, kit.cloth(white), white.line, Layer.OUTFIT, corners=(1, 3), width=0.9)
    for half in halves([(44, y + 64), (52, y + 20), (56, y - 22), (66, y - 20), (64, y + 24), (56, y + 70)]):
        patch(kit, half, kit.cloth(white), white.line, Layer.OUTFIT, corners=(0, 2, 3, 5), width=0.8)
    frill(kit, np.array([(58, y + 132), (66, y + 60), (70, y + 10), (64, y - 22)]), 20, white, Layer.OUTFIT)
    frill(kit, mirrored([(58, y + 132), (66, y + 60), (70, y + 10), (64, y - 22)])[::-1], 20, white, Layer.OUTFIT)
    skirt = symmetric([(0, y + 240), (74, y + 236), (w + 6, y + 470), (0, y + 480)])
    patch(kit, skirt, kit.cloth(white), white.line, Layer.OUTFIT, corners=(1, 2), width=0.9)
    sash = symmetric([(0, y + 222), (66, y + 218), (68, y + 240), (0, y + 244)])
    patch(kit, sash, white.shade, white.line, Layer.OUTFIT, width=0.8)
    shirt_collar(kit, white)
    bow(kit, kit.tones.accent, 0, y + 24, 32, 0.9)


def kimono(kit: OutfitKit) -> None:
    """Crossed collars (the wearer's left over the right), a sash, flowers."""
    n, y, w = kit.figure.neck, kit.figure.shoulder_y, kit.figure.shoulder
    ramp, accent, white, pen = kit.tones.cloth, kit.tones.accent, kit.tones.white, kit.pen
    kit.garment([(n + 14, y - 30), (n + 2, y + 16), (0, y + 60)], ramp, out=9)
    sleeve = [(w * 0.7, y + 40), (w * 0.66, y + 150), (w * 0.5, y + 300), (w * 0.8, y + 330), (w + 10, y + 180)]
    folds(kit, ramp, [[(x, high) for x, high in sleeve[:3]]], 7)
    chest_folds(kit, ramp)
    for x, high, size in (
        (84, y + 60, 15),
        (-92, y + 110, 17),
        (62, y + 150, 12),
        (-58, y + 54, 11),
        (104, y + 170, 14),
    ):
        petals = star(x * w / 118, high, size, 5, 0.62)
        pen.fill(kit.on_body(petals), fade(accent.light, 0.95), Layer.OUTFIT, BODY)
        heart = star(x * w / 118, high, size * 0.3, 5, 0.8)
        pen.fill(kit.on_body(heart), white.base, Layer.OUTFIT, BODY, detail=0.2)
    # Each collar lies over the one before: under-kimono, right side, left side.
    under = np.array([(n + 3, y - 42), (n + 12, y - 34), (n + 4, y + 20), (-6, y + 92), (-16, y + 84), (n - 6, y + 8)])
    over = np.array([(n + 10, y - 38), (n + 28, y - 28), (n + 24, y + 26), (-4, y + 150), (-30, y + 190), (-38, y + 176),
                     (n + 2, y + 40)])  # fmt: skip
    for flip in (True, False):
        inner, outer = (mirrored(under), mirrored(over)) if flip else (under, over)
        patch(kit, inner, white.base, white.line, corners=(0, 1, 3, 4), width=0.8)
        patch(kit, outer, kit.cloth(accent), accent.line, corners=(0, 1, 4, 5), width=1.0)
    sash = symmetric([(0, y + 196), (w * 0.74, y + 190), (w * 0.72, y + 280), (0, y + 290)])
    patch(kit, sash, kit.cloth(accent), accent.line, corners=(1, 2))
    cord = symmetric([(0, y + 234), (w * 0.73, y + 228), (w * 0.73, y + 240), (0, y + 247)])
    patch(kit, cord, white.shade, white.line, corners=(1, 2), width=0.7)


def dress(kit: OutfitKit) -> None:
    """A square neckline with a frill, puffed sleeves and a ribbon."""
    n, y, w = kit.figure.neck, kit.figure.shoulder_y, kit.figure.shoulder
    ramp, white = kit.tones.cloth, kit.tones.white
    neckline = [(n + 34, y - 20), (n + 34, y + 14), (n + 28, y + 40), (0, y + 46)]
    kit.garment(neckline, ramp, out=2)
    chest_folds(kit, ramp)
    _puffs(kit, ramp)
    edge = [
        (-n - 34, y - 19),
        (-n - 33, y + 14),
        (-n - 26, y + 38),
        (0, y + 44),
        (n + 26, y + 38),
        (n + 33, y + 14),
        (n + 34, y - 19),
    ]
    frill(kit, edge, -15, white)
    folds(kit, ramp, [[(20, y + 150), (24, y + 190), (22, y + 226)], [(52, y + 130), (50, y + 180), (44, y + 226)]], 5)
    waist = symmetric([(0, y + 222), (w * 0.62, y + 216), (w * 0.62, y + 240), (0, y + 246)])
    patch(kit, waist, kit.cloth(kit.tones.accent), kit.tones.accent.line, corners=(1, 2))
    bow(kit, kit.tones.accent, 0, y + 62, 26, 0.7)


def idol(kit: OutfitKit) -> None:
    """A stage dress: frills, a big bow, stars that glitter."""
    n, y, w = kit.figure.neck, kit.figure.shoulder_y, kit.figure.shoulder
    ramp, accent, white, pen = kit.tones.cloth, kit.tones.accent, kit.tones.white, kit.pen
    kit.garment([(n + 30, y - 22), (n + 34, y + 16), (n + 10, y + 46), (0, y + 40)], ramp, out=3)
    chest_folds(kit, ramp)
    _puffs(kit, accent, 74)
    panel = symmetric([(0, y + 40), (26, y + 54), (30, y + 140), (22, y + 232), (0, y + 240)])
    patch(kit, panel, kit.cloth(white), white.line, Layer.OUTFIT, corners=(0, 4), width=0.8)
    buttons(kit, accent, 0, [y + 128, y + 160, y + 192], 4.5)
    edging(kit, [(26, y + 56), (30, y + 140), (22, y + 232)], 2.0, accent.light, accent)
    edge = [
        (-n - 30, y - 20),
        (-n - 34, y + 14),
        (-n - 12, y + 44),
        (0, y + 40),
        (n + 12, y + 44),
        (n + 34, y + 14),
        (n + 30, y - 20),
    ]
    frill(kit, edge, -16, white)
    for x, high, size in ((64, y + 96, 11), (-72, y + 84, 8), (56, y + 150, 7), (-58, y + 140, 11), (86, y + 190, 8)):
        pen.fill(kit.on_body(star(x * w / 118, high, size, 4, 0.3)), white.base, Layer.OUTFIT, BODY, tuple(range(8)))
    bow(kit, accent, 0, y + 72, 50, 0.9)
    gem = [(0, y + 62), (9, y + 72), (0, y + 82), (-9, y + 72)]
    patch(kit, gem, kit.tones.gear.light, kit.tones.gear.line, width=0.8)
    skirt = np.array([(-w * 0.66, y + 244), (0, y + 254), (w * 0.66, y + 244)])
    frill(kit, skirt, 40, accent, Layer.OUTFIT, 7)


def armour(kit: OutfitKit) -> None:
    """A breastplate, a gorget and pauldrons over dark cloth."""
    n, y, w = kit.figure.neck, kit.figure.shoulder_y, kit.figure.shoulder
    ramp, accent, pen = kit.tones.cloth, kit.tones.accent, kit.pen
    steel = Ramp.cloth("#b9c0d0") if ramp.lch.lightness < 0.75 else ramp
    kit.garment([(n + 10, y - 30), (n + 2, y - 10), (0, y)], ramp, out=2)
    kit.sleeves(ramp)
    plate = symmetric([(0, y + 8), (n + 26, y - 10), (w * 0.66, y + 26), (w * 0.70, y + 96), (w * 0.58, y + 176), (w * 0.5, y + 226),
                       (0, y + 246)])  # fmt: skip
    patch(kit, plate, kit.cloth(steel), steel.line, corners=(0, 6), width=1.2)
    for half in halves(
        [
            (w * 0.66, y + 30),
            (w * 0.70, y + 96),
            (w * 0.58, y + 176),
            (w * 0.5, y + 226),
            (w * 0.42, y + 200),
            (w * 0.5, y + 110),
        ]
    ):
        pen.fill(kit.on_body(half), steel.shade, Layer.OUTFIT_OVER, BODY, (0, 3))
    ridge = [(-2, y + 12), (4, y + 12), (7, y + 130), (3, y + 240), (-2, y + 242)]
    pen.fill(kit.on_body(ridge), steel.deep, Layer.OUTFIT_OVER, BODY, (0, 1, 3, 4))
    glint = [(-w * 0.48, y + 40), (-w * 0.36, y + 34), (-w * 0.42, y + 100), (-w * 0.50, y + 130)]
    pen.fill(kit.on_body(glint), steel.shine, Layer.OUTFIT_OVER, BODY, (0, 1, 3))
    edging(kit, [(0, y + 122), (w * 0.34, y + 138), (w * 0.66, y + 118)], 2.2, accent.base, accent)
    gem = [(0, y + 66), (11, y + 82), (0, y + 100), (-11, y + 82)]
    patch(kit, gem, accent.light, accent.line)
    band, fix = kit.on_neck([(n + 8, y - 58), (n + 14, y - 34), (n + 34, y - 12), (0, y + 24), (-n - 34, y - 12), (-n - 14, y - 34),
                             (-n - 8, y - 58), (0, y - 38)])  # fmt: skip
    pen.fill(band, kit.cloth(steel), Layer.OUTFIT_OVER, fix, (0, 6))
    pen.line(band, 1.1, steel.line, Layer.OUTFIT_OVER, fix, (0, 6))
    for row, (drop, reach) in enumerate(((56, 40), (28, 34), (0, 26))):
        guard = [(w * 0.56, y - 28 + drop), (w * 0.92, y - 38 + drop), (w + reach, y - 8 + drop), (w + reach + 4, y + 34 + drop),
                 (w + 4, y + 22 + drop), (w * 0.62, y + 24 + drop)]  # fmt: skip
        for half in halves(guard):
            patch(kit, half, kit.cloth(steel), steel.line, corners=(0, 3, 5), width=1.1)
            trim = half[[3, 4, 5]]
            pen.line(
                kit.on_body(trim), [1.6, 1.8, 1.4], accent.base if row == 2 else steel.deep, Layer.OUTFIT_OVER, BODY
            )


def cape(kit: OutfitKit) -> None:
    """A cape with a high collar, held by a jewelled clasp."""
    n, y, w = kit.figure.neck, kit.figure.shoulder_y, kit.figure.shoulder
    ramp, accent, white, pen = kit.tones.cloth, kit.tones.accent, kit.tones.white, kit.pen
    behind = symmetric([(0, y - 70), (n + 30, y - 96), (n + 62, y - 92), (n + 54, y - 20), (0, y + 10)])
    pen.fill(np.column_stack([behind, np.full(len(behind), -20.0)]), accent.deep, Layer.BACK_TAILS, BODY, (1, 2))
    kit.garment([(n + 16, y - 24), (n + 4, y - 2), (0, y + 16)], white, out=1)
    kit.line([(0, y + 20), (1, y + 300)], 0.9, white, Layer.OUTFIT)
    buttons(kit, accent, 0, [y + 70 + 34 * i for i in range(5)], 3.6)
    shirt_collar(kit, white)
    side = [(n + 6, y - 34), (n + 30, y - 34), (w * 0.9, y - 26), (w + 34, y + 10), (w + 52, y + 130), (w + 66, y + 330), (w + 76, y + 620),
            (56, y + 620), (40, y + 300), (34, y + 120), (26, y + 40)]  # fmt: skip
    for half in halves(side):
        patch(kit, half, kit.cloth(ramp), ramp.line, corners=(0, 6, 7), width=1.2)
        for x, start in ((0.42, y + 70), (0.66, y + 50), (0.88, y + 90)):
            run = np.array([(half[4][0] * x, start), (half[5][0] * x, y + 200), (half[6][0] * x, y + 560)])
            pen.line(kit.on_body(run), [0.3, 4.5, 6.0], ramp.shade, Layer.OUTFIT_OVER, BODY)
    edging(kit, [(n + 8, y - 30), (26, y + 40), (34, y + 120), (40, y + 300), (56, y + 620)], 3.0, accent.base, accent)
    wing = [(n + 4, y - 40), (n + 24, y - 98), (n + 62, y - 94), (n + 52, y - 34), (n + 26, y + 6)]
    for half in halves(wing):
        patch(kit, half, kit.cloth(ramp), ramp.line, corners=(0, 1, 2, 4), width=1.1)
        lining = half + (np.array([half[:, 0].mean(), y - 50]) - half) * 0.16
        pen.fill(kit.on_body(lining), accent.shade, Layer.OUTFIT_OVER, BODY, (0, 1, 2, 4))
    chain = [(-30, y + 24), (0, y + 36), (30, y + 24)]
    pen.line(kit.on_body(chain), 2.4, kit.tones.gear.line, Layer.OUTFIT_OVER, BODY)
    pen.line(kit.on_body(chain), 1.6, kit.tones.gear.light, Layer.OUTFIT_OVER, BODY)
    for x in (-30, 30):
        ring = star(x, y + 22, 11, 8, 0.92)
        patch(kit, ring, kit.tones.gear.base, kit.tones.gear.line, corners=(), width=0.9)
        patch(kit, [(x, y + 15), (x + 6, y + 22), (x, y + 29), (x - 6, y + 22)], accent.light, accent.line, width=0.6)
