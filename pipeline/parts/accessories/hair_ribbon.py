"""A big bow at the side of the head."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit, flat, oval
from pipeline.drawing.geometry import Attach
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A big bow at the side of the head."""
    ramp, pen = kit.tones.gear, kit.pen
    x, y, size = 62.0, -112.0, 46.0
    attach = Attach(turn=0.8)
    for side in (-1, 1):
        end = (x + side * 22 + 8, y + 62, 20.0)
        fix = Attach(turn=0.8, chain=kit.chain((x, y, 30), end, 2.4, hang=0.5))
        tail = np.array(
            [(0, 0), (side * 10 + 2, 8), (side * 30 + 8, 58), (side * 18 + 8, 54), (side * 8 + 6, 66)], float
        ) + np.array([x, y])
        kit.piece(flat(tail, 26), kit.gradient(ramp, y, y + 66, attach), ramp.line, attach=fix, corners=(0, 2, 3, 4))
    turned = np.radians(18)
    spin = np.array([[np.cos(turned), np.sin(turned)], [-np.sin(turned), np.cos(turned)]])
    loop = np.array(
        [(0.06, -0.10), (0.40, -0.52), (0.95, -0.62), (1.08, -0.05), (0.95, 0.50), (0.42, 0.40), (0.06, 0.12)]
    )
    for side in (-1, 1):
        fix = Attach(turn=0.8, chain=kit.chain((x, y, 30), (x + side * size, y, 26), 3.6))
        shape = (loop * [side * size, size]) @ spin + np.array([x, y])
        kit.piece(flat(shape, 28), kit.gradient(ramp, y - 30, y + 30, attach), ramp.line, attach=fix, corners=(0, 6))
        under = (
            np.array([(0.1, 0.12), (0.5, 0.12), (1.0, 0.2), (0.95, 0.5), (0.42, 0.4)]) * [side * size, size]
        ) @ spin + np.array([x, y])
        pen.fill(flat(under, 28), ramp.shade, Layer.HEAD_WEAR, fix, (0, 2, 3))
        crease = (np.array([(0.12, 0.0), (0.42, -0.16), (0.66, -0.18)]) * [side * size, size]) @ spin + np.array([x, y])
        pen.stroke(flat(crease, 28), 0.9, ramp.deep, Layer.HEAD_WEAR, fix)
    knot = oval(x, y, 8, 9.5, 8)
    kit.piece(flat(knot, 34), ramp.light, ramp.line, attach=attach)


PART: Final = AccessoryStyle(
    Accessory.HAIR_RIBBON,
    draw=draw,
    words={
        "en": "hair ribbon, ribbon, hair bow, bow, ribbon in hair, big bow, hair tie, scrunchie",
        "ja": "リボン, 髪リボン, ヘアリボン, 大きなリボン, シュシュ",
        "*": "🎀",
    },
    chance=0.08,
    crowds_head=True,
    girlish=True,
)
