"""Metal discs over the ears with antennas."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit, flat, flipped, oval
from pipeline.drawing.geometry import Attach
from pipeline.drawing.palette import lch
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """Metal discs over the ears with antennas."""
    ramp, pen = kit.ramp("#c3c8d4"), kit.pen
    glow = lch(0.80, 0.13, 215)
    for sign in (-1, 1):
        attach = Attach(turn=0.6)
        mast = np.array([(96, -30), (108, -72), (115, -118), (122, -120), (118, -70), (110, -26)], float)
        kit.piece(flat(flipped(mast, sign), 4), ramp.base, ramp.line, attach=attach, corners=(2, 3), width=1.1)
        pen.fill(flat(flipped(oval(119, -123, 8, 8, 10), sign), 6), glow, Layer.HEAD_WEAR, attach)
        for radius, paint in ((31, ramp.shade), (24, ramp.light), (14, ramp.dark)):
            kit.piece(
                flat(flipped(oval(102, 8, radius * 0.72, radius, 16), sign), 12),
                paint,
                ramp.line,
                attach=attach,
                width=1.1,
            )
        pen.fill(flat(flipped(oval(102, 8, 6, 8.5, 12), sign), 14), glow, Layer.HEAD_WEAR, attach)
        seam = kit.figure.on_face(np.array([(62, 52), (66, 66), (58, 82), (44, 92)]) * [sign, 1], 1)
        pen.line(seam, 0.9, kit.tones.skin.line, Layer.FEATURES, detail=0.12)


PART: Final = AccessoryStyle(
    Accessory.ROBOT_EARS,
    draw=draw,
    words={
        "en": "robot ear, antenna, mechanical ear, robot antenna, ear covers, android ear, headgear antenna",
        "ja": "ロボ耳, アンテナ, メカ耳, 機械耳",
    },
    spots=(Spot.EARS,),
)
