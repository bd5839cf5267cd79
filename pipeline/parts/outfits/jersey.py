"""A team's shirt: a V at the neck, stripes on the sleeves and a number."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.bottoms import asked_below, trousers
from pipeline.drawing.outfits.cuts import Sleeve
from pipeline.drawing.outfits.digits import number
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.pieces import edging, halves
from pipeline.drawing.outfits.sleeves import chest_folds
from pipeline.drawing.palette import Ramp
from pipeline.drawing.pen import Layer
from pipeline.parts.colours import Schemes
from pipeline.parts.records import Manner, OutfitStyle
from pipeline.types.spec import Build, Outfit

COLOURS: Final[Schemes] = (
    ("#c8303f", "#f4f4f8"), ("#2f5fb8", "#f4f4f8"), ("#f4f4f8", "#33456e"), ("#f2c93f", "#2f7a4a"), ("#2f7a4a", "#f4f4f8"),
    ("#33323c", "#e0b53a"), ("#7fb8e0", "#f4f4f8"), ("#6a3aa0", "#f2c93f"),
)  # fmt: skip


def draw(kit: OutfitKit) -> None:
    """A short-sleeved shirt whose sides, neck and number have the second colour."""
    n, y = kit.figure.neck, kit.figure.shoulder_y
    ramp, accent = kit.tones.cloth, kit.tones.accent
    if not asked_below(kit, accent):
        trousers(kit, Ramp.cloth("#f4f4f8", kit.tones.look) if ramp.lch.lightness < 0.7 else kit.tones.black)
    neckline = [(n + 20, y - 23), (n + 8, y), (0, y + 40)]
    shirt = kit.garment(neckline, ramp, out=5, hem=300, loose=0.7)
    half, waist = kit.waist
    with kit.pen.clipped(shirt):
        for side in halves(
            [(half + 40, y + 84), (half + 2, y + 120), (half - 14, waist), (half - 2, y + 320), (half + 50, y + 320)]
        ):
            kit.pen.fill(kit.on_body(side), accent.base, Layer.OUTFIT, BODY, (0, 3, 4))
    chest_folds(kit, ramp, Sleeve.SHORT)
    edging(kit, [(n + 20, y - 23), (n + 8, y), (0, y + 40)], 4.0, accent.base, accent)
    number(kit, str(kit.spec.number or kit.rng.choice((7, 9, 10, 11, 23, 4, 5))), y + 76, accent)


PART: Final = OutfitStyle(
    Outfit.JERSEY,
    draw=draw,
    words={
        "en": "jersey, soccer jersey, football jersey, sports jersey, soccer uniform, football shirt, "
        "football kit, team shirt, baseball jersey, soccer shirt, sports uniform, hockey jersey",
        "ja": "ユニフォーム, サッカーユニフォーム, 野球ユニフォーム",
    },
    weights={Build.FEMALE: 0.1, Build.MALE: 0.4, Build.ANDROGYNOUS: 0.3},
    manner=Manner.CASUAL,
    colours=COLOURS,
)
