"""A cape with a high collar."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from pipeline.drawing.body import FOOT
from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.bottoms import asked_below, trousers
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.modelling import soft_fold
from pipeline.drawing.outfits.pieces import buttons, edging, halves, patch, shirt_collar, star, symmetric
from pipeline.drawing.outfits.sleeves import chest_folds
from pipeline.drawing.pen import Axis, Layer, Paint
from pipeline.parts.colours import DARK, NOBLE
from pipeline.parts.records import Manner, OutfitStyle
from pipeline.types.spec import Arms, Build, Outfit


def draw(kit: OutfitKit) -> None:
    """A cape with a high collar, held by a jewelled clasp."""
    n, y = kit.figure.neck, kit.figure.shoulder_y
    ramp, accent, white, pen = kit.tones.cloth, kit.tones.accent, kit.tones.white, kit.pen
    low = FOOT - 30 if kit.art.limbs else y + 620
    behind = symmetric([(0, y - 70), (n + 30, y - 96), (n + 62, y - 92), (n + 54, y - 20), (0, y + 10)])
    pen.fill(np.column_stack([behind, np.full(len(behind), -20.0)]), accent.deep, Layer.BACK_TAILS, BODY, (1, 2))
    # Arms that do something are not under it.
    thrown_back = kit.art.poised and (kit.holds or kit.spec.arms not in (Arms.BY_CHANCE, Arms.RELAXED))
    if thrown_back:
        _hang(kit, low, Layer.OUTFIT)
    if not asked_below(kit, accent):
        trousers(kit, kit.tones.black)
    kit.garment([(n + 16, y - 24), (n + 4, y - 2), (0, y + 16)], white, out=1, hem=270)
    if thrown_back:
        chest_folds(kit, white)
    kit.line([(0, y + 20), (1, y + 300)], 0.9, white, Layer.OUTFIT)
    buttons(kit, accent, 0, [y + 70 + 34 * i for i in range(5)], 3.6)
    shirt_collar(kit, white)
    if not thrown_back:
        _hang(kit, low, Layer.OUTFIT_OVER)
    wing = [(n + 4, y - 40), (n + 24, y - 98), (n + 62, y - 94), (n + 52, y - 34), (n + 26, y + 6)]
    for half in halves(wing):
        patch(kit, half, kit.cloth(ramp), ramp.line, corners=(0, 1, 2, 4), width=1.1)
        lining = half + (np.array([half[:, 0].mean(), y - 50]) - half) * 0.16
        pen.fill(kit.on_body(lining), accent.shade, Layer.OUTFIT_OVER, BODY, (0, 1, 2, 4))
    chain = [(-30, y + 24), (0, y + 36), (30, y + 24)]
    pen.line(kit.on_body(chain), 2.4, kit.tones.gear.line, Layer.OUTFIT_OVER, BODY)
    pen.line(kit.on_body(chain), 1.6, kit.tones.gear.light, Layer.OUTFIT_OVER, BODY)
    for x in (-30, 30):
        ring = star(x, y + 22, 11, 8, 0.92)
        patch(kit, ring, kit.tones.gear.base, kit.tones.gear.line, corners=(), width=0.9)
        patch(kit, [(x, y + 15), (x + 6, y + 22), (x, y + 29), (x - 6, y + 22)], accent.light, accent.line, width=0.6)


def _hang(kit: OutfitKit, low: float, layer: Layer) -> None:
    """Its two sides, from the shoulders down to ``low``."""
    n, y, w = kit.figure.neck, kit.figure.shoulder_y, kit.figure.shoulder
    ramp, accent = kit.tones.cloth, kit.tones.accent
    side = [(n + 6, y - 34), (n + 30, y - 34), (w * 0.9, y - 26), (w + 34, y + 10), (w + 52, y + 130), (w + 66, y + 330), (w + 76, low),
            (56, low), (40, y + 300), (34, y + 120), (26, y + 40)]  # fmt: skip
    for half in halves(side):
        hanging = patch(kit, half, kit.cloth(ramp), ramp.line, layer, corners=(0, 6, 7), width=1.2)
        kit.cover_trunk((hanging,), ramp, low, layer, wide=True)
        if kit.art.graded and not kit.figure.mascot:
            _drape(kit, hanging, float(np.sign(half[4][0])), layer)
        for x, start in ((0.42, y + 70), (0.66, y + 50), (0.88, y + 90)):
            run = np.array([(half[4][0] * x, start), (half[5][0] * x, y + 200), (half[6][0] * x, y + 560)])
            kit.pen.line(kit.on_body(run), [0.3, 4.5, 6.0], ramp.shade, layer, BODY)
    edge = [(n + 8, y - 30), (26, y + 40), (34, y + 120), (40, y + 300), (56, low)]
    edging(kit, edge, 3.0, accent.base, accent, layer)


def _drape(kit: OutfitKit, curve: int, sign: float, layer: Layer) -> None:
    """Folds of one of its sides, which fan out from the clasp and hang from the shoulder."""
    y, w, ramp = kit.figure.shoulder_y, kit.figure.shoulder, kit.tones.cloth

    def lay(points: npt.ArrayLike, paint: Paint, corners: tuple[int, ...]) -> None:
        kit.pen.fill(kit.on_body(points), paint, layer, BODY, corners)

    def axis(start: npt.ArrayLike, end: npt.ArrayLike) -> Axis:
        ends = kit.on_body(np.array([start, end], np.float64))
        return kit.pen.axis(ends[0].tolist(), ends[1].tolist(), BODY)

    with kit.pen.clipped(curve):
        for root, tip, width, paint in (
            ((30, 26), (w * 0.62, 150), 22.0, ramp.deep), ((34, 18), (w * 0.95, 70), 16.0, ramp.shade),
            ((w * 0.94, -44), (w + 4, 190), 22.0, ramp.deep), ((w * 0.66, -70), (w * 0.80, 230), 20.0, ramp.shade),
        ):  # fmt: skip
            start, end = np.array(root) * [sign, 1] + [0, y], np.array(tip) * [sign, 1] + [0, y]
            soft_fold(lay, axis, start, end, width, 6.0 * sign, paint)


PART: Final = OutfitStyle(
    Outfit.CAPE,
    draw=draw,
    words={
        "en": "cape, cloak, capelet, mantle, poncho, robe, tunic, mage robe, wizard robe",
        "ja": "ケープ, マント, 外套, ポンチョ, クローク, ローブ",
    },
    weights={Build.FEMALE: 0.9, Build.MALE: 0.9, Build.ANDROGYNOUS: 1},
    manner=Manner.GRAND,
    colours=NOBLE + DARK,
)
