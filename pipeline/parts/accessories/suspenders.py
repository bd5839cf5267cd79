"""Suspenders: two straps over the chest, with clips where trousers begin."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.pieces import halves, patch
from pipeline.drawing.palette import fade
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle
from pipeline.types.spec import Accessory, Outfit

_BRASS: Final = (217, 169, 58, 255)
_SEAMS: Final = (0.16, 0.84)


def draw(kit: AccessoryKit) -> None:
    """Two straps over the chest, with clips where trousers begin."""
    outfit = OutfitKit(kit.pen, kit.figure, kit.spec, kit.tones)
    ramp, n, y = kit.ramp("#4a3440"), kit.figure.neck, kit.figure.shoulder_y
    end = outfit.waist[1] + 30
    for strap in halves([(n + 20, y - 22), (n + 36, y - 17), (60, y + 90), (56, end), (42, end), (45, y + 90)]):
        shadow = outfit.on_body(strap + np.array([4, 4]))
        kit.pen.fill(shadow, fade(outfit.tones.cloth.deep, 0.45), Layer.OUTFIT_OVER, BODY, (0, 1, 3, 4))
        patch(outfit, strap, outfit.cloth(ramp), ramp.line, corners=(0, 1, 3, 4))
        for share in _SEAMS:
            seam = strap[[0, 5, 4]] + (strap[[1, 2, 3]] - strap[[0, 5, 4]]) * share
            kit.pen.line(outfit.on_body(seam), 0.5, ramp.light, Layer.OUTFIT_OVER, BODY, detail=0.2)
    for clip in halves([(42, end - 6), (57, end - 6), (55, end + 16), (44, end + 16)]):
        patch(outfit, clip, _BRASS, kit.tones.black.line, width=0.8)


PART: Final = AccessoryStyle(
    Accessory.SUSPENDERS,
    draw=draw,
    words={
        "en": "suspenders, suspender, trouser braces, braces on trousers, galluses",
        "ja": "サスペンダー, ズボン吊り",
    },
    over=(Outfit.SHIRT, Outfit.T_SHIRT, Outfit.FLANNEL),
    outfits=(Outfit.SHIRT,),
    manners=(),
)
