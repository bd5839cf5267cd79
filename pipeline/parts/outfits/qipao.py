"""A close-fitting dress with a high collar that closes aslant."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.bottoms import draw_legs, skirt
from pipeline.drawing.outfits.cuts import Sleeve
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.pieces import patch, star
from pipeline.drawing.outfits.sleeves import chest_folds
from pipeline.drawing.palette import fade
from pipeline.drawing.pen import Layer
from pipeline.parts.colours import Schemes
from pipeline.parts.records import Manner, OutfitStyle
from pipeline.types.spec import Build, Outfit

COLOURS: Final[Schemes] = (
    ("#b3263f", "#e0b53a"), ("#33323c", "#d2384a"), ("#2f6d78", "#e8d3a3"), ("#f2f0ea", "#7a9cd0"), ("#6a4c7d", "#f0c86a"),
    ("#f0b8c4", "#b3263f"),
)  # fmt: skip
_HEM: Final = 520.0
"""How far it reaches below the shoulders."""


def draw(kit: OutfitKit) -> None:
    """A close-fitting dress with a high collar that closes aslant."""
    n, y, w = kit.figure.neck, kit.figure.shoulder_y, kit.figure.shoulder
    ramp, accent, pen = kit.tones.cloth, kit.tones.accent, kit.pen
    neckline = [(n + 16, y - 26), (n + 8, y - 6), (0.0, y + 2)]
    if kit.art.poised:
        draw_legs(kit, inset=8.0 + 10 * kit.figure.masculine, socks=False)
        kit.garment(neckline, ramp, out=2, hem=_HEM)
        _slit(kit)
    else:
        skirt(kit, ramp, 4, 18, 330)
        kit.garment(neckline, ramp, out=2, hem=300)
    chest_folds(kit, ramp, Sleeve.SHORT)
    for x, low, size in ((-58, 96, 15), (44, 178, 17), (-34, 214, 12), (66, 92, 11)):
        petals = star(x * w / 118, y + low, size, 6, 0.6)
        pen.fill(kit.on_body(petals), fade(accent.base, 0.85), Layer.OUTFIT, BODY, detail=0.1)
        heart = star(x * w / 118, y + low, size * 0.35, 6, 0.8)
        pen.fill(kit.on_body(heart), accent.light, Layer.OUTFIT, BODY, detail=0.2)
    seam = [(0, y + 4), (18, y + 26), (52, y + 40), (78, y + 66), (w * 0.80, y + 104)]
    pen.line(kit.on_body(seam), 4.0, accent.line, Layer.OUTFIT_OVER, BODY)
    pen.line(kit.on_body(seam), 3.0, accent.base, Layer.OUTFIT_OVER, BODY)
    for x, low in ((12, 20), (50, 40), (84, 74)):
        for dx, dy in ((-8, -5), (8, 5)):
            knot = star(x + dx, y + low + dy, 5.5, 8, 0.85)
            pen.fill(kit.on_body(knot), accent.base, Layer.OUTFIT_OVER, BODY)
        pen.line(kit.on_body([(x - 9, y + low - 5), (x + 9, y + low + 5)]), 1.6, accent.line, Layer.OUTFIT_OVER, BODY)
    collar = [(-n - 5, y - 52), (0, y - 34), (n + 5, y - 52), (n + 12, y - 20), (0, y + 8), (-n - 12, y - 20)]
    points, attach = kit.on_neck(collar)
    pen.fill(points, kit.cloth(ramp), Layer.NECK_WEAR, attach, (0, 2, 3, 5))
    for run, width, paint in (
        ([*collar[3:], collar[0]], 1.1, ramp.line),
        (collar[:4], 1.1, ramp.line),
        (collar[:3], 2.4, accent.base),
    ):
        points, attach = kit.on_neck(run)
        pen.line(points, width, paint, Layer.NECK_WEAR, attach, (2,))
    patch(kit, star(0, y - 4, 5.5, 8, 0.85), accent.base, accent.line, Layer.NECK_WEAR, (), 0.7)


def _slit(kit: OutfitKit) -> None:
    """The slit at the viewer's right, with the thigh in it, and the borders of hem and slit."""
    y, half, skin, accent, pen = kit.figure.shoulder_y, kit.waist[0], kit.tones.skin, kit.tones.accent, kit.pen
    top = (half + 12, y + 372)
    gap = np.array(
        [top, (half + 40, y + 430), (half + 40, y + _HEM + 20), (half - 16, y + _HEM + 20), (half - 4, y + 450)]
    )
    if kit.torso is not None:
        with pen.clipped(kit.torso):
            pen.fill(kit.on_body(gap), skin.base, Layer.OUTFIT, BODY, (0, 1, 2, 3))
            shade = gap[[0, 4, 3]] + np.array([9, 6])
            pen.fill(kit.on_body(np.vstack([gap[[0, 4, 3]], shade[::-1]])), skin.deep, Layer.OUTFIT, BODY, (0, 2, 3))
    for run in (gap[[0, 4, 3]], np.array([(-half - 24, y + _HEM - 8), (0, y + _HEM + 2), (half - 14, y + _HEM + 8)])):
        pen.line(kit.on_body(run), 4.0, accent.line, Layer.OUTFIT, BODY)
        pen.line(kit.on_body(run), 2.9, accent.base, Layer.OUTFIT, BODY)


PART: Final = OutfitStyle(
    Outfit.QIPAO,
    draw=draw,
    words={
        "en": "qipao, cheongsam, chinese dress, china dress, chinese clothes, mandarin dress, mandarin collar, "
        "hanfu, ao dai, changshan, qipao dress, tangzhuang",
        "ja": "チャイナドレス, チャイナ服, チーパオ, 中華服, アオザイ, 漢服",
    },
    weights={Build.FEMALE: 0.5},
    manner=Manner.COSTUME,
    colours=COLOURS,
)
