"""A ribbed sweater with a collar up to the chin."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.geometry import mirrored
from pipeline.drawing.outfits.bottoms import bottom
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.sleeves import chest_folds
from pipeline.drawing.pen import Layer
from pipeline.parts.colours import CASUAL
from pipeline.parts.records import Manner, OutfitStyle
from pipeline.types.spec import Build, Outfit


def draw(kit: OutfitKit) -> None:
    """A ribbed collar up to the chin."""
    n, y = kit.figure.neck, kit.figure.shoulder_y
    ramp = kit.tones.cloth
    bottom(kit, kit.tones.accent if kit.figure.masculine < 0.3 else kit.tones.black)
    kit.garment(
        [(n + 26, y - 20), (n + 16, y - 2), (n * 0.7, y + 12), (0, y + 16)], ramp, out=6, hem=270, rib=24, loose=0.35
    )
    chest_folds(kit, ramp)
    top = y - 62
    half = np.array(
        [(n + 7, top), (n + 10, top + 14), (n + 12, y - 34), (n + 24, y - 16), (n + 10, y + 10), (0, y + 22)]
    )
    ring = np.vstack([half, mirrored(half)[-2::-1], [(0, top + 15)]])
    points, attach = kit.on_neck(ring)
    collar = kit.pen.fill(points, kit.cloth(ramp), Layer.OUTFIT_OVER, attach, (0, 10))
    with kit.pen.clipped(collar):
        for place in np.linspace(-0.92, 0.92, 12):
            rib = np.array([((n + 9) * place, top - 2), ((n + 12) * place, y - 30), ((n + 19) * place, y + 14)])
            full, fix = kit.on_neck(rib)
            kit.pen.line(full, 0.75, ramp.shade, Layer.OUTFIT_OVER, fix, detail=0.2)
        shade, fix = kit.on_neck(
            [(n * 0.2, top), (n + 14, top), (n + 30, y + 10), (n * 0.5, y + 24), (n * 0.7, y - 20)]
        )
        kit.pen.fill(shade, (*ramp.shade[:3], 150), Layer.OUTFIT_OVER, fix)
    rim, fix = kit.on_neck(np.vstack([half[:1], [(0, top + 15)], mirrored(half[:1])]))
    kit.pen.line(rim, 1.0, ramp.line, Layer.OUTFIT_OVER, fix)
    outline, fix = kit.on_neck(np.vstack([half, mirrored(half)[-2::-1]]))
    kit.pen.line(outline, 1.0, ramp.line, Layer.OUTFIT_OVER, fix)


PART: Final = OutfitStyle(
    Outfit.TURTLENECK,
    draw=draw,
    words={
        "en": "turtleneck, sweater, turtleneck sweater, pullover, knit sweater, jumper, ribbed sweater, "
        "high neck, knitwear, roll neck",
        "ja": "タートルネック, セーター, ニット, とっくり, ハイネック, タートル, ニットセーター",
    },
    weights={Build.FEMALE: 1.8, Build.MALE: 1.6, Build.ANDROGYNOUS: 2},
    open_below=True,
    manner=Manner.SMART,
    under=True,
    colours=CASUAL,
)
