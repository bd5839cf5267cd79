"""A flat cap of tweed with a short, stiff brim."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.hats import HAT
from pipeline.drawing.accessories.kit import AccessoryKit, flat
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Family, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A low crown that leans forward, seams from its button, the brim before the forehead."""
    ramp, pen = kit.ramp("#7d7468"), kit.pen
    crown = np.array([(-106, -52), (-126, -88), (-108, -136), (-52, -164), (10, -170), (74, -160), (120, -126), (126, -84),
                      (106, -52), (60, -70), (0, -78), (-60, -70)], float)  # fmt: skip
    whole = kit.piece(flat(crown, 12), kit.gradient(ramp, -170, -60), ramp.line, attach=HAT, corners=(0, 8), width=1.4)
    with pen.clipped(whole):
        far = np.array([(64, -166), (128, -130), (132, -50), (92, -50), (104, -92), (92, -132)], float)
        pen.fill(flat(far, 12), ramp.shade, Layer.HEAD_WEAR, HAT, (0, 2, 3))
        for seam in ([(4, -168), (-34, -128), (-44, -72)], [(10, -168), (40, -128), (48, -72)], [(-6, -166), (-84, -138), (-112, -92)],
                     [(20, -168), (88, -140), (116, -96)]):  # fmt: skip
            pen.line(flat(seam, 13), [0.5, 1.3, 0.9], ramp.deep, Layer.HEAD_WEAR, HAT)
        for low in range(-160, -50, 15):
            weave = [(-130, low), (0, low - 10), (130, low)]
            pen.line(flat(weave, 13), 0.55, ramp.shade, Layer.HEAD_WEAR, HAT, detail=0.25)
    brim = np.array([(-92, -66), (-50, -82), (0, -86), (50, -82), (92, -66), (70, -48), (30, -38), (0, -36), (-30, -38),
                     (-70, -48)], float)  # fmt: skip
    front = kit.piece(flat(brim, 44), ramp.shade, ramp.line, attach=HAT, corners=(0, 4), width=1.4)
    with pen.clipped(front):
        pen.fill(
            flat([(-92, -66), (0, -88), (92, -66), (50, -68), (0, -72), (-50, -68)], 45),
            ramp.deep,
            Layer.HEAD_WEAR,
            HAT,
            (0, 2),
        )
    pen.fill(flat([(-2, -172), (12, -172), (12, -166), (-2, -166)], 13), ramp.deep, Layer.HEAD_WEAR, HAT)


PART: Final = AccessoryStyle(
    Accessory.FLAT_CAP,
    draw=draw,
    words={
        "en": "flat cap, newsboy cap, newsboy hat, ivy cap, paperboy cap, peaky blinders cap, tweed cap, driving cap, "
        "golf cap, deerstalker, deerstalker hat, cabbie hat, gatsby cap",
        "ja": "ハンチング, ハンチング帽, キャスケット",
    },
    spots=(Spot.TOP,),
    family=Family.HAT,
    covers_crown=True,
)
