"""An insect's antennae: two stalks that sway, with balls at their ends."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit, flat, oval
from pipeline.drawing.geometry import Attach
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """Each rises from the crown and bends outward."""
    ramp = kit.ramp("#3a3034")
    for sign in (-1, 1):
        root, tip = (sign * 26.0, -136.0, 10.0), (sign * 76.0, -214.0, 6.0)
        attach = Attach(turn=0.5, chain=kit.chain(root, tip, 3.4))
        run = flat(np.array([(sign * 24, -128), (sign * 30, -166), (sign * 46, -200), (sign * 76, -212)]), 10)
        for width, paint in ((4.2, ramp.line), (2.8, ramp.base)):
            kit.pen.line(run, [width, width, width * 0.8, width * 0.7], paint, Layer.HEAD_WEAR, attach)
        ball = oval(sign * 80, -212, 11.5, 11.5, 12)
        kit.piece(flat(ball, 8), ramp.base, ramp.line, attach=attach, width=1.1)
        kit.pen.fill(flat(oval(sign * 80 - 4, -216, 3.6, 3.0, 8), 9), ramp.shine, Layer.HEAD_WEAR, attach)


PART: Final = AccessoryStyle(
    Accessory.ANTENNAE,
    draw=draw,
    words={
        "en": "antennae, insect antenna, bug antenna, butterfly antenna, bee antenna, bee antennae, bug antennae, "
        "insect antennae, deely boppers, alien antennae",
        "ja": "虫の触角, 蝶の触角",
    },
    spots=(Spot.EARS,),
)
