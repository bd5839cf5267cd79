"""Wings of feathers."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit, flat, flipped
from pipeline.drawing.accessories.wings import blade, sides, spread
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Family, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """Wings of feathers."""
    ramp, y = kit.ramp("#f7f5fb"), kit.figure.shoulder_y
    arm = [(40.0, y + 30.0), (96.0, y - 34.0), (160.0, y - 78.0), (226.0, y - 92.0), (282.0, y - 70.0)]
    tips = [(336, y - 64), (350, y - 6), (338, y + 52), (312, y + 100), (278, y + 138), (240, y + 166), (200, y + 184),
            (160, y + 190), (120, y + 184), (84, y + 166)]  # fmt: skip
    for sign, attach in sides(kit, (340, y - 40)):
        for index, tip in enumerate(tips):
            share = 1 - index / (len(tips) - 1)
            root = _along(arm, share)
            spread(kit, blade(root, tip, 19), sign, ramp.base if index % 2 else ramp.shade, ramp.line, attach, (4,))
        for index, tip in enumerate(tips[:-1]):
            share = 1 - (index + 0.5) / (len(tips) - 1)
            x, top = _along(arm, share)
            end = (x + (tip[0] - x) * 0.52, top + (tip[1] - top) * 0.52)
            spread(kit, blade((x, top), end, 16), sign, ramp.light, ramp.line, attach, (4,), 0.9)
        upper = [(28, y + 50), (60, y - 16), (120, y - 74), (190, y - 112), (250, y - 116), (300, y - 84), (304, y - 62),
                 (270, y - 58), (210, y - 66), (150, y - 46), (96, y - 2), (60, y + 52)]  # fmt: skip
        spread(kit, upper, sign, ramp.light, ramp.line, attach, width=1.3)
        for index in range(6):
            x, top = _along(arm, 0.14 + 0.15 * index)
            curl = [(x - 12, top + 4), (x, top + 14), (x + 13, top + 6)]
            kit.pen.stroke(flat(flipped(np.array(curl), sign), -60), 0.9, ramp.deep, Layer.BEHIND, attach, detail=0.15)


def _along(arm: list[tuple[float, float]], share: float) -> tuple[float, float]:
    """A point of the wing's arm, from the shoulder (0) to its end (1)."""
    places = np.linspace(0, 1, len(arm))
    points = np.array(arm)
    return float(np.interp(share, places, points[:, 0])), float(np.interp(share, places, points[:, 1]))


PART: Final = AccessoryStyle(
    Accessory.FEATHERED_WINGS,
    draw=draw,
    words={
        "en": "feathered wing, angel wing, feather wing, bird wing",
        "ja": "天使の羽, 天使の翼",
        "*": "🪽",
    },
    spots=(Spot.BACK,),
    family=Family.WINGS,
    leads=True,
)
