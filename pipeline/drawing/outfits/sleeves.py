"""Sleeves, and the folds between them."""

from __future__ import annotations

import numpy as np

from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.cuts import Sleeve
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.limbs import draw_arms
from pipeline.drawing.outfits.pieces import folds, halves, patch
from pipeline.drawing.palette import Ramp
from pipeline.drawing.pen import Layer

_ARM_FOLDS = (((74, 196), (88, 214), (96, 240)), ((64, 232), (80, 246), (94, 272)))


def sleeves(kit: OutfitKit, ramp: Ramp, sleeve: Sleeve = Sleeve.LONG) -> None:
    """Both arms in sleeves; where arms belong to the body's outline, the seam and shadow between each and the chest."""
    if kit.art.limbs:
        draw_arms(kit, ramp, sleeve)
        return
    w, y = kit.figure.shoulder, kit.figure.shoulder_y
    shade = [
        (w - 24, y + 56),
        (w - 14, y + 84),
        (w - 16, y + 150),
        (w - 20, y + 240),
        (w - 34, y + 250),
        (w - 31, y + 130),
    ]
    seam = [(w - 20, y + 40), (w - 22, y + 80), (w - 25, y + 150), (w - 27, y + 250)]
    for dark, line in zip(halves(shade), halves(seam), strict=True):
        kit.pen.fill(kit.on_body(dark), ramp.shade, Layer.OUTFIT, BODY, (0, 3, 4))
        kit.line(line, 1.1, ramp, peak=0.7)


def chest_folds(kit: OutfitKit, ramp: Ramp, sleeve: Sleeve = Sleeve.LONG) -> None:
    """The creases that run from the armpits over the chest, and the sleeves."""
    sleeves(kit, ramp, sleeve)
    if kit.art.rounded:
        return  # the trunk's own folds come from the armpits
    scale = kit.figure.shoulder / 118
    folds(kit, ramp, [[(x * scale, y) for x, y in line] for line in _ARM_FOLDS])


def puffs(kit: OutfitKit, ramp: Ramp, low: float = 92.0) -> None:
    """Puffed sleeves gathered into a cuff."""
    w, y = kit.figure.shoulder, kit.figure.shoulder_y
    puff = [(w * 0.62, y - 16), (w * 0.92, y - 22), (w + 22, y), (w + 34, y + 40), (w + 24, y + low - 16), (w - 14, y + low - 10),
            (w - 26, y + 46)]  # fmt: skip
    for half in halves(puff):
        puffed = patch(kit, half, kit.cloth(ramp), ramp.line, Layer.OUTFIT, corners=(4, 5, 6), width=1.1)
        kit.cover_trunk((puffed,), ramp, low, wide=True)
        for share in (0.25, 0.5, 0.75):
            bottom = half[5] + (half[4] - half[5]) * share
            top = half[0] + (half[2] - half[0]) * (0.3 + 0.6 * share)
            crease = [bottom, bottom + (top - bottom) * 0.35]
            kit.pen.line(kit.on_body(np.array(crease)), [1.2, 0.1], ramp.deep, Layer.OUTFIT, BODY)
    cuff = [(w - 16, y + low - 12), (w + 24, y + low - 18), (w + 25, y + low - 4), (w - 14, y + low + 2)]
    for half in halves(cuff):
        patch(kit, half, kit.tones.white.base, kit.tones.white.line, Layer.OUTFIT, width=0.8)
