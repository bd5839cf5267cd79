"""A maid's dress with a white apron."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.geometry import mirrored
from pipeline.drawing.outfits.bottoms import skirt
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.pieces import bow, frill, halves, patch, shirt_collar, symmetric
from pipeline.drawing.outfits.sleeves import chest_folds, puffs
from pipeline.drawing.pen import Layer
from pipeline.parts.colours import APRON
from pipeline.parts.records import Manner, OutfitStyle
from pipeline.types.spec import Build, Outfit


def draw(kit: OutfitKit) -> None:
    """A dark dress, a white apron with frills, a collar and a bow."""
    n, y, w = kit.figure.neck, kit.figure.shoulder_y, kit.figure.shoulder
    ramp, white = kit.tones.cloth, kit.tones.white
    skirt(kit, ramp, 9, 66, 300)
    kit.garment([(n + 14, y - 26), (n + 4, y - 6), (0, y + 6)], ramp, out=3, hem=240)
    chest_folds(kit, ramp)
    puffs(kit, ramp)
    bib = symmetric([(0, y + 66), (44, y + 62), (50, y + 130), (52 if kit.art.limbs else 58, y + 214), (0, y + 222)])
    patch(kit, bib, kit.cloth(white), white.line, Layer.OUTFIT, corners=(1, 3), width=0.9)
    for half in halves([(44, y + 64), (52, y + 20), (56, y - 22), (66, y - 20), (64, y + 24), (56, y + 70)]):
        patch(kit, half, kit.cloth(white), white.line, Layer.OUTFIT, corners=(0, 2, 3, 5), width=0.8)
    frill(kit, np.array([(58, y + 132), (66, y + 60), (70, y + 10), (64, y - 22)]), 20, white, Layer.OUTFIT)
    frill(kit, mirrored([(58, y + 132), (66, y + 60), (70, y + 10), (64, y - 22)])[::-1], 20, white, Layer.OUTFIT)
    reach = 66.0
    apron = symmetric([(0, y + 240), (74, y + 236), (w + 6, y + 470), (0, y + 480)])
    if kit.art.limbs:
        reach = kit.waist[0] + 2
        apron = symmetric([(0, y + 234), (reach - 10, y + 232), (w - 14, y + 440), (w * 0.5, y + 462), (0, y + 466)])
    patch(kit, apron, kit.cloth(white), white.line, Layer.OUTFIT, corners=(1, 2), width=0.9)
    sash = symmetric([(0, y + 222), (reach, y + 218), (reach + 2, y + 240), (0, y + 244)])
    patch(kit, sash, white.shade, white.line, Layer.OUTFIT, width=0.8)
    shirt_collar(kit, white)
    bow(kit, kit.tones.accent, 0, y + 24, 32, 0.9)


PART: Final = OutfitStyle(
    Outfit.MAID,
    draw=draw,
    words={
        "en": "maid outfit, maid dress, maid uniform, maid costume, maid apron, apron dress, pinafore, frilled apron",
        "ja": "メイド服, エプロンドレス, メイド衣装",
    },
    weights={Build.FEMALE: 0.8},
    manner=Manner.COSTUME,
    colours=APRON,
)
