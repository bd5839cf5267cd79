"""A red cap with white fur and a bobble."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.hats import HAT
from pipeline.drawing.accessories.kit import AccessoryKit, flat, oval
from pipeline.drawing.figure import skull
from pipeline.drawing.geometry import SKULL, Attach
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Family, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A red cap with white fur and a bobble."""
    ramp, white, pen = kit.ramp("#c8303f"), kit.tones.white, kit.pen
    chain = kit.chain((10, -170, 0), (128, -96, 0), 2.2, hang=0.5)
    bag = np.array([(-96, -84), (-90, -136), (-52, -184), (4, -206), (62, -196), (110, -158), (134, -104), (116, -100), (92, -128),
                    (70, -136), (92, -108), (96, -84), (0, -70)], float)  # fmt: skip
    whole = kit.piece(flat(bag, 4), kit.gradient(ramp, -206, -70, HAT), ramp.line, attach=Attach(turn=0.3, chain=chain),
                      corners=(0, 6, 7, 11), width=1.4)  # fmt: skip
    with pen.clipped(whole):
        shade = np.array(
            [(134, -104), (110, -160), (62, -198), (40, -180), (76, -150), (58, -110), (60, -76), (98, -80)], float
        )
        pen.fill(flat(shade, 4), ramp.shade, Layer.HEAD_WEAR, Attach(turn=0.3, chain=chain), (0, 7))
    longitudes = np.linspace(-92, 92, 13)
    wave = 0.03 * np.where(np.arange(13) % 2, 1.0, -1.0)
    rim = np.vstack([
        skull(longitudes, 0.80 + 0.14 * (np.abs(longitudes) / 92) ** 2 + wave, kit.hair.out * 1.07),
        skull(longitudes[::-1], 0.58 + 0.12 * (np.abs(longitudes) / 92) ** 2 + wave, kit.hair.out * 1.10),
    ])  # fmt: skip
    kit.piece(rim, white.base, white.line, attach=SKULL, width=1.2)
    ball = oval(126, -88, 20, 19, 12)
    kit.piece(flat(ball, 10), white.base, white.line, attach=Attach(turn=0.3, chain=chain), width=1.2)
    pen.fill(flat(oval(131, -83, 12, 11, 10), 11), white.shade, Layer.HEAD_WEAR, Attach(turn=0.3, chain=chain))


PART: Final = AccessoryStyle(
    Accessory.SANTA_HAT,
    draw=draw,
    words={
        "en": "santa hat, christmas hat, santa cap",
        "ja": "サンタ帽, サンタ帽子, クリスマス帽",
    },
    spots=(Spot.TOP,),
    family=Family.HAT,
    covers_crown=True,
)
