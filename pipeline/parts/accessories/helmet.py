"""A hard shell over the head, open before the face."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.cowls import around_head, cowl, mirrored_run
from pipeline.drawing.accessories.kit import AccessoryKit, flat, oval
from pipeline.drawing.geometry import Attach
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Family, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A hard shell over the head, open before the face."""
    ramp, pen = kit.ramp("#9aa3b5"), kit.pen
    out = kit.hair.out * 1.12
    outer = np.vstack([[(-116, 66)], around_head(out, 100), [(116, 66)]])
    inner = mirrored_run([(0, -66), (44, -64), (76, -50), (88, -10), (86, 62)])
    whole = cowl(kit, outer, inner, ramp)
    with pen.clipped(whole):
        shade = np.vstack([outer[10:], (outer[10:] * [0.82, 0.94])[::-1]])
        pen.fill(flat(shade, 8), ramp.shade, Layer.HEAD_WEAR, Attach(turn=0.12), (0, 6, 7))
        gleam = np.array([(-62, -112), (-36, -132), (-10, -138), (-30, -124), (-52, -102)], float)
        pen.fill(flat(gleam, 20), ramp.shine, Layer.HEAD_WEAR, Attach(turn=0.3), (0, 2))
        pen.line(
            flat([(0, -150), (1, -110), (0, -64)], 30), [3.4, 4.6, 4.0], ramp.deep, Layer.HEAD_WEAR, Attach(turn=0.8)
        )
    pen.line(flat(inner, 36), 3.6, ramp.line, Layer.HEAD_WEAR, Attach(turn=0.9))
    pen.line(flat(inner, 36), 2.4, ramp.light, Layer.HEAD_WEAR, Attach(turn=0.9))
    for sign in (-1, 1):
        kit.piece(flat(oval(sign * 98, 14, 9, 9, 10), 20), ramp.light, ramp.line, attach=Attach(turn=0.5), width=1.0)


PART: Final = AccessoryStyle(
    Accessory.HELMET,
    draw=draw,
    words={
        "en": "helmet, bike helmet, hard hat, motorcycle helmet, knight helmet, safety helmet, football helmet, "
        "military helmet, construction hat, open helmet",
        "ja": "ヘルメット, 兜, 安全帽, かぶと",
        "*": "⛑, 🪖",
    },
    spots=(Spot.TOP,),
    family=Family.HAT,
    covers_crown=True,
)
