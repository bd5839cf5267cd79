"""A short jacket with a long ribbon over a skirt that begins at the chest."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.body import FOOT
from pipeline.drawing.geometry import BODY, Attach, Chain, mirrored
from pipeline.drawing.outfits.bottoms import skirt, trousers
from pipeline.drawing.outfits.cuts import Sleeve
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.pieces import patch
from pipeline.drawing.outfits.sleeves import chest_folds
from pipeline.drawing.pen import Layer
from pipeline.parts.colours import Schemes
from pipeline.parts.records import Manner, OutfitStyle
from pipeline.types.spec import Build, Outfit

COLOURS: Final[Schemes] = (
    ("#f4d9e4", "#b3263f"), ("#f6ead0", "#3a4a78"), ("#d8efe4", "#c2476a"), ("#fbeecb", "#7a3a6a"), ("#dfe8f6", "#4a6ab0"),
)  # fmt: skip


def draw(kit: OutfitKit) -> None:
    """A short jacket with a long ribbon over a skirt that begins at the chest, or a longer one over a man's trousers."""
    n, y = kit.figure.neck, kit.figure.shoulder_y
    ramp, accent, white, pen = kit.tones.cloth, kit.tones.accent, kit.tones.white, kit.pen
    manly = kit.art.poised and kit.figure.masculine > 0.5
    end_y = 262 if manly else 118
    if manly:
        trousers(kit, accent)
    else:
        skirt(kit, accent, 9, 70, FOOT - 66 - kit.waist[1] if kit.art.poised else 320)
        kit.garment([(n + 14, y - 28), (n + 2, y + 16), (0, y + 40)], accent, out=8, hem=250)
        for x in (-54, -30, -8, 16, 38, 60):
            run = [(x * 0.9, y + 132), (x, y + 190), (x * 1.25, y + 252)]
            pen.line(kit.on_body(run), [0.4, 1.4, 1.6], accent.deep, Layer.OUTFIT, BODY)
    jacket = kit.garment([(n + 14, y - 28), (n + 2, y + 16), (0, y + 60)], ramp, out=9, hem=end_y)
    with pen.clipped(jacket):
        edge = [(-140, y + end_y - 10), (0, y + end_y + 1), (140, y + end_y - 10)]
        pen.line(kit.on_body(edge), 4.0, accent.base, Layer.OUTFIT, BODY)
    chest_folds(kit, ramp, Sleeve.WIDE)
    band = np.array(
        [(n + 6, y - 42), (n + 22, y - 30), (n + 18, y + 16), (0, y + 82), (-22, y + 112), (-32, y + 102), (n, y + 26)]
    )
    for right, paint in ((mirrored(band), accent), (band, accent)):
        patch(kit, right, kit.cloth(paint), paint.line, corners=(0, 1, 4, 5))
    for side in (mirrored(band), band):
        inner = (side * 0.86 + side[[0]] * 0.14)[[0, 6, 5]] + [0, -2]
        pen.line(kit.on_body(inner), 3.6, white.base, Layer.OUTFIT_OVER, BODY)
    knot = (-6.0, y + 104.0)
    for dx, low in ((16, 250), (-8, 214)):
        chain = pen.chain(Chain((*knot, 50), (knot[0] + dx, y + low, 50), head=0, rate=1.8, damping=0.3, hang=0.5))
        end = [(-12, y + 104), (6, y + 104), (dx + 8, y + low), (dx - 14, y + low + 8)]
        patch(kit, end, kit.cloth(accent), accent.line, Layer.NECK_WEAR, (0, 1, 2, 3), 1.0, Attach(head=0, chain=chain))
    loop = [(-8, y + 98), (34, y + 82), (56, y + 92), (34, y + 108), (-4, y + 110)]
    patch(kit, loop, kit.cloth(accent), accent.line, Layer.NECK_WEAR, (0, 4))
    patch(kit, [(-16, y + 96), (4, y + 94), (6, y + 112), (-14, y + 114)], accent.light, accent.line, Layer.NECK_WEAR)


PART: Final = OutfitStyle(
    Outfit.HANBOK,
    draw=draw,
    words={
        "en": "hanbok, korean clothes, korean dress, jeogori, chima, traditional korean clothes, "
        "korean traditional dress",
        "ja": "韓服, ハンボク, チマチョゴリ",
    },
    weights={Build.FEMALE: 0.2, Build.MALE: 0.05},
    manner=Manner.COSTUME,
    colours=COLOURS,
)
