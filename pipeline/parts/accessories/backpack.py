"""A backpack: its top behind the shoulders, its straps before them."""

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
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """The bag's upper corners beside the neck, and two padded straps that go under the arms."""
    outfit = OutfitKit(kit.pen, kit.figure, kit.spec, kit.tones)
    ramp, n, y, w = kit.ramp("#b5524a"), kit.figure.neck, kit.figure.shoulder_y, kit.figure.shoulder
    bag = np.array([(-w * 0.82, y + 130), (-w * 0.84, y - 20), (-w * 0.66, y - 58), (0, y - 66), (w * 0.66, y - 58),
                    (w * 0.84, y - 20), (w * 0.82, y + 130)], float)  # fmt: skip
    depth = np.column_stack([bag, np.full(len(bag), -30.0)])
    kit.piece(depth, ramp.shade, ramp.line, Layer.BACK_TAILS, BODY, (0, 6), 1.4)
    flap = np.array(
        [(-w * 0.70, y - 30), (-w * 0.56, y - 50), (0, y - 56), (w * 0.56, y - 50), (w * 0.70, y - 30)], float
    )
    kit.pen.line(np.column_stack([flap, np.full(len(flap), -29.0)]), 1.0, ramp.line, Layer.BACK_TAILS, BODY)
    handle = np.array([(-18, y - 62), (-16, y - 82), (16, y - 82), (18, y - 62)], float)
    for width, paint in ((5.4, ramp.line), (3.8, ramp.dark)):
        kit.pen.line(np.column_stack([handle, np.full(4, -30.0)]), width, paint, Layer.BACK_TAILS, BODY)
    for strap in halves([(n + 20, y - 24), (n + 40, y - 18), (w - 46, y + 40), (w - 34, y + 112), (w - 54, y + 124),
                         (w - 66, y + 50)]):  # fmt: skip
        kit.pen.fill(
            outfit.on_body(strap + np.array([3.0, 5.0])),
            fade(outfit.tones.cloth.deep, 0.5),
            Layer.OUTFIT_OVER,
            BODY,
            (0, 1, 3, 4),
        )
        patch(outfit, strap, outfit.cloth(ramp), ramp.line, corners=(0, 1, 3, 4), width=1.0)
        seam = (strap[[0, 5, 4]] + strap[[1, 2, 3]]) / 2
        kit.pen.line(outfit.on_body(seam), 0.7, ramp.light, Layer.OUTFIT_OVER, BODY, detail=0.2)


PART: Final = AccessoryStyle(
    Accessory.BACKPACK,
    draw=draw,
    words={
        "en": "backpack, rucksack, school bag, schoolbag, randoseru, knapsack, bookbag",
        "ja": "リュック, リュックサック, ランドセル, バックパック, 通学鞄",
        "*": "🎒",
    },
)
