"""Dark rings under tired eyes."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.palette import fade, mix
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle
from pipeline.types.spec import Accessory

_BRUISE: Final = (96, 62, 110, 255)


def draw(kit: AccessoryKit) -> None:
    """A crescent below each eye, darkest at the inner corner, and a crease."""
    figure, pen, skin = kit.figure, kit.pen, kit.tones.skin
    tint = mix(skin.deep, _BRUISE, 0.45)
    ex, ey = figure.eye
    s = figure.eye_scale
    for sign in (-1, 1):
        ring = (
            np.array([(-27, 13), (-16, 23), (2, 27), (18, 23), (27, 14), (19, 26), (3, 33), (-15, 29), (-26, 20)]) * s
        )
        crease = np.array([(-24, 23), (-13, 31), (3, 34), (15, 30)]) * s
        at = np.array([ex, ey])
        pen.fill(figure.on_face((ring + at) * [sign, 1], 1), fade(tint, 0.36), Layer.FEATURES, corners=(0, 4))
        pen.line(figure.on_face((crease + at) * [sign, 1], 1), [0.2, 1.3, 1.2, 0.1], fade(tint, 0.75), Layer.FEATURES)


PART: Final = AccessoryStyle(
    Accessory.EYE_BAGS,
    draw=draw,
    words={
        "en": "dark circle, eye bag, bags under eye, bag under eye, eyebag, dark circles under eye, "
        "bags under her eye, "
        "bags under his eye, circles under eye, shadows under eye, tired eye bag, ring under eye, dark eye circle, "
        "sleep deprived, hasn't slept, haven't slept, hasnt slept, havent slept, didn't sleep, no sleep, "
        "needs sleep, needs a nap, "
        "lack of sleep, sleepless, insomniac, insomnia",
        "ja": "クマすごい, クマがすごい, 目のクマ, 目の下にクマ, クマのある目, 隈, 目の下のクマ, クマ目, 隈, 目の隈, 目の下に隈, 目の下にクマ, 目の下にくま, 目の下のくま, 寝不足, 目にクマ, 目のクマ, 隈のある, 徹夜明け",
    },
)
