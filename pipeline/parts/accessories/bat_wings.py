"""Wings of skin between bones."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit, flat, flipped
from pipeline.drawing.accessories.wings import sides, spread
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Family, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """Wings of skin between bones."""
    ramp, y = kit.ramp("#4a3550"), kit.figure.shoulder_y
    elbow, tips = (150.0, y - 104.0), [(342.0, y - 70.0), (318.0, y + 74.0), (228.0, y + 146.0), (132.0, y + 158.0)]
    for sign, attach in sides(kit, (340, y - 40)):
        skin = [(30, y + 70), (64, y - 8), (108, y - 66), elbow, (236, y - 116), tips[0], (306, y + 8), tips[1],
                (262, y + 96), tips[2], (178, y + 128), tips[3], (92, y + 128), (50, y + 120)]  # fmt: skip
        spread(kit, skin, sign, ramp.base, ramp.line, attach, (3, 5, 7, 9, 11), 1.4)
        for tip, bow in zip(tips, (-16, 14, 12, 6), strict=True):
            middle = ((elbow[0] + tip[0]) / 2 + bow, (elbow[1] + tip[1]) / 2 + (bow if bow < 0 else -4))
            fold = np.array([elbow, middle, tip])
            shade = np.vstack([fold, [(tip[0] - 22, tip[1] - 12), (middle[0] - 30, middle[1] - 2)]])
            kit.pen.fill(flat(flipped(shade, sign), -60), ramp.shade, Layer.BEHIND, attach, (0, 2))
            kit.pen.line(flat(flipped(fold, sign), -60), [3.4, 2.6, 1.0], ramp.line, Layer.BEHIND, attach)
        arm = [
            (36, y + 60),
            (66, y - 12),
            (110, y - 70),
            (144, y - 112),
            (158, y - 102),
            (120, y - 50),
            (84, y + 10),
            (62, y + 66),
        ]
        spread(kit, arm, sign, ramp.light, ramp.line, attach, (3,))
        claw = [(142, y - 108), (140, y - 132), (150, y - 146), (154, y - 124), (158, y - 104)]
        spread(kit, claw, sign, kit.tones.white.base, ramp.line, attach, (2,), 1.0)


PART: Final = AccessoryStyle(
    Accessory.BAT_WINGS,
    draw=draw,
    words={
        "en": "bat wing, demon wing, devil wing, dragon wing, succubus wing, leathery wing",
        "ja": "悪魔の羽, 悪魔の翼, コウモリの羽, 蝙蝠の翼, ドラゴンの翼, 竜の翼",
        "*": "🦇",
    },
    spots=(Spot.BACK,),
    family=Family.WINGS,
)
