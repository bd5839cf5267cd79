"""A round cap without a brim: a kufi, a songkok, a fez."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.hats import HAT
from pipeline.drawing.accessories.kit import AccessoryKit, flat, oval
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Family, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A wall that narrows upward, its flat top seen a little from above, a stitched rim."""
    ramp, pen = kit.ramp("#33323c"), kit.pen
    wall = np.array(
        [(-103, -62), (-86, -150), (0, -162), (86, -150), (103, -62), (56, -78), (0, -84), (-56, -78)], float
    )
    whole = kit.piece(
        flat(wall, 12), kit.gradient(ramp, -176, -76), ramp.line, attach=HAT, corners=(0, 1, 3, 4), width=1.4
    )
    with pen.clipped(whole):
        far = np.array([(48, -180), (90, -164), (104, -66), (64, -76), (58, -120)], float)
        pen.fill(flat(far, 12), ramp.shade, Layer.HEAD_WEAR, HAT, (0, 1, 2, 3))
        for lift in (10, 15):
            rim = np.array(
                [(-106, -62 - lift), (-56, -78 - lift), (0, -84 - lift), (56, -78 - lift), (106, -62 - lift)], float
            )
            pen.line(flat(rim, 13), 1.0, ramp.light, Layer.HEAD_WEAR, HAT, detail=0.2)
    kit.piece(flat(oval(0, -151, 84, 13, 16), 12), ramp.light, ramp.line, attach=HAT, width=1.1)


PART: Final = AccessoryStyle(
    Accessory.KUFI,
    draw=draw,
    words={
        "en": "kufi, taqiyah, songkok, peci, kopiah, skullcap, kippah, yarmulke, pillbox hat, tubeteika, brimless cap",
        "ja": "クーフィー, トルコ帽, フェズ, キッパ",
    },
    spots=(Spot.TOP,),
    family=Family.HAT,
    covers_crown=True,
)
