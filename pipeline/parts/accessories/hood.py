"""A hood, drawn over the hair."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.cowls import around_head, cowl, mirrored_run
from pipeline.drawing.accessories.kit import AccessoryKit, flat
from pipeline.drawing.geometry import Attach
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A hood, drawn over the hair."""
    ramp, pen, y = kit.ramp(kit.spec.outfit_colour), kit.pen, kit.figure.shoulder_y
    out = kit.hair.out
    outer = np.vstack(
        [
            [(-86, y + 14), (-132, y - 36), (-138, 74)],
            around_head(out * 1.19, 92),
            [(138, 74), (132, y - 36), (86, y + 14)],
        ]
    )
    inner = mirrored_run([(0, -104), (52, -96), (92, -62), (110, 0), (110, 70), (96, y - 44), (58, y + 2)])
    lining = np.vstack([outer[:1], outer[1:-1] * [0.98, 0.99], outer[-1:]])
    pen.fill(flat(lining, -70), ramp.dark, Layer.BEHIND, Attach(turn=0.1))
    whole = cowl(kit, outer, inner, ramp)
    with pen.clipped(whole):
        side = np.vstack([outer[10:], (outer[10:] * [0.88, 0.96])[::-1]])
        pen.fill(flat(side, 10), ramp.shade, Layer.HEAD_WEAR, Attach(turn=0.2), (0, 10, 11))
        for run in (
            [(-8, -160), (-4, -130), (0, -104)],
            [(-70, -120), (-92, -70), (-112, 0)],
            [(84, -110), (110, -50), (120, 20)],
        ):
            pen.stroke(flat(run, 20), 1.6, ramp.deep, Layer.HEAD_WEAR, Attach(turn=0.4))
    edge = inner * [1.03, 1.02]
    pen.stroke(flat(edge, 36), 2.0, ramp.deep, Layer.HEAD_WEAR, Attach(turn=0.9), detail=0.12)


PART: Final = AccessoryStyle(
    Accessory.HOOD,
    draw=draw,
    words={
        "en": "hood, hood on, hood over head, hood pulled up, hood up, hooded, wearing hood, cowl",
        "ja": "フード, フードを被った, フードをかぶった, フード姿",
    },
    spots=(Spot.TOP,),
    covers_crown=True,
)
