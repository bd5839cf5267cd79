"""A summer dress with puffed sleeves."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.bottoms import skirt
from pipeline.drawing.outfits.cuts import Sleeve
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.pieces import bow, folds, frill, patch, symmetric
from pipeline.drawing.outfits.sleeves import chest_folds, puffs
from pipeline.drawing.pen import Layer
from pipeline.parts.colours import CUTE, NOBLE
from pipeline.parts.records import Manner, OutfitStyle
from pipeline.types.spec import Build, Outfit


def draw(kit: OutfitKit) -> None:
    """A square neckline with a frill, puffed sleeves and a ribbon."""
    n, y, w = kit.figure.neck, kit.figure.shoulder_y, kit.figure.shoulder
    ramp, white = kit.tones.cloth, kit.tones.white
    neckline = [(n + 34, y - 20), (n + 34, y + 14), (n + 28, y + 40), (0, y + 46)]
    skirt(kit, ramp, 9, 62, 306)
    kit.garment(neckline, ramp, out=2, hem=236)
    chest_folds(kit, ramp, Sleeve.SHORT)
    puffs(kit, ramp)
    edge = [
        (-n - 34, y - 19),
        (-n - 33, y + 14),
        (-n - 26, y + 38),
        (0, y + 44),
        (n + 26, y + 38),
        (n + 33, y + 14),
        (n + 34, y - 19),
    ]
    if kit.art.rounded:
        # The cloth goes on under its frill.
        kit.pen.line(kit.on_body(np.array(edge)), 4.0, ramp.base, Layer.OUTFIT, BODY)
    frill(kit, edge, -15, white)
    folds(kit, ramp, [[(20, y + 150), (24, y + 190), (22, y + 226)], [(52, y + 130), (50, y + 180), (44, y + 226)]], 5)
    half = kit.waist[0] + 2 if kit.art.limbs else w * 0.62
    band = symmetric([(0, y + 222), (half, y + 216), (half, y + 240), (0, y + 246)])
    patch(kit, band, kit.cloth(kit.tones.accent), kit.tones.accent.line, corners=(1, 2))
    bow(kit, kit.tones.accent, 0, y + 62, 26, 0.7)


PART: Final = OutfitStyle(
    Outfit.DRESS,
    draw=draw,
    words={
        "en": "dress, tutu, gown, one piece dress, lolita dress, gothic dress, frilled dress, puff sleeve dress, ball gown, frock",
        "ja": "ドレス, ワンピース, ロングドレス",
        "*": "👗",
    },
    weights={Build.FEMALE: 2.2},
    manner=Manner.GRAND,
    colours=CUTE + NOBLE,
    bare_armed=Outfit.SUNDRESS,
)
