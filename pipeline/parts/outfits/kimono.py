"""A kimono."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.body import FOOT
from pipeline.drawing.geometry import BODY, mirrored
from pipeline.drawing.outfits.arms import arm_dial
from pipeline.drawing.outfits.bottoms import draw_legs
from pipeline.drawing.outfits.cuts import Sleeve
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.pieces import folds, patch, star, symmetric
from pipeline.drawing.outfits.sleeves import chest_folds
from pipeline.drawing.palette import fade
from pipeline.drawing.pen import Layer
from pipeline.parts.colours import KIMONO
from pipeline.parts.records import Manner, OutfitStyle
from pipeline.types.spec import Arms, Build, Outfit

_SLEEVE: Final = 80
_ELBOW: Final = 100
"""How far from the middle sleeves begin, and elbows are that hang."""
_AT_REST: Final = frozenset({Arms.BY_CHANCE, Arms.RELAXED, Arms.CLASPED})


def draw(kit: OutfitKit) -> None:
    """Crossed collars (the wearer's left over the right), a sash, flowers."""
    n, y, w = kit.figure.neck, kit.figure.shoulder_y, kit.figure.shoulder
    ramp, accent, white, pen = kit.tones.cloth, kit.tones.accent, kit.tones.white, kit.pen
    low = FOOT - 56
    draw_legs(kit, inset=16.0)
    kit.garment([(n + 14, y - 30), (n + 2, y + 16), (0, y + 60)], ramp, out=9, hem=low - y)
    sleeve = [(w * 0.7, y + 40), (w * 0.66, y + 150), (w * 0.5, y + 300), (w * 0.8, y + 330), (w + 10, y + 180)]
    folds(kit, ramp, [[(x, high) for x, high in sleeve[:3]]], 7)
    chest_folds(kit, ramp, Sleeve.WIDE)
    for x, high, size in (
        (84, y + 60, 15),
        (-92, y + 110, 17),
        (62, y + 150, 12),
        (-58, y + 54, 11),
        (116 if kit.art.graded else 104, y + 170, 14),
    ):
        if kit.art.graded and x > _ELBOW and (kit.holds or kit.spec.arms not in _AT_REST):
            continue
        # On a sleeve, they go with the arm.
        with pen.dialled(arm_dial(int(np.sign(x))) if kit.art.graded and abs(x) > _SLEEVE else ""):
            petals = star(x * w / 118, high, size, 5, 0.62)
            pen.fill(kit.on_body(petals), fade(accent.light, 0.95), Layer.OUTFIT, BODY)
            heart = star(x * w / 118, high, size * 0.3, 5, 0.8)
            pen.fill(kit.on_body(heart), white.base, Layer.OUTFIT, BODY, detail=0.2)
    # Each collar lies over the one before: under-kimono, right side, left side.
    under = np.array([(n + 3, y - 42), (n + 12, y - 34), (n + 4, y + 20), (-6, y + 92), (-16, y + 84), (n - 6, y + 8)])
    over = np.array([(n + 10, y - 38), (n + 28, y - 28), (n + 24, y + 26), (-4, y + 150), (-30, y + 190), (-38, y + 176),
                     (n + 2, y + 40)])  # fmt: skip
    for flip in (True, False):
        inner, outer = (mirrored(under), mirrored(over)) if flip else (under, over)
        patch(kit, inner, white.base, white.line, corners=(0, 1, 3, 4), width=0.8)
        patch(kit, outer, kit.cloth(accent), accent.line, corners=(0, 1, 4, 5), width=1.0)
    if kit.art.limbs:
        # The left side lies over the right one down to the hem, and swings open a little.
        edge = np.array([(26, y + 280), (10, y + 400), (-14, y + 600), (-40, low)])
        shade = np.vstack([edge, (edge - [-26, 0])[::-1]])
        pen.fill(kit.on_body(shade), ramp.shade, Layer.OUTFIT, BODY, (0, 3, 4, 7))
        pen.line(kit.on_body(edge), [0.8, 1.3, 1.5, 1.5], ramp.line, Layer.OUTFIT, BODY)
        pen.line(kit.on_body(edge - [7, 0]), 2.2, accent.base, Layer.OUTFIT, BODY)
        folds(kit, ramp, [[(34, y + 288), (44, y + 360), (40, y + 470)]], 5)
    top, low, mid = (kit.waist[0] + dx for dx in (6, 10, 5)) if kit.art.limbs else (w * 0.74, w * 0.72, w * 0.73)
    sash = symmetric([(0, y + 196), (top, y + 190), (low, y + 280), (0, y + 290)])
    patch(kit, sash, kit.cloth(accent), accent.line, corners=(1, 2))
    cord = symmetric([(0, y + 234), (mid, y + 228), (mid, y + 240), (0, y + 247)])
    patch(kit, cord, white.shade, white.line, corners=(1, 2), width=0.7)


PART: Final = OutfitStyle(
    Outfit.KIMONO,
    draw=draw,
    words={
        "en": "kimono, yukata, furisode, japanese clothes, haori, monk robe, buddhist robe, kasaya, traditional japanese clothes",
        "ja": "着物, 浴衣, 和服, 振袖, 羽織, 和装, 袈裟, 僧衣, 法衣",
        "*": "👘",
    },
    weights={Build.FEMALE: 1.2, Build.MALE: 1, Build.ANDROGYNOUS: 0.8},
    manner=Manner.COSTUME,
    colours=KIMONO,
)
