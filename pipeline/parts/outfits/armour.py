"""Plate armour."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.bottoms import trousers
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.modelling import around_stops
from pipeline.drawing.outfits.pieces import edging, halves, patch, symmetric
from pipeline.drawing.outfits.sleeves import sleeves
from pipeline.drawing.palette import Ramp
from pipeline.drawing.pen import Layer, Linear
from pipeline.parts.colours import STEEL
from pipeline.parts.records import Manner, OutfitStyle
from pipeline.types.spec import Build, Outfit

_STEEL_CHROMA: Final = 0.05
_STEEL_DARK: Final = 0.36


def draw(kit: OutfitKit) -> None:
    """A breastplate, a gorget and pauldrons over dark cloth."""
    n, y, w = kit.figure.neck, kit.figure.shoulder_y, kit.figure.shoulder
    ramp, accent, pen = kit.tones.cloth, kit.tones.accent, kit.pen
    # Plates of a colour that no steel has are of that colour.
    painted = kit.art.rounded and (ramp.lch.chroma > _STEEL_CHROMA or ramp.lch.lightness < _STEEL_DARK)
    steel = ramp if painted or ramp.lch.lightness >= 0.75 else Ramp.cloth("#b9c0d0")
    ramp = kit.tones.black if painted else ramp
    trousers(kit, kit.tones.black)
    kit.garment([(n + 10, y - 30), (n + 2, y - 10), (0, y)], ramp, out=2, hem=280)
    sleeves(kit, ramp)
    if kit.art.poised:
        _tassets(kit, steel)
    plate = symmetric([(0, y + 8), (n + 26, y - 10), (w * 0.66, y + 26), (w * 0.70, y + 96), (w * 0.58, y + 176), (w * 0.5, y + 226),
                       (0, y + 246)])  # fmt: skip
    breast = patch(kit, plate, kit.cloth(steel), steel.line, corners=(0, 6), width=1.2)
    _polish(kit, breast, (-w * 0.7, y + 60), (w * 0.75, y + 96), steel)
    for half in halves(
        [
            (w * 0.66, y + 30),
            (w * 0.70, y + 96),
            (w * 0.58, y + 176),
            (w * 0.5, y + 226),
            (w * 0.42, y + 200),
            (w * 0.5, y + 110),
        ]
    ):
        pen.fill(kit.on_body(half), steel.shade, Layer.OUTFIT_OVER, BODY, (0, 3))
    ridge = [(-2, y + 12), (4, y + 12), (7, y + 130), (3, y + 240), (-2, y + 242)]
    pen.fill(kit.on_body(ridge), steel.deep, Layer.OUTFIT_OVER, BODY, (0, 1, 3, 4))
    glint = [(-w * 0.48, y + 40), (-w * 0.36, y + 34), (-w * 0.42, y + 100), (-w * 0.50, y + 130)]
    pen.fill(kit.on_body(glint), steel.shine, Layer.OUTFIT_OVER, BODY, (0, 1, 3))
    edging(kit, [(0, y + 122), (w * 0.34, y + 138), (w * 0.66, y + 118)], 2.2, accent.base, accent)
    gem = [(0, y + 66), (11, y + 82), (0, y + 100), (-11, y + 82)]
    patch(kit, gem, accent.light, accent.line)
    band, fix = kit.on_neck([(n + 8, y - 58), (n + 14, y - 34), (n + 34, y - 12), (0, y + 24), (-n - 34, y - 12), (-n - 14, y - 34),
                             (-n - 8, y - 58), (0, y - 38)])  # fmt: skip
    gorget = pen.fill(band, kit.cloth(steel), Layer.OUTFIT_OVER, fix, (0, 6))
    _polish(kit, gorget, (-n - 26, y - 34), (n + 28, y - 26), steel)
    pen.line(band, 1.1, steel.line, Layer.OUTFIT_OVER, fix, (0, 6))
    for row, (drop, reach) in enumerate(((56, 40), (28, 34), (0, 26))):
        guard = [(w * 0.56, y - 28 + drop), (w * 0.92, y - 38 + drop), (w + reach, y - 8 + drop), (w + reach + 4, y + 34 + drop),
                 (w + 4, y + 22 + drop), (w * 0.62, y + 24 + drop)]  # fmt: skip
        for half in halves(guard):
            guarded = patch(kit, half, kit.cloth(steel), steel.line, corners=(0, 3, 5), width=1.1)
            low, high = half[:, 0].min() - 4, half[:, 0].max() + 4
            _polish(kit, guarded, (low, y - 16 + drop), (high, y + 14 + drop), steel)
            trim = half[[3, 4, 5]]
            pen.line(
                kit.on_body(trim), [1.6, 1.8, 1.4], accent.base if row == 2 else steel.deep, Layer.OUTFIT_OVER, BODY
            )


def _polish(kit: OutfitKit, plate: int, start: tuple[float, float], end: tuple[float, float], steel: Ramp) -> None:
    """Light and shadow around a plate, from its edge toward the light to the far one."""
    if not kit.art.rounded:
        return
    (left, top), (right, low) = start, end
    ends = kit.on_body([start, end])
    tone = Linear(around_stops(steel, steel.shine, 1.0), kit.pen.axis(ends[0].tolist(), ends[1].tolist(), BODY))
    box = [(left - 40, top - 160), (right + 40, top - 160), (right + 40, low + 240), (left - 40, low + 240)]
    with kit.pen.clipped(plate):
        kit.pen.fill(kit.on_body(box), tone, Layer.OUTFIT_OVER, BODY, (0, 1, 2, 3))


def _tassets(kit: OutfitKit, steel: Ramp) -> None:
    """Plates that hang from the waist before the thighs, below a belt."""
    y, half, pen, accent = kit.figure.shoulder_y, kit.waist[0], kit.pen, kit.tones.accent
    sag = np.array([0.0, 9.0])
    for inner, outer, low in ((half * 0.52, half + 24, 384), (6.0, half * 0.66, 372)):
        plate = [
            (inner, y + 252),
            (outer, y + 246),
            (outer + 7, y + low - 34),
            ((inner + outer) / 2 + 4, y + low),
            (inner - 2, y + low - 28),
        ]
        for half_plate in halves(plate):
            curve = patch(kit, half_plate, kit.cloth(steel), steel.line, Layer.OUTFIT, width=1.1)
            with pen.clipped(curve):
                for drop in (44, 86):
                    row = half_plate[[0, 1]] + np.array([0, drop])
                    bent = np.vstack(
                        [row[:1] - (row[1:] - row[:1]) * 0.3, row.mean(0) + sag, row[1:] + (row[1:] - row[:1]) * 0.3]
                    )
                    pen.line(kit.on_body(bent + np.array([0, 3])), 3.0, steel.shade, Layer.OUTFIT, BODY)
                    pen.line(kit.on_body(bent), 1.0, steel.line, Layer.OUTFIT, BODY)
            pen.line(kit.on_body(half_plate[[2, 3, 4]]), [1.4, 1.8, 1.4], accent.base, Layer.OUTFIT, BODY)
    belt = symmetric([(0, y + 244), (half + 8, y + 236), (half + 12, y + 254), (0, y + 264)])
    leather = kit.tones.black
    patch(kit, belt, leather.base, leather.line, Layer.OUTFIT, (1, 2))


PART: Final = OutfitStyle(
    Outfit.ARMOUR,
    draw=draw,
    words={
        "en": "armor, plate armor, knight armor, plate mail, breastplate, pauldron, gauntlet, chainmail, "
        "full armor, armored",
        "ja": "鎧, よろい, アーマー, 甲冑, 装甲, プレートアーマー",
    },
    weights={Build.FEMALE: 0.4, Build.MALE: 0.8},
    manner=Manner.COSTUME,
    colours=STEEL,
)
