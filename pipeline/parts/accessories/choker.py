"""A dark band round the neck with a small charm."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit, flat, flipped
from pipeline.drawing.body import neck_share
from pipeline.drawing.geometry import Attach
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory, Outfit


def draw(kit: AccessoryKit) -> None:
    """A dark band with a small charm."""
    n, ramp, gear = kit.figure.neck, kit.tones.black, kit.tones.gear
    if kit.spec.accessory_colour:
        ramp = kit.tones.gear
        gear = kit.tones.white
    y = kit.figure.shoulder_y - 40
    half = np.array([(n + 1, y - 6), (n * 0.6, y + 1), (0, y + 4)])
    upper = np.vstack([half, flipped(half, -1)[-2::-1]])
    band = np.vstack([upper, (upper + np.array([0, 9]))[::-1]])
    points, attach = kit.on_neck(band)
    kit.piece(points, ramp.base, ramp.line, Layer.NECK_WEAR, attach, (0, 4, 5, 9), 0.8)
    share = float(neck_share(np.array([y + 10.0]))[0])
    charm = flat([(0, y + 10), (5, y + 16), (0, y + 23), (-5, y + 16)], 36)
    kit.piece(charm, gear.light, gear.line, Layer.NECK_WEAR, Attach(head=share), (0, 1, 2, 3), 0.8)


PART: Final = AccessoryStyle(
    Accessory.CHOKER,
    draw=draw,
    words={
        "en": "choker, neck ribbon, collar choker",
        "ja": "チョーカー, 首輪",
    },
    chance=0.05,
    spots=(Spot.NECK,),
    never=(Outfit.TURTLENECK, Outfit.ARMOUR),
    girlish=True,
)
