"""A stage dress."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.bottoms import skirt
from pipeline.drawing.outfits.cuts import Sleeve
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.pieces import bow, buttons, edging, frill, patch, star, symmetric
from pipeline.drawing.outfits.sleeves import chest_folds, puffs
from pipeline.drawing.pen import Layer
from pipeline.parts.colours import CUTE, NOBLE
from pipeline.parts.records import Manner, OutfitStyle
from pipeline.types.spec import Build, Outfit


def draw(kit: OutfitKit) -> None:
    """A stage dress: frills, a big bow, stars that glitter."""
    n, y, w = kit.figure.neck, kit.figure.shoulder_y, kit.figure.shoulder
    ramp, accent, white, pen = kit.tones.cloth, kit.tones.accent, kit.tones.white, kit.pen
    skirt(kit, accent, 10, 76, 230)
    kit.garment([(n + 30, y - 22), (n + 34, y + 16), (n + 10, y + 46), (0, y + 40)], ramp, out=3, hem=240)
    chest_folds(kit, ramp, Sleeve.SHORT)
    puffs(kit, accent, 74)
    panel = symmetric([(0, y + 40), (26, y + 54), (30, y + 140), (22, y + 232), (0, y + 240)])
    patch(kit, panel, kit.cloth(white), white.line, Layer.OUTFIT, corners=(0, 4), width=0.8)
    buttons(kit, accent, 0, [y + 128, y + 160, y + 192], 4.5)
    edging(kit, [(26, y + 56), (30, y + 140), (22, y + 232)], 2.0, accent.light, accent)
    edge = [
        (-n - 30, y - 20),
        (-n - 34, y + 14),
        (-n - 12, y + 44),
        (0, y + 40),
        (n + 12, y + 44),
        (n + 34, y + 14),
        (n + 30, y - 20),
    ]
    frill(kit, edge, -16, white)
    for x, high, size in ((64, y + 96, 11), (-72, y + 84, 8), (56, y + 150, 7), (-58, y + 140, 11), (86, y + 190, 8)):
        pen.fill(kit.on_body(star(x * w / 118, high, size, 4, 0.3)), white.base, Layer.OUTFIT, BODY, tuple(range(8)))
    bow(kit, accent, 0, y + 72, 50, 0.9)
    gem = [(0, y + 62), (9, y + 72), (0, y + 82), (-9, y + 72)]
    patch(kit, gem, kit.tones.gear.light, kit.tones.gear.line, width=0.8)
    half = kit.waist[0] + 4 if kit.art.limbs else w * 0.66
    flounce = np.array([(-half, y + 244), (0, y + 254), (half, y + 244)])
    frill(kit, flounce, 40, accent, Layer.OUTFIT, 7)


PART: Final = OutfitStyle(
    Outfit.IDOL,
    draw=draw,
    words={
        "en": "idol outfit, idol costume, idol dress, stage outfit, stage costume, stage dress, frilly dress, "
        "magical girl outfit",
        "ja": "アイドル衣装, ステージ衣装, アイドル服, 衣装",
    },
    weights={Build.FEMALE: 1, Build.MALE: 0.1},
    manner=Manner.GRAND,
    colours=CUTE + NOBLE[:2],
)
