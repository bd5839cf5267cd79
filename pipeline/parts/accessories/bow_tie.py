"""A bow tie at the throat."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.pieces import halves, patch
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory, Outfit


def draw(kit: AccessoryKit) -> None:
    """Two wings, each with a fold toward the knot between them."""
    outfit = OutfitKit(kit.pen, kit.figure, kit.spec, kit.tones)
    ramp, y, pen = kit.ramp("#9e2f44"), kit.figure.shoulder_y + 10, kit.pen
    for wing in halves([(3, y - 5), (16, y - 11), (34, y - 15), (37, y), (34, y + 15), (16, y + 11), (3, y + 5)]):
        curve = patch(outfit, wing, ramp.base, ramp.line, Layer.NECK_WEAR, (0, 2, 4, 6))
        with pen.clipped(curve):
            pen.fill(outfit.on_body(wing[[2, 3, 4, 5]] + [0, 7]), ramp.shade, Layer.NECK_WEAR, BODY, (0, 2))
        for fold in (wing[[6, 5]] * 0.5 + wing[[0, 1]] * 0.5, wing[[6, 3]] * 0.6 + wing[[0, 3]] * 0.4):
            pen.line(outfit.on_body(fold), [1.2, 0.1], ramp.deep, Layer.NECK_WEAR, BODY)
    knot = [(-6, y - 7), (6, y - 7), (7, y), (6, y + 7), (-6, y + 7), (-7, y)]
    patch(outfit, knot, ramp.light, ramp.line, Layer.NECK_WEAR, (0, 1, 3, 4))


PART: Final = AccessoryStyle(
    Accessory.BOW_TIE,
    draw=draw,
    words={
        "en": "bow tie, bowtie, dickie bow",
        "ja": "蝶ネクタイ, ボウタイ",
    },
    spots=(Spot.NECK,),
    over=(Outfit.SHIRT, Outfit.VEST, Outfit.SUIT),
    outfits=(Outfit.SHIRT,),
    manners=(),
)
