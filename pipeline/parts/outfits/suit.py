"""A suit with a tie."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.bottoms import asked_below, trousers
from pipeline.drawing.outfits.cuts import Sleeve
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.pieces import buttons, lapels, patch, shirt_collar, symmetric, tie
from pipeline.drawing.outfits.sleeves import chest_folds
from pipeline.drawing.pen import Layer
from pipeline.parts.colours import Schemes
from pipeline.parts.records import Manner, OutfitStyle
from pipeline.types.spec import Build, Outfit

COLOURS: Final[Schemes] = (
    ("#33323c", "#b3263f"), ("#2c3a68", "#b8435a"), ("#4a4c55", "#3c58a8"), ("#5f4638", "#e8c98a"), ("#262b4e", "#c9a24a"),
    ("#8e8f99", "#33323c"), ("#f2f0ea", "#d2384a"),
)  # fmt: skip


_HEM: Final = 346.0
"""How far a jacket reaches below the shoulders."""


def draw(kit: OutfitKit) -> None:
    """A suit with a tie."""
    n, y = kit.figure.neck, kit.figure.shoulder_y
    ramp, white, accent = kit.tones.cloth, kit.tones.white, kit.tones.accent
    if not asked_below(kit, ramp):
        trousers(kit, ramp)
    kit.garment(
        [(n + 16, y - 24), (n + 4, y - 2), (0, y + 12)], ramp, out=8, hem=_HEM if kit.art.graded else 318, cutaway=58
    )
    kit.shirt = kit.tones.white
    chest_folds(kit, ramp, Sleeve.TAILORED)
    front = symmetric([(0, y - 6), (n + 8, y - 24), (n + 22, y + 10), (24, y + 100), (0, y + 186)])
    kit.pen.fill(kit.on_body(front), kit.cloth(white), Layer.OUTFIT, BODY, (1, 4))
    tie(kit, accent, y + 4, y + 182)
    lapels(kit, ramp, y + 192, wide=50)
    shirt_collar(kit, white)
    low = _HEM - 58 if kit.art.graded else 318
    kit.line([(0, y + 192), (2, y + 260), (3 if kit.art.graded else 10, y + low)], 1.1, ramp, Layer.OUTFIT, peak=0.2)
    buttons(kit, kit.tones.black, 4, [y + 206, y + 244], 4.2)
    square = [(54, y + 96), (60, y + 80), (66, y + 90), (74, y + 78), (80, y + 94)]
    patch(kit, square, white.base, white.line, corners=(0, 1, 2, 3, 4), width=0.7)
    kit.line([(50, y + 97), (84, y + 93)], 1.4, ramp, Layer.OUTFIT)


PART: Final = OutfitStyle(
    Outfit.SUIT,
    draw=draw,
    words={
        "en": "suit, pantsuit, pant suit, trouser suit, power suit, skirt suit, suit and tie, business suit, suit with tie, three piece suit, tuxedo, formal suit, "
        "suit jacket, tux, dress suit, formal wear",
        "ja": "スーツ, ビジネススーツ, タキシード, 背広, スーツとネクタイ, 礼服",
    },
    weights={Build.MALE: 0.5, Build.ANDROGYNOUS: 0.2},
    manner=Manner.SMART,
    colours=COLOURS,
)
