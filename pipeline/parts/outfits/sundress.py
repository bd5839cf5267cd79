"""A dress on straps, which leaves the arms bare."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.bodices import bodice
from pipeline.drawing.outfits.bottoms import skirt
from pipeline.drawing.outfits.cuts import Sleeve
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.pieces import bow, folds, patch, symmetric
from pipeline.drawing.outfits.sleeves import sleeves
from pipeline.drawing.pen import Layer
from pipeline.parts.colours import CUTE, NOBLE
from pipeline.parts.records import Manner, OutfitStyle
from pipeline.types.spec import Build, Outfit


def draw(kit: OutfitKit) -> None:
    """A straight neckline on narrow straps, a band at the waist, a flared skirt."""
    n, y = kit.figure.neck, kit.figure.shoulder_y
    ramp, accent = kit.tones.cloth, kit.tones.accent
    skirt(kit, ramp, 9, 62, 306)
    sleeves(kit, kit.tones.skin, Sleeve.NONE)
    neckline = [(n + 26, y - 18), (n + 25, y + 22), (n + 14, y + 46), (0, y + 54)]
    bodice(kit, neckline, 14, ramp, 236, out=2)
    kit.pen.line(kit.on_body([(-n - 12, y + 48), (0, y + 58), (n + 12, y + 48)]), 2.0, accent.base, Layer.OUTFIT, BODY)
    folds(kit, ramp, [[(20, y + 150), (24, y + 190), (22, y + 226)], [(52, y + 130), (50, y + 180), (44, y + 226)]], 5)
    half = kit.waist[0] + 2
    band = symmetric([(0, y + 222), (half, y + 216), (half, y + 240), (0, y + 246)])
    patch(kit, band, kit.cloth(accent), accent.line, corners=(1, 2))
    bow(kit, accent, 0, y + 64, 20, 0.6)


PART: Final = OutfitStyle(
    Outfit.SUNDRESS,
    draw=draw,
    words={
        "en": "sundress, sleeveless dress, slip dress, strapless dress, strapless gown, cocktail dress, "
        "spaghetti strap dress, strappy dress, halter dress, tank dress, backless dress, sleeveless gown, bare shoulder "
        "dress, evening gown, evening dress, summer dress, bodycon dress, little black dress",
        "ja": "サンドレス, ノースリーブワンピース, キャミワンピ, キャミソールワンピース, ノースリーブドレス",
    },
    weights={Build.FEMALE: 0.5},
    manner=Manner.GRAND,
    colours=CUTE + NOBLE,
)
