"""Rings at both ears."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit, flat, oval
from pipeline.drawing.geometry import Attach
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """Rings at both ears."""
    ramp = kit.ramp("#d9a93a")
    for sign in (-1, 1):
        root, tip = (sign * 89.0, 52.0, 0.0), (sign * 90.0, 88.0, 0.0)
        attach = Attach(turn=0.9, chain=kit.chain(root, tip, 2.6, hang=1.0, damping=0.16))
        ring = flat(oval(sign * 90, 70, 14, 18, 16), 2)
        ring = np.vstack([ring, ring[:1]])
        kit.pen.line(ring, 2.5, ramp.line, Layer.HEAD_WEAR, attach)
        kit.pen.line(ring, 1.6, ramp.base, Layer.HEAD_WEAR, attach)
        kit.pen.stroke(ring[7:12], 0.9, ramp.shine, Layer.HEAD_WEAR, attach, detail=0.15)


PART: Final = AccessoryStyle(
    Accessory.HOOP_EARRINGS,
    draw=draw,
    words={
        "en": "hoop earring, hoop, gold hoop, big earring, ring earring, large earring, big hoop earring, creole",
        "ja": "フープピアス, フープイヤリング, 輪っかピアス, "
        "輪っかのピアス, 輪っかのイヤリング, 大きい輪っかのピアス, "
        "大きなイヤリング",
    },
    on_ears=True,
)
