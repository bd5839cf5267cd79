"""A long coat with two rows of buttons and a belt, over a scarf's breadth of shirt."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.bottoms import bottom
from pipeline.drawing.outfits.cuts import Sleeve
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.pieces import buttons, lapels, patch, shirt_collar, symmetric
from pipeline.drawing.outfits.sleeves import chest_folds
from pipeline.drawing.pen import Layer
from pipeline.parts.colours import Schemes
from pipeline.parts.records import Manner, OutfitStyle
from pipeline.types.spec import Build, Outfit

COLOURS: Final[Schemes] = (
    ("#d2b48c", "#f4f4f8"), ("#c8a878", "#33323c"), ("#33323c", "#c8d4e8"), ("#4a4c55", "#f2f0ea"), ("#5f4638", "#e8d8b0"),
    ("#2c3a68", "#f4f4f8"), ("#8a7a68", "#f4f4f8"), ("#6b3145", "#f0e2cc"),
)  # fmt: skip
_HEM: Final = 520


def draw(kit: OutfitKit) -> None:
    """A long coat: wide lapels, two rows of buttons, a belt whose end hangs, and a skirt that parts below it."""
    n, y = kit.figure.neck, kit.figure.shoulder_y
    ramp, accent, pen = kit.tones.cloth, kit.tones.accent, kit.pen
    horn = kit.tones.black if ramp.lch.lightness > 0.45 else kit.tones.white
    bottom(kit, kit.tones.black)
    kit.garment([(n + 16, y - 24), (n + 4, y - 2), (0, y + 12)], ramp, out=12, hem=_HEM)
    half, waist = kit.waist
    sides_first = kit.art.graded  # or they would lie over a hand on the hip
    if sides_first:
        _sides(kit, Layer.OUTFIT)
    chest_folds(kit, ramp, Sleeve.TAILORED)
    front = symmetric([(0, y - 6), (n + 8, y - 24), (n + 24, y + 10), (24, y + 74), (0, y + 130)])
    pen.fill(kit.on_body(front), kit.cloth(accent), Layer.OUTFIT, BODY, (1, 4))
    shirt_collar(kit, accent)
    lapels(kit, ramp, y + 146, wide=62)
    edge = np.array([(22, y + 150), (25, waist - 8), (24, y + 330), (14, y + _HEM)])
    kit.line(edge, 1.3, ramp, Layer.OUTFIT, peak=0.3)
    shade = np.vstack([edge[1:], (edge[1:] + np.array([[18.0, 0], [22, 0], [30, 0]]))[::-1]])
    pen.fill(kit.on_body(shade), ramp.shade, Layer.OUTFIT, BODY, (0, 2, 3, 5))
    kit.line(edge[1:], 1.3, ramp, Layer.OUTFIT, peak=0.3)
    for sign in (-1, 1):
        buttons(kit, horn, sign * 34 - 6, [y + 176, waist + 66, waist + 116], 5.0)
    if not sides_first:
        _sides(kit, Layer.OUTFIT_OVER)
    belt = symmetric([(0, waist - 12), (half + 10, waist - 16), (half + 11, waist + 10), (0, waist + 14)])
    patch(kit, belt, kit.cloth(ramp), ramp.line, corners=(1, 2), width=1.1)
    end = [(-8, waist + 8), (14, waist + 12), (22, waist + 74), (8, waist + 84), (-2, waist + 74)]
    patch(kit, end, ramp.base, ramp.line, width=1.0)
    patch(
        kit, [(-18, waist - 16), (16, waist - 16), (17, waist + 17), (-18, waist + 17)], horn.base, horn.line, width=0.9
    )
    patch(kit, [(-10, waist - 8), (8, waist - 8), (9, waist + 9), (-10, waist + 9)], ramp.shade, horn.line, width=0.7)


def _sides(kit: OutfitKit, layer: Layer) -> None:
    """Folds below the belt, and slanting flaps on the hips in a layer of their own."""
    (half, waist), ramp, y = kit.waist, kit.tones.cloth, kit.figure.shoulder_y
    flap = np.array([(half - 26, waist + 58), (half + 6, waist + 40), (half + 10, waist + 52), (half - 22, waist + 70)])
    for sign in (-1, 1):
        for run in ([(half - 8, waist + 26), (half + 4, y + 380), (half + 10, y + _HEM - 6)],
                    [(half - 34, waist + 30), (half - 30, y + 400), (half - 24, y + _HEM - 4)]):  # fmt: skip
            fold = np.array(run) * [sign, 1.0]
            kit.pen.line(kit.on_body(fold), [0.3, 3.2, 4.4], ramp.shade, Layer.OUTFIT, BODY)
        patch(kit, flap * np.array([sign, 1.0]), ramp.light, ramp.line, layer, width=0.9)


PART: Final = OutfitStyle(
    Outfit.COAT,
    draw=draw,
    words={
        "en": "coat, long coat, trench coat, trenchcoat, overcoat, peacoat, duffel coat, winter coat, duster coat, "
        "wool coat, greatcoat, frock coat, open coat, fur coat, raincoat",
        "ja": "コート, トレンチコート, ロングコート, オーバーコート, レインコート, ダッフルコート",
        "*": "🧥",
    },
    weights={Build.FEMALE: 0.5, Build.MALE: 1.0, Build.ANDROGYNOUS: 0.8},
    manner=Manner.SMART,
    colours=COLOURS,
)
