"""A sailor suit: the wide collar with two white lines, and a bow."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.bottoms import bottom
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.pieces import bow, halves, patch, symmetric
from pipeline.drawing.outfits.sleeves import chest_folds
from pipeline.drawing.pen import Layer
from pipeline.parts.colours import SCHOOL
from pipeline.parts.records import Manner, OutfitStyle
from pipeline.types.spec import Build, Outfit


def draw(kit: OutfitKit) -> None:
    """The wide collar with two white lines, and a bow."""
    n, y, w = kit.figure.neck, kit.figure.shoulder_y, kit.figure.shoulder
    ramp, white, pen = kit.tones.cloth, kit.tones.white, kit.pen
    light_cloth = ramp.lch.lightness > 0.72
    top = white if kit.rng.random() < 0.55 and not light_cloth else ramp
    bottom(kit, ramp if top is white else kit.tones.accent, pleated=True)
    kit.garment([(n + 18, y - 24), (n + 6, y + 10), (0, y + 66)], top, out=4, hem=246)
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


PART: Final = OutfitStyle(
    Outfit.SAILOR,
    draw=draw,
    words={
        "en": "sailor uniform, serafuku, sailor suit, sailor fuku, sailor collar, sailor dress, seifuku, "
        "sailor school uniform",
        "ja": "セーラー服, セーラー, セーラーカラー, 水兵服",
    },
    weights={Build.FEMALE: 2.5},
    manner=Manner.SMART,
    colours=SCHOOL,
)
