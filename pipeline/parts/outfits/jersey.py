"""A team's shirt: a V at the neck, stripes on the sleeves and a number."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.bottoms import asked_below, trousers
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.limbs import Sleeve
from pipeline.drawing.outfits.pieces import edging, halves
from pipeline.drawing.outfits.sleeves import chest_folds
from pipeline.drawing.palette import Ramp
from pipeline.drawing.pen import Layer
from pipeline.parts.colours import Schemes
from pipeline.parts.records import Manner, OutfitStyle
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import Build, Outfit

COLOURS: Final[Schemes] = (
    ("#c8303f", "#f4f4f8"), ("#2f5fb8", "#f4f4f8"), ("#f4f4f8", "#33456e"), ("#f2c93f", "#2f7a4a"), ("#2f7a4a", "#f4f4f8"),
    ("#33323c", "#e0b53a"), ("#7fb8e0", "#f4f4f8"), ("#6a3aa0", "#f2c93f"),
)  # fmt: skip
_SEGMENTS: Final = {
    "top": ((0, 0), (1, 0)), "upper left": ((0, 0), (0, 1)), "upper right": ((1, 0), (1, 1)), "middle": ((0, 1), (1, 1)),
    "lower left": ((0, 1), (0, 2)), "lower right": ((1, 1), (1, 2)), "bottom": ((0, 2), (1, 2)),
}  # fmt: skip
_DIGITS: Final = (
    ("top", "upper left", "upper right", "lower left", "lower right", "bottom"),
    ("upper right", "lower right"),
    ("top", "upper right", "middle", "lower left", "bottom"),
    ("top", "upper right", "middle", "lower right", "bottom"),
    ("upper left", "upper right", "middle", "lower right"),
    ("top", "upper left", "middle", "lower right", "bottom"),
    ("top", "upper left", "middle", "lower left", "lower right", "bottom"),
    ("top", "upper right", "lower right"),
    ("top", "upper left", "upper right", "middle", "lower left", "lower right", "bottom"),
    ("top", "upper left", "upper right", "middle", "lower right", "bottom"),
)
"""The strokes of each digit, as on a scoreboard."""


def draw(kit: OutfitKit) -> None:
    """A short-sleeved shirt whose sides, neck and number have the second colour."""
    n, y = kit.figure.neck, kit.figure.shoulder_y
    ramp, accent = kit.tones.cloth, kit.tones.accent
    if not asked_below(kit, accent):
        trousers(kit, Ramp.cloth("#f4f4f8", kit.tones.look) if ramp.lch.lightness < 0.7 else kit.tones.black)
    neckline = [(n + 20, y - 23), (n + 8, y), (0, y + 40)]
    shirt = kit.garment(neckline, ramp, out=5, hem=300)
    half, waist = kit.waist
    with kit.pen.clipped(shirt):
        for side in halves(
            [(half + 40, y + 84), (half + 2, y + 120), (half - 14, waist), (half - 2, y + 320), (half + 50, y + 320)]
        ):
            kit.pen.fill(kit.on_body(side), accent.base, Layer.OUTFIT, BODY, (0, 3, 4))
    chest_folds(kit, ramp, Sleeve.SHORT)
    edging(kit, [(n + 20, y - 23), (n + 8, y), (0, y + 40)], 4.0, accent.base, accent)
    number = kit.spec.number or kit.rng.choice((7, 9, 10, 11, 23, 4, 5))
    _number(kit, str(number), y + 76, accent)


def _number(kit: OutfitKit, digits: str, top: float, ramp: Ramp) -> None:
    """Digits on the chest, as broad strokes with ink around them."""
    wide, tall, gap = 22.0, 27.0, 19.0
    left = -(len(digits) * wide + (len(digits) - 1) * gap) / 2
    for colour, grown in ((ramp.line, 1.4), (ramp.base, 0.0)):
        for place, digit in enumerate(digits):
            corner = np.array([left + place * (wide + gap), top])
            for name in _DIGITS[int(digit)]:
                start, end = (corner + np.array(point) * [wide, tall] for point in _SEGMENTS[name])
                kit.pen.fill(
                    kit.on_body(_stroke(start, end, 4.6 + grown)), colour, Layer.OUTFIT_OVER, BODY, (0, 1, 2, 3)
                )


def _stroke(start: FloatArray, end: FloatArray, half: float) -> FloatArray:
    """A straight stroke with square ends."""
    way = (end - start) / np.hypot(*(end - start)) * half
    side = np.array([-way[1], way[0]])
    return np.array([start - way + side, end + way + side, end + way - side, start - way - side])


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
