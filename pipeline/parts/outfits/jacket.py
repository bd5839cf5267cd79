"""An open bomber jacket over a white top."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.body import shoulder_line
from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.bottoms import bottom
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.modelling import model_torso
from pipeline.drawing.outfits.pieces import edging, halves, patch
from pipeline.drawing.outfits.sleeves import chest_folds
from pipeline.drawing.pen import Layer
from pipeline.parts import MOTIFS
from pipeline.parts.colours import CASUAL, DARK
from pipeline.parts.records import Manner, OutfitStyle
from pipeline.types.spec import Build, Outfit


def draw(kit: OutfitKit) -> None:
    """An open bomber jacket over a white top."""
    n, y = kit.figure.neck, kit.figure.shoulder_y
    ramp, white, accent = kit.tones.cloth, kit.tones.white, kit.tones.accent
    bottom(kit, kit.tones.black)
    kit.garment([(n + 20, y - 22), (n + 14, y - 2), (n * 0.7, y + 14), (0, y + 20)], white, out=2, hem=280)
    front = [(n + 22, y - 40), (n + 34, y - 26), (kit.figure.shoulder * 0.86 + 4, y - 16), (kit.figure.shoulder + 16, y + 12),
             (kit.figure.shoulder + 30, y + 120), (kit.figure.shoulder + 34, y + 236), (kit.figure.shoulder - 20, y + 310),
             (kit.figure.shoulder, y + 600), (46, y + 600), (44, y + 160), (38, y + 40), (n + 12, y - 10)]  # fmt: skip
    low = 600
    if kit.art.limbs:
        w, low = kit.figure.shoulder, 310
        half_waist = kit.waist[0]
        front = [(n + 22, y - 40), (n + 34, y - 26), (w * 0.80, y - 13), (w - 8, y + 14), (w - 18, y + 100),
                 (half_waist + 12, y + 226), (half_waist + 20, y + 290), (half_waist + 24, y + 312), (40, y + 318),
                 (42, y + 160), (38, y + 40), (n + 12, y - 10)]  # fmt: skip
        if kit.art.graded and not kit.figure.mascot:
            near, corner = shoulder_line(kit.figure, 4.0)
            front[2:4] = [near, corner, (w - 8, corner[1] + 14)]
            band = (
                np.array([(42, y + 294), (half_waist + 20, y + 287)]),
                np.array([(40, y + 318), (half_waist + 17, y + 313)]),
            )
            front[-6:-4] = [(half_waist + 27, y + 274), tuple(band[0][1]), tuple(band[1][1])]
    sides = tuple(
        patch(
            kit, half, kit.cloth(ramp), ramp.line, Layer.OUTFIT, corners=(0, len(front) - 5, len(front) - 4), width=1.1
        )
        for half in halves(front)
    )
    kit.cover_trunk(sides, ramp, low, wide=True)
    if kit.art.poised:
        model_torso(kit.pen, kit.figure, kit.spec, sides, ramp, Layer.OUTFIT)
    if kit.art.graded and not kit.figure.mascot:
        for sign, side in zip((1, -1), sides, strict=True):
            with kit.pen.clipped(side):
                kit.ribbed(band[0] * [sign, 1], band[1] * [sign, 1], ramp)
        kit.rib = 24.0
    chest_folds(kit, ramp)
    edging(
        kit, [(n + 14, y - 8), (38, y + 40), (44, y + 160), (46 if low > 400 else 42, y + low)], 3.0, accent.base, ramp
    )
    collar = [(n + 5, y - 52), (n + 20, y - 52), (n + 34, y - 28), (n + 32, y + 2), (n + 14, y + 6), (n + 10, y - 16)]
    for half in halves(collar):
        patch(kit, half, kit.cloth(ramp), ramp.line, corners=(0, 4))
        for share in (0.25, 0.5, 0.75):
            rib = half[[0, 5]] + (half[[1, 3]] - half[[0, 5]]) * share
            kit.pen.line(kit.on_body(rib), 0.7, ramp.shade, Layer.OUTFIT_OVER, BODY, detail=0.25)
    if not MOTIFS[kit.spec.motif].wide:
        MOTIFS[kit.spec.motif].draw(kit, 0, y + 96, 26)


PART: Final = OutfitStyle(
    Outfit.JACKET,
    draw=draw,
    words={
        "en": "jacket, rain jacket, puffer jacket, "
        "blouson, bomber jacket, windbreaker, "
        "cardigan, parka, varsity jacket, military uniform",
        "ja": "ジャケット, 軍服, 上着, 革ジャン, カーディガン, レザージャケット, スカジャン",
    },
    weights={Build.FEMALE: 1.2, Build.MALE: 2.2, Build.ANDROGYNOUS: 2},
    open_below=True,
    manner=Manner.CASUAL,
    colours=DARK + CASUAL,
)
