"""A swimsuit; boys wear trunks."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.bodices import bodice
from pipeline.drawing.outfits.bottoms import draw_legs
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.limbs import Sleeve
from pipeline.drawing.outfits.pieces import patch, symmetric
from pipeline.drawing.outfits.sleeves import sleeves
from pipeline.drawing.pen import Layer
from pipeline.parts.colours import CUTE
from pipeline.parts.records import Manner, OutfitStyle
from pipeline.types.spec import Outfit


def draw(kit: OutfitKit) -> None:
    """A swimsuit; boys wear trunks."""
    n, y = kit.figure.neck, kit.figure.shoulder_y
    ramp, accent, half = kit.tones.cloth, kit.tones.accent, kit.waist[0]
    if kit.art.limbs:
        draw_legs(kit)
    sleeves(kit, kit.tones.skin, Sleeve.NONE)
    if kit.figure.masculine > 0.5:
        for sign in (-1, 1):
            chest = [(sign * 14, y + 116), (sign * 44, y + 122), (sign * 66, y + 104)]
            kit.pen.stroke(kit.on_body(chest), 1.2, kit.tones.skin.line, Layer.BODY, BODY)
        kit.pen.stroke(kit.on_body([(0, y + 60), (1, y + 110)]), 0.9, kit.tones.skin.shade, Layer.BODY, BODY)
        trunks = symmetric([(0, y + 300), (half + 12, y + 296), (half + 26, y + 470), (12, y + 480), (0, y + 440)])
        patch(kit, trunks, kit.cloth(ramp), ramp.line, Layer.OUTFIT_OVER, (1, 2, 3, 4))
        band = symmetric([(0, y + 300), (half + 12, y + 296), (half + 14, y + 318), (0, y + 322)])
        patch(kit, band, accent.base, accent.line, corners=(1, 2))
        return
    neckline = [(n + 22, y - 18), (n + 20, y + 26), (n + 4, y + 58), (0, y + 64)]
    bodice(kit, neckline, 13, ramp, 330)
    brief = symmetric([(0, y + 322), (half + 10, y + 318), (half + 18, y + 372), (30, y + 430), (0, y + 446)])
    patch(kit, brief, kit.cloth(ramp), ramp.line, Layer.OUTFIT, (1, 2))
    kit.pen.line(kit.on_body([(-n - 2, y + 60), (0, y + 68), (n + 2, y + 60)]), 2.2, accent.base, Layer.OUTFIT, BODY)
    patch(kit, [(-9, y + 62), (9, y + 62), (6, y + 74), (-6, y + 74)], accent.base, accent.line, width=0.8)


PART: Final = OutfitStyle(
    Outfit.SWIMSUIT,
    draw=draw,
    words={
        "en": "swimsuit, bikini, one piece swimsuit, school swimsuit, leotard, swimwear, swim trunks, "
        "bathing suit, competition swimsuit, swim shorts",
        "ja": "水着, ビキニ, スクール水着, レオタード, 競泳水着, 海パン",
        "*": "👙, 🩱",
    },
    weights={},
    manner=Manner.CASUAL,
    colours=CUTE,
)
