"""A ring of light over the head."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit, flat
from pipeline.drawing.geometry import Attach
from pipeline.drawing.palette import Ramp
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A ring of light over the head."""
    ramp = Ramp.cloth(kit.spec.accessory_colour or "#ffd966")
    attach = Attach(turn=0.5, chain=kit.chain((0, -150, 0), (0, -196, 0), 1.4, damping=0.4))
    glow = flat([(118, -192), (84, -168), (0, -158), (-84, -168), (-118, -192), (-84, -216), (0, -226), (84, -216)], 0)
    kit.pen.fill(glow, (*ramp.light[:3], 70), Layer.FRONT, attach)
    angle = np.linspace(0, 2 * np.pi, 15)[:-1]
    ring = flat(np.column_stack([88 * np.cos(angle), -192 + 18 * np.sin(angle)]), 0)
    closed = np.vstack([ring, ring[:1]])
    for width, colour in ((7.4, ramp.line), (6.0, ramp.base), (2.4, ramp.shine)):
        kit.pen.line(closed, width, colour, Layer.FRONT, attach)


PART: Final = AccessoryStyle(
    Accessory.HALO,
    draw=draw,
    words={
        "en": "halo, angel halo, angel ring",
        "ja": "天使の輪, 輪っか, ヘイロー, 光輪, ハロー",
        "*": "😇",
    },
    chance=0.008,
    spots=(Spot.SUPERNATURAL,),
    crowds_head=True,
)
