"""A T-shirt."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.geometry import BODY, mirrored
from pipeline.drawing.outfits.bottoms import bottom
from pipeline.drawing.outfits.cuts import Sleeve
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.sleeves import chest_folds
from pipeline.drawing.pen import Layer
from pipeline.parts import MOTIFS
from pipeline.parts.colours import CASUAL
from pipeline.parts.records import Manner, OutfitStyle
from pipeline.types.spec import Build, Motif, Outfit


def draw(kit: OutfitKit) -> None:
    """A T-shirt with a rim in the accent colour."""
    n, y = kit.figure.neck, kit.figure.shoulder_y
    ramp, accent = kit.tones.cloth, kit.tones.accent
    neckline = np.array([(n + 22, y - 22), (n + 16, y - 6), (n * 0.75, y + 9), (0, y + 15)])
    bottom(kit, kit.tones.black)
    kit.garment(neckline, ramp, out=3, hem=300, loose=0.35 + 0.35 * kit.figure.masculine)
    chest_folds(kit, ramp, Sleeve.SHORT)
    inner, outer = neckline, neckline + np.array([(7, 0), (7, 6), (4, 9), (0, 9)])
    rim = np.vstack([inner, mirrored(inner)[-2::-1], mirrored(outer), outer[-2::-1]])
    kit.pen.fill(kit.on_body(rim), accent.base, Layer.OUTFIT_OVER, BODY, (0, 6, 7, 13))
    for edge in (inner, outer):
        kit.line(np.vstack([mirrored(edge), edge[-2::-1]]), 0.9, ramp, Layer.OUTFIT_OVER)
    MOTIFS[kit.spec.motif].draw(kit, 0, y + 82, 34)


PART: Final = OutfitStyle(
    Outfit.T_SHIRT,
    draw=draw,
    words={
        "en": "t shirt, tee, tee shirt, tshirt, graphic tee, casual shirt, band shirt, band tee, metal shirt, band t shirt, graphic shirt, anime shirt, anime tee, band merch, slogan tee",
        "ja": "tシャツ, ティーシャツ, 半袖, ｔシャツ",
        "*": "👕",
    },
    weights={Build.FEMALE: 1.3, Build.MALE: 1.8, Build.ANDROGYNOUS: 1.5},
    open_below=True,
    manner=Manner.CASUAL,
    colours=CASUAL,
    motifs={
        Motif.NONE: 1,
        Motif.STAR: 1,
        Motif.HEART: 0.7,
        Motif.CAT: 1,
        Motif.MOON: 0.8,
        Motif.BOLT: 0.8,
        Motif.STRIPES: 1,
    },
    under=True,
    bare_armed=Outfit.TANK_TOP,
)
