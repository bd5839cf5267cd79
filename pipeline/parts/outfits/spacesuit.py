"""A space suit: a metal ring for the helmet, a box of controls, hoses and coloured seams."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.bottoms import trousers
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.pieces import halves, patch, symmetric
from pipeline.drawing.outfits.sleeves import chest_folds
from pipeline.drawing.palette import Ramp
from pipeline.drawing.pen import Layer
from pipeline.parts.colours import Schemes
from pipeline.parts.records import Manner, OutfitStyle
from pipeline.types.spec import Outfit

COLOURS: Final[Schemes] = (
    ("#eef0f4", "#e8792f"),
    ("#eef0f4", "#3c6fc8"),
    ("#f2913f", "#f4f4f8"),
    ("#dfe3ea", "#d2384a"),
)


def draw(kit: OutfitKit) -> None:
    """Padded cloth, rings at neck and waist, a box with lamps on the chest."""
    n, y, half = kit.figure.neck, kit.figure.shoulder_y, kit.waist[0]
    ramp, accent, metal = kit.tones.cloth, kit.tones.accent, Ramp.cloth("#aab2c0", kit.tones.look)
    trousers(kit, ramp)
    kit.garment([(n + 34, y - 20), (n + 22, y + 2), (n * 0.7, y + 22), (0, y + 28)], ramp, out=12, hem=330, loose=0.6)
    chest_folds(kit, ramp)
    for seam in halves(
        [
            (n + 46, y - 14),
            (n + 62, y - 8),
            (half * 0.98, y + 150),
            (half * 0.9, y + 316),
            (half * 0.74, y + 316),
            (half * 0.82, y + 150),
        ]
    ):
        patch(kit, seam, kit.cloth(accent), accent.line, corners=(0, 1, 3, 4), width=0.9)
    belt = symmetric([(0, y + 216), (half + 12, y + 206), (half + 13, y + 230), (0, y + 240)])
    patch(kit, belt, metal.base, metal.line, corners=(1, 2))
    for hose in halves([(52, y + 156), (half * 0.9, y + 176), (half + 2, y + 204)]):
        for width, paint in ((10.0, metal.line), (7.6, metal.shade), (2.0, metal.light)):
            kit.pen.line(kit.on_body(hose), width, paint, Layer.OUTFIT_OVER, BODY)
    box = symmetric([(0, y + 94), (52, y + 92), (54, y + 168), (0, y + 172)])
    patch(kit, box, kit.cloth(metal), metal.line, corners=(1, 2), width=1.2)
    for x, colour in ((-34, "#d2384a"), (-12, "#f2c93f"), (10, "#3fa36a")):
        lamp = Ramp.cloth(colour, kit.tones.look)
        patch(kit, [(x, y + 106), (x + 15, y + 106), (x + 15, y + 120), (x, y + 120)], lamp.base, lamp.line, width=0.8)
        kit.pen.fill(
            kit.on_body([(x + 2, y + 108), (x + 7, y + 108), (x + 4, y + 112), (x + 2, y + 112)]),
            lamp.shine,
            Layer.OUTFIT_OVER,
            BODY,
        )
    for drop in (132, 144, 156):
        kit.line([(-38, y + drop), (36, y + drop)], 1.0, metal, Layer.OUTFIT_OVER)
    half_ring = np.array(
        [
            (n + 30, y - 40),
            (n + 40, y - 20),
            (n + 24, y + 14),
            (0, y + 30),
            (0, y + 8),
            (n + 4, y - 6),
            (n + 14, y - 30),
        ]
    )
    for side in halves([(float(x), float(v)) for x, v in half_ring]):
        patch(kit, side, kit.cloth(metal), metal.line, corners=(0, 3, 4, 6), width=1.1)
        kit.pen.line(kit.on_body(side[:4] * [0.94, 1] + [0, -5]), 1.6, metal.shine, Layer.OUTFIT_OVER, BODY)


PART: Final = OutfitStyle(
    Outfit.SPACESUIT,
    draw=draw,
    words={
        "en": "spacesuit, space suit, astronaut suit, flight suit, hazmat suit, cosmonaut suit",
        "ja": "宇宙服, パイロットスーツ, 防護服",
    },
    weights={},
    manner=Manner.COSTUME,
    colours=COLOURS,
)
