"""A short kimono tucked into wide pleated trousers."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.body import FOOT
from pipeline.drawing.geometry import BODY, mirrored
from pipeline.drawing.outfits.bottoms import skirt
from pipeline.drawing.outfits.cuts import Sleeve
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.pieces import folds, patch, symmetric
from pipeline.drawing.outfits.sleeves import chest_folds
from pipeline.drawing.pen import Layer
from pipeline.parts.colours import Schemes
from pipeline.parts.records import Manner, OutfitStyle
from pipeline.types.spec import Build, Outfit

COLOURS: Final[Schemes] = (
    ("#f6f3f0", "#c8303f"), ("#f6f3f0", "#33456e"), ("#b8c4dc", "#2c3354"), ("#e9c7cf", "#5b3145"), ("#55585f", "#33323c"),
    ("#d8cdea", "#4a3a6a"), ("#a8c0b0", "#2f4a44"), ("#8a2f45", "#33323c"),
)  # fmt: skip


def draw(kit: OutfitKit) -> None:
    """Crossed collars over white, wide sleeves, and pleats down to the feet, tied with a bow of their own cloth."""
    n, y = kit.figure.neck, kit.figure.shoulder_y
    ramp, accent, white, pen = kit.tones.cloth, kit.tones.accent, kit.tones.white, kit.pen
    half, waist = kit.waist
    wide = kit.figure.masculine > 0.5
    skirt(kit, accent, 7, 62 if wide else 52, FOOT - 64 - waist)
    kit.garment([(n + 14, y - 30), (n + 2, y + 16), (0, y + 60)], ramp, out=8, hem=236)
    chest_folds(kit, ramp, Sleeve.WIDE)
    folds(kit, ramp, [[(half * 0.8, y + 90), (half * 0.7, y + 150), (half * 0.5, y + 204)]], 6)
    under = np.array([(n + 3, y - 42), (n + 12, y - 34), (n + 4, y + 20), (-6, y + 92), (-16, y + 84), (n - 6, y + 8)])
    over = np.array([(n + 10, y - 38), (n + 28, y - 28), (n + 24, y + 26), (-4, y + 150), (-30, y + 190), (-38, y + 176),
                     (n + 2, y + 40)])  # fmt: skip
    inner_cloth = accent if ramp.lch.lightness > 0.85 else white
    for flip in (True, False):
        inner, outer = (mirrored(under), mirrored(over)) if flip else (under, over)
        patch(kit, inner, inner_cloth.base, inner_cloth.line, corners=(0, 1, 3, 4), width=0.8)
        patch(kit, outer, kit.cloth(ramp), ramp.line, corners=(0, 1, 4, 5), width=1.0)
    band = symmetric([(0, waist - 30), (half + 6, waist - 34), (half + 8, waist + 16), (0, waist + 22)])
    patch(kit, band, kit.cloth(accent), accent.line, corners=(1, 2), width=1.1)
    for drop in (-12, 4):
        seam = symmetric([(0, waist + drop), (half + 4, waist + drop - 5), (0, waist + drop)])
        pen.line(kit.on_body(seam[:2]), 0.8, accent.deep, Layer.OUTFIT_OVER, BODY)
        pen.line(kit.on_body(mirrored(seam[:2])), 0.8, accent.deep, Layer.OUTFIT_OVER, BODY)
    for sign in (-1, 1):
        loop = np.array([(2, waist - 8), (22, waist - 26), (44, waist - 22), (46, waist - 2), (26, waist + 6)]) * [
            sign,
            1.0,
        ]
        patch(kit, loop, kit.cloth(accent), accent.line, corners=(0,), width=1.0)
        tail = np.array([(0, waist), (12, waist - 2), (22 + 4 * sign, waist + 92), (6 + 4 * sign, waist + 96)]) * [
            sign,
            1.0,
        ]
        patch(kit, tail, accent.base, accent.line, corners=(0, 1, 2, 3), width=1.0)
    patch(
        kit,
        [(-9, waist - 14), (9, waist - 14), (10, waist + 8), (-10, waist + 8)],
        accent.light,
        accent.line,
        width=0.9,
    )


PART: Final = OutfitStyle(
    Outfit.HAKAMA,
    draw=draw,
    words={
        "en": "hakama, miko outfit, shrine maiden outfit, samurai clothes, samurai outfit, kendo uniform, hakama skirt, "
        "miko clothes",
        "ja": "袴, 巫女服, 巫女装束, 剣道着, 緋袴, 袴姿, 書生服",
    },
    weights={Build.FEMALE: 0.3, Build.MALE: 0.5, Build.ANDROGYNOUS: 0.4},
    manner=Manner.COSTUME,
    colours=COLOURS,
)
