"""An apron: a bib on straps, a band at the waist, a pocket, and cloth to the knees."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.pieces import halves, patch, symmetric
from pipeline.drawing.palette import fade
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle
from pipeline.types.spec import Accessory, Outfit


def draw(kit: AccessoryKit) -> None:
    """A bib on straps, cloth to the knees with folds from the waist, a band and a pocket."""
    outfit = OutfitKit(kit.pen, kit.figure, kit.spec, kit.tones)
    ramp, n, y = kit.ramp("#6a8a7a"), kit.figure.neck, kit.figure.shoulder_y
    half, waist = outfit.waist
    for strap in halves([(n + 14, y - 26), (n + 26, y - 22), (52, y + 84), (40, y + 86)]):
        kit.pen.fill(
            outfit.on_body(strap + np.array([3.0, 4.0])),
            fade(outfit.tones.cloth.deep, 0.45),
            Layer.OUTFIT_OVER,
            BODY,
            (0, 1, 2, 3),
        )
        patch(outfit, strap, outfit.cloth(ramp), ramp.line, width=0.9)
    low = symmetric(
        [
            (0, waist - 4),
            (half - 4, waist - 8),
            (half + 10, waist + 90),
            (half + 16, waist + 236),
            (half * 0.5, waist + 250),
            (0, waist + 254),
        ]
    )
    kit.pen.fill(
        outfit.on_body(low + np.array([4.0, 8.0])), fade(outfit.tones.cloth.deep, 0.4), Layer.OUTFIT_OVER, BODY, (1, 3)
    )
    cloth = patch(outfit, low, outfit.cloth(ramp), ramp.line, corners=(1, 3), width=1.1)
    with kit.pen.clipped(cloth):
        far = [
            (half * 0.6, waist),
            (half * 0.74, waist + 110),
            (half * 0.66, waist + 260),
            (half + 30, waist + 260),
            (half + 20, waist),
        ]
        kit.pen.fill(outfit.on_body(far), ramp.shade, Layer.OUTFIT_OVER, BODY, (0, 2, 3, 4))
        for x, end in ((-0.7, -0.86), (-0.3, -0.34), (0.2, 0.24)):
            fold = [(half * x, waist), (half * (x + end) / 2, waist + 90), (half * end, waist + 200)]
            kit.pen.line(outfit.on_body(fold), [2.4, 1.8, 0.2], ramp.shade, Layer.OUTFIT_OVER, BODY)
    bib = symmetric([(0, y + 80), (50, y + 76), (56, y + 150), (half - 8, waist), (0, waist + 4)])
    chest = patch(outfit, bib, outfit.cloth(ramp), ramp.line, corners=(1, 3), width=1.1)
    with kit.pen.clipped(chest):
        side = [(32, y + 70), (40, y + 150), (half - 30, waist + 6), (half + 10, waist + 6), (70, y + 70)]
        kit.pen.fill(outfit.on_body(side), ramp.shade, Layer.OUTFIT_OVER, BODY, (0, 2, 3, 4))
    pocket = symmetric([(0, waist + 46), (40, waist + 44), (37, waist + 96), (0, waist + 104)])
    patch(outfit, pocket, ramp.light, ramp.line, corners=(1, 2), width=0.9)
    outfit.line([(0, waist + 46), (0, waist + 104)], 0.7, ramp, Layer.OUTFIT_OVER)
    band = symmetric([(0, waist - 8), (half + 3, waist - 12), (half + 4, waist + 8), (0, waist + 12)])
    patch(outfit, band, ramp.dark, ramp.line, corners=(1, 2), width=0.9)


PART: Final = AccessoryStyle(
    Accessory.APRON,
    draw=draw,
    words={
        "en": "apron, kitchen apron, cooking apron, barista apron, work apron",
        "ja": "割烹着, 前掛け, エプロン, 前掛け",
    },
    over=(Outfit.SHIRT, Outfit.T_SHIRT, Outfit.TURTLENECK),
)
