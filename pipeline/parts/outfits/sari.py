"""A sari: a short blouse, the cloth over one shoulder, its border in gold."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.body import FOOT
from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.bottoms import skirt
from pipeline.drawing.outfits.cuts import Sleeve
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.pieces import patch, star
from pipeline.drawing.outfits.sleeves import chest_folds
from pipeline.drawing.pen import Layer
from pipeline.parts.colours import Schemes
from pipeline.parts.records import Manner, OutfitStyle
from pipeline.types.spec import Build, Outfit

COLOURS: Final[Schemes] = (
    ("#b3263f", "#e0b53a"), ("#2a8c8c", "#e0b53a"), ("#8a3a7a", "#e8c878"), ("#d98a2b", "#8a2f45"), ("#3a4a8a", "#e0b53a"),
)  # fmt: skip


def draw(kit: OutfitKit) -> None:
    """A sari: a short blouse, the cloth over one shoulder, its border in gold."""
    n, y, w = kit.figure.neck, kit.figure.shoulder_y, kit.figure.shoulder
    ramp, accent, pen = kit.tones.cloth, kit.tones.accent, kit.pen
    if kit.art.poised:
        skirt(kit, ramp, 9, 46, FOOT - 66 - kit.waist[1])
    else:
        skirt(kit, ramp, 7, 40, 330)
    kit.garment([(n + 30, y - 20), (n + 28, y + 22), (n + 8, y + 54), (0, y + 58)], accent, out=2, hem=172)
    chest_folds(kit, accent, Sleeve.SHORT)
    # Over the character's left shoulder, across the chest and around the waist on the other side.
    drape = np.array([(n + 22, y - 24), (w * 0.90, y - 6), (w * 0.86, y + 60), (w * 0.60, y + 160), (kit.waist[0] + 8, y + 262),
                      (0, y + 292), (-kit.waist[0] - 10, y + 262), (-kit.waist[0] - 4, y + 214), (-18, y + 132), (18, y + 40)])  # fmt: skip
    whole = patch(kit, drape, kit.cloth(ramp), ramp.line, corners=(0, 1, 4, 6, 7))
    kit.cover_trunk((whole,), ramp, 320, Layer.OUTFIT_OVER)
    with pen.clipped(whole):
        for shift in (12, 26, 40):
            fold = drape[[0, 9, 8, 7]] + [shift, shift * 0.45]
            pen.stroke(kit.on_body(fold), 2.2, ramp.shade, Layer.OUTFIT_OVER, BODY)
        for run in (
            [(w * 0.5, y), (w * 0.42, y + 110), (10, y + 240)],
            [(w * 0.76, y + 10), (w * 0.66, y + 120), (40, y + 262)],
        ):
            pen.stroke(kit.on_body(run), 1.6, ramp.deep, Layer.OUTFIT_OVER, BODY)
        for x, low in ((40, 60), (56, 128), (24, 150), (8, 216), (52, 206), (-34, 232)):
            pen.fill(kit.on_body(star(x, y + low, 5, 6, 0.6)), accent.light, Layer.OUTFIT_OVER, BODY, detail=0.15)
    border = drape[[0, 9, 8, 7]] + [5, 4]
    pen.line(kit.on_body(border), 6.0, accent.line, Layer.OUTFIT_OVER, BODY)
    pen.line(kit.on_body(border), 4.8, accent.base, Layer.OUTFIT_OVER, BODY)
    pen.line(kit.on_body(border), 1.0, accent.shine, Layer.OUTFIT_OVER, BODY, detail=0.15)


PART: Final = OutfitStyle(
    Outfit.SARI,
    draw=draw,
    words={
        "en": "sari, saree, lehenga, salwar kameez, indian clothes, indian dress, choli, salwar",
        "ja": "サリー, サリーを着た, インドの民族衣装",
        "*": "🥻",
    },
    weights={Build.FEMALE: 0.1},
    manner=Manner.COSTUME,
    colours=COLOURS,
)
