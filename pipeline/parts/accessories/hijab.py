"""A headscarf around face and neck, its ends on the chest."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.cowls import around_head, cowl, mirrored_run
from pipeline.drawing.accessories.kit import AccessoryKit, flat
from pipeline.drawing.geometry import BODY, Attach
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A headscarf around face and neck, its ends on the chest."""
    ramp, pen = kit.tones.gear, kit.pen
    y, chin = kit.figure.shoulder_y, kit.figure.chin
    cape = mirrored_run(
        [(0, chin - 6), (40, chin - 10), (84, y - 36), (124, y + 22), (112, y + 66), (60, y + 92), (0, y + 104)]
    )
    kit.piece(flat(cape, 40), kit.gradient(ramp, 110, 290, BODY), ramp.line, Layer.NECK_WEAR, BODY, (4, 8), 1.4)
    outer = np.vstack(
        [[(-64, y + 6), (-102, y - 44), (-112, 64)], around_head(1.07, 92), [(112, 64), (102, y - 44), (64, y + 6)]]
    )
    inner = mirrored_run([(0, -70), (38, -66), (64, -46), (77, -8), (77, 40), (62, 84), (36, chin - 4), (10, chin + 9)])
    whole = cowl(kit, outer, inner, ramp)
    below = np.array(
        [(-40, chin - 8), (0, chin + 6), (40, chin - 8), (72, y - 20), (40, y + 24), (-10, y + 34), (-64, y + 8)], float
    )
    attach = Attach(head=np.interp(below[:, 1], [110, 190], [1.0, 0.0]), turn=0.6)
    fold = kit.piece(flat(below, 42), ramp.base, ramp.line, attach=attach, corners=(0, 2), width=1.2)
    with pen.clipped(whole):
        side = np.vstack([outer[10:], (outer[10:] * [0.84, 0.97])[::-1]])
        pen.fill(flat(side, 10), ramp.shade, Layer.HEAD_WEAR, Attach(turn=0.2), (0, 10, 11))
        for run in ([(-30, -136), (-70, -80), (-88, 0), (-84, 80)], [(10, -138), (64, -90), (92, -10), (94, 70)],
                    [(40, -120), (84, -60), (88, 30), (76, 100)]):  # fmt: skip
            pen.stroke(flat(run, 30), 2.2, ramp.deep, Layer.HEAD_WEAR, Attach(turn=0.6))
    with pen.clipped(fold):
        for low in (
            [(-44.0, chin + 2), (0.0, chin + 22), (56.0, chin + 4)],
            [(-56.0, y - 16), (4.0, y + 8), (60.0, y - 14)],
        ):
            pen.stroke(flat(low, 44), 2.2, ramp.shade, Layer.HEAD_WEAR, Attach(head=0.5))
    pen.line(flat(inner, 38), [0.6, *[1.5] * (len(inner) - 2), 0.6], ramp.line, Layer.HEAD_WEAR, Attach(turn=0.9))


PART: Final = AccessoryStyle(
    Accessory.HIJAB,
    draw=draw,
    words={
        "en": "hijab, headscarf, head scarf, khimar, shayla",
        "ja": "ヒジャブ, ヘッドスカーフ, ヒジャーブ",
        "*": "🧕",
    },
    spots=(Spot.TOP,),
    covers_crown=True,
    covers_hair=True,
    girlish=True,
)
