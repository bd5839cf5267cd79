"""Drops at both ears."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit, flat, oval
from pipeline.drawing.geometry import Attach
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """Drops at both ears."""
    ramp = kit.tones.gear
    for sign in (-1, 1):
        root, tip = (sign * 89.0, 50.0, 0.0), (sign * 90.0, 84.0, 0.0)
        attach = Attach(turn=0.9, chain=kit.chain(root, tip, 3.0, hang=1.0, damping=0.16))
        kit.pen.line(np.array([root, (sign * 89.5, 62, 0)]), 0.9, ramp.line, Layer.HEAD_WEAR, attach)
        drop = flat([(sign * 89.5, 60), (sign * 89.5 + 6, 74), (sign * 89.5, 84), (sign * 89.5 - 6, 74)], 0)
        kit.piece(drop, ramp.base, ramp.line, attach=attach, corners=(0,), width=0.9)
        kit.pen.fill(flat(oval(sign * 89.5 - 2, 72, 1.6, 3, 6), 0), ramp.shine, Layer.HEAD_WEAR, attach)


PART: Final = AccessoryStyle(
    Accessory.EARRINGS,
    draw=draw,
    words={
        "en": "earring, stud, ear piercing, pierced ear, jewelry",
        "ja": "ピアス, イヤリング, 耳飾り",
    },
    chance=0.07,
    on_ears=True,
)
