"""A nurse's white cap with a cross."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.hats import HAT
from pipeline.drawing.accessories.kit import AccessoryKit, flat
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Family, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A nurse's white cap with a cross."""
    white, pen = kit.tones.white, kit.pen
    shape = np.array(
        [(-58, -108), (-66, -152), (-34, -172), (0, -176), (34, -172), (66, -152), (58, -108), (0, -120)], float
    )
    kit.piece(flat(shape, 40), kit.gradient(white, -180, -100), white.line, attach=HAT, corners=(0, 1, 5, 6), width=1.3)
    fold = np.array(
        [(-60, -122), (-30, -136), (0, -140), (30, -136), (60, -122), (58, -108), (0, -120), (-58, -108)], float
    )
    kit.piece(flat(fold, 44), white.base, white.line, attach=HAT, corners=(0, 4, 5, 7), width=1.0)
    cross = kit.ramp("#d2384a")
    for wide, high in ((4.5, 13.0), (13.0, 4.5)):
        bar = np.array([(-wide, -154 - high), (wide, -154 - high), (wide, -154 + high), (-wide, -154 + high)])
        pen.fill(flat(bar, 46), cross.base, Layer.HEAD_WEAR, HAT, (0, 1, 2, 3))


PART: Final = AccessoryStyle(
    Accessory.NURSE_CAP,
    draw=draw,
    words={
        "en": "nurse cap, nurse hat, nurse's cap, nursing cap",
        "ja": "ナースキャップ, 看護帽, ナース帽",
    },
    spots=(Spot.TOP,),
    girlish=True,
    family=Family.HAT,
)
