"""A waistcoat over a shirt."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.bottoms import bottom
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.pieces import buttons, halves, patch, shirt_collar
from pipeline.drawing.outfits.sleeves import chest_folds
from pipeline.drawing.palette import fade
from pipeline.drawing.pen import Layer
from pipeline.parts.colours import Schemes
from pipeline.parts.records import Manner, OutfitStyle
from pipeline.types.spec import Build, Outfit

COLOURS: Final[Schemes] = (
    ("#33323c", "#b3263f"), ("#4a4c55", "#3c58a8"), ("#5f4638", "#c9a24a"), ("#2f5d57", "#e8c98a"), ("#6b3145", "#e8c98a"),
    ("#3a4a78", "#e06a5a"), ("#d9c7b0", "#8a5a44"),
)  # fmt: skip


def draw(kit: OutfitKit) -> None:
    """A shirt with its sleeves and collar, and over it the two fronts of a waistcoat, buttoned below a deep V."""
    n, y, w = kit.figure.neck, kit.figure.shoulder_y, kit.figure.shoulder
    ramp, white, accent = kit.tones.cloth, kit.tones.white, kit.tones.accent
    half, waist = kit.waist
    bottom(kit, kit.tones.black)
    kit.garment([(n + 16, y - 24), (n + 4, y - 2), (0, y + 12)], white, out=3, hem=270)
    chest_folds(kit, white)
    kit.line([(0, y + 20), (1, y + 120)], 0.8, white, Layer.OUTFIT, peak=0.2)
    buttons(kit, white, 4, [y + 44, y + 78, y + 110], 3.0)
    low = waist + 66
    front = [(n + 22, y - 26), (w * 0.56, y - 16), (w * 0.63, y + 24), (w * 0.72, y + 64), (w - 30, y + 92),
             (half + 6, waist - 30), (half + 12, waist + 44), (half - 20, waist + 56), (16, low), (-1, waist + 52),
             (-1, y + 138), (n + 4, y + 40)]  # fmt: skip
    for side in halves(front):
        shadow = kit.on_body(side + np.array([3.0, 5.0]))
        kit.pen.fill(shadow, fade(white.deep, 0.5), Layer.OUTFIT_OVER, BODY, (0, 1, 4, 6, 8, 9, 10))
    for side in halves(front):
        curve = patch(kit, side, kit.cloth(ramp), ramp.line, corners=(0, 1, 4, 6, 8, 9, 10), width=1.1)
        kit.cover_trunk((curve,), ramp, 300, Layer.OUTFIT_OVER)
        with kit.pen.clipped(curve):
            sign = 1.0 if side[1, 0] > 0 else -1.0
            dart = np.array([(half * 0.46, y + 150), (half * 0.5, waist), (half * 0.44, waist + 60)]) * [sign, 1]
            kit.pen.line(kit.on_body(dart), [0.3, 1.0, 0.5], ramp.deep, Layer.OUTFIT_OVER, BODY)
            if sign > 0:
                far = [(w, y + 60), (half - 8, y + 130), (half - 26, waist), (half - 14, low), (w, low)]
                kit.pen.fill(kit.on_body(far), ramp.shade, Layer.OUTFIT_OVER, BODY, (0, 3, 4))
            welt = np.array(
                [
                    (half * 0.42, waist + 18),
                    (half * 0.82, waist + 12),
                    (half * 0.83, waist + 20),
                    (half * 0.43, waist + 26),
                ]
            )
            patch(kit, welt * [sign, 1], ramp.dark, ramp.line, width=0.6)
    buttons(kit, accent, 8, [y + 154, y + 194, waist + 4, waist + 36], 4.2)
    shirt_collar(kit, white)


PART: Final = OutfitStyle(
    Outfit.VEST,
    draw=draw,
    words={
        "en": "vest, waistcoat, sweater vest, suit vest, knitted vest, pullover vest, gilet, puffer vest, "
        "vest over shirt",
        "ja": "ベスト, チョッキ, ニットベスト, ジレ",
        "*": "🦺",
    },
    weights={Build.FEMALE: 0.3, Build.MALE: 0.8, Build.ANDROGYNOUS: 0.8},
    open_below=True,
    manner=Manner.SMART,
    colours=COLOURS,
)
