"""A hooded sweatshirt."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.geometry import BODY, Attach, Chain, mirrored
from pipeline.drawing.outfits.bottoms import bottom
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.pieces import halves, patch, symmetric
from pipeline.drawing.outfits.sleeves import chest_folds
from pipeline.drawing.pen import Layer
from pipeline.parts import MOTIFS
from pipeline.parts.colours import CASUAL
from pipeline.parts.records import Manner, OutfitStyle
from pipeline.types.spec import Build, Motif, Outfit


def draw(kit: OutfitKit) -> None:
    """A hood around the neck, strings, a pouch."""
    n, y = kit.figure.neck, kit.figure.shoulder_y
    ramp, accent, pen = kit.tones.cloth, kit.tones.accent, kit.pen
    behind = symmetric([(0, y - 84), (n + 24, y - 78), (n + 50, y - 48), (n + 56, y - 12), (0, y + 6)])
    pen.fill(np.column_stack([behind, np.full(len(behind), -20.0)]), ramp.deep, Layer.BACK_TAILS, BODY)
    pen.line(np.column_stack([behind[-4:], np.full(4, -20.0)]), 1.0, ramp.line, Layer.BACK_TAILS, BODY)
    bottom(kit, kit.tones.black)
    kit.garment(
        [(n + 40, y - 20), (n + 30, y + 10), (n * 0.6, y + 40), (0, y + 50)], ramp, out=9, hem=306, rib=24, loose=0.75
    )
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
    corner = (
        [(36, y + 204), (52, y + 250), (50, y + 296)]
        if kit.art.limbs
        else [(60, y + 196), (86, y + 250), (84, y + 300)]
    )
    kit.pen.line(kit.on_body(corner), 1.0, ramp.line, Layer.OUTFIT, BODY, (1,))
    kit.pen.line(kit.on_body(mirrored(corner)), 1.0, ramp.line, Layer.OUTFIT, BODY, (1,))
    MOTIFS[kit.spec.motif].draw(kit, 0, y + 118, 30)


PART: Final = OutfitStyle(
    Outfit.HOODIE,
    draw=draw,
    words={
        "en": "hoodie, hooded sweatshirt, hoody, sweatshirt, hooded jacket",
        "ja": "パーカー, フーディー, スウェット, トレーナー",
    },
    weights={Build.FEMALE: 2, Build.MALE: 2.6, Build.ANDROGYNOUS: 2.5},
    open_below=True,
    manner=Manner.CASUAL,
    colours=CASUAL,
    motifs={Motif.NONE: 4, Motif.STAR: 0.5, Motif.HEART: 0.4, Motif.CAT: 0.6, Motif.MOON: 0.4, Motif.BOLT: 0.4},
)
