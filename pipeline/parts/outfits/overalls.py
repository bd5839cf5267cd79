"""Dungarees over a T-shirt."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.bottoms import trousers
from pipeline.drawing.outfits.cuts import Sleeve
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.pieces import halves, patch, symmetric
from pipeline.drawing.outfits.sleeves import chest_folds
from pipeline.drawing.palette import fade
from pipeline.drawing.pen import Layer
from pipeline.parts.colours import Schemes
from pipeline.parts.records import Manner, OutfitStyle
from pipeline.types.spec import Build, Outfit

_BRASS: Final = (217, 169, 58, 255)
COLOURS: Final[Schemes] = (
    ("#4b6a9e", "#f4f4f8"), ("#4b6a9e", "#f2c93f"), ("#3a4a78", "#f0b8c4"), ("#7a8b5a", "#f6ead0"), ("#8a5a44", "#f0e2cc"),
    ("#55585f", "#e9c46a"),
)  # fmt: skip


def draw(kit: OutfitKit) -> None:
    """Dungarees over a T-shirt."""
    n, y = kit.figure.neck, kit.figure.shoulder_y
    ramp, under = kit.tones.cloth, kit.tones.accent if kit.tones.accent.lch.lightness > 0.6 else kit.tones.white
    trousers(kit, ramp)
    kit.garment([(n + 20, y - 22), (n + 12, y - 4), (0, y + 12)], under, out=3, hem=240)
    chest_folds(kit, under, Sleeve.SHORT)
    half = kit.waist[0] + 5
    skirt = symmetric(
        [(0, y + 196), (46, y + 194), (half + 4, y + 210), (half, y + 240), (half + 14, y + 318), (0, y + 324)]
    )
    patch(kit, skirt, kit.cloth(ramp), ramp.line, Layer.OUTFIT_OVER, (1, 2, 4))
    if kit.art.soft:
        for cast in halves([(n + 22, y - 20), (n + 46, y - 14), (66, y + 98), (46, y + 100)]):
            kit.pen.fill(
                kit.on_body(cast + np.array([4, 5])), fade(under.deep, 0.5), Layer.OUTFIT_OVER, BODY, (0, 1, 2, 3)
            )
    for strap in halves([(n + 18, y - 24), (n + 38, y - 20), (58, y + 92), (40, y + 94)]):
        patch(kit, strap, kit.cloth(ramp), ramp.line, corners=(0, 1, 2, 3))
    if kit.art.soft:
        _stitched(kit, n, y)
    bib = symmetric([(0, y + 86), (56, y + 84), (60, y + 204), (0, y + 208)])
    front = patch(kit, bib, kit.cloth(ramp), ramp.line, corners=(1, 2))
    kit.cover_trunk((front,), ramp, 260, Layer.OUTFIT_OVER)
    pocket = symmetric([(0, y + 116), (34, y + 114), (32, y + 160), (0, y + 170)])
    patch(kit, pocket, ramp.shade, ramp.line, corners=(1, 2), width=0.9)
    for line in (symmetric([(0, y + 92), (50, y + 90), (54, y + 198), (0, y + 202)]),):
        kit.pen.line(kit.on_body([*line, line[0]]), 0.6, ramp.light, Layer.OUTFIT_OVER, BODY, (1, 2, 4, 5), detail=0.2)
    for side in halves([(42, y + 92), (49, y + 85), (56, y + 92), (49, y + 99)]):
        patch(kit, side, _BRASS, kit.tones.black.line, corners=(), width=0.8)


def _stitched(kit: OutfitKit, n: float, y: float) -> None:
    """What makes straps lie on a chest: a seam along both edges, a shadow on the side away from the light."""
    ramp = kit.tones.cloth
    for strap in halves([(n + 18, y - 24), (n + 38, y - 20), (58, y + 92), (40, y + 94)]):
        inner, outer = strap[[0, 3]], strap[[1, 2]]
        right = outer if strap[1, 0] > strap[0, 0] else inner
        other = inner if right is outer else outer
        dark = np.vstack([right, (right + (other - right) * 0.34)[::-1]])
        kit.pen.fill(kit.on_body(dark), ramp.shade, Layer.OUTFIT_OVER, BODY, (0, 1, 2, 3))
        for share in (0.14, 0.86):
            seam = inner + (outer - inner) * share
            kit.pen.line(kit.on_body(seam), 0.5, ramp.light, Layer.OUTFIT_OVER, BODY, detail=0.2)


PART: Final = OutfitStyle(
    Outfit.OVERALLS,
    draw=draw,
    words={
        "en": "overalls, overall, dungarees, dungaree, bib overalls, salopette, denim overalls, farmer clothes, "
        "coveralls, romper",
        "ja": "オーバーオール, サロペット",
    },
    weights={Build.FEMALE: 0.3, Build.MALE: 0.15, Build.ANDROGYNOUS: 0.2},
    manner=Manner.CASUAL,
    colours=COLOURS,
)
