"""A baseball cap that is worn back to front: its peak is behind, hair shows under the strap."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.accessories.peaks import cap_crown, cap_edge
from pipeline.drawing.figure import skull
from pipeline.drawing.geometry import SKULL
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Family, Spot
from pipeline.types.spec import Accessory, HairBack


def draw(kit: AccessoryKit) -> None:
    """The crown, the arched gap over the forehead filled with hair, and the strap with its buckle."""
    bare = kit.spec.hair_back is HairBack.BALD
    ramp, pen, hair = kit.tones.gear, kit.pen, kit.tones.skin if bare else kit.hair.tones.hair
    cap_crown(kit, ramp)
    longitudes = np.linspace(-30, 30, 9)
    low = cap_edge(kit, longitudes, -0.06)
    high = skull(longitudes, 0.63 - 0.21 * np.cos(np.radians(longitudes * 3)), kit.hair.out * 1.06)
    gap = np.vstack([low, high[::-1]])
    inside = kit.piece(gap, hair.base, ramp.line, attach=SKULL, corners=(0, 8, 9, 17), width=1.2)
    with pen.clipped(inside):
        pen.line(high, 5.0, hair.dark, Layer.HEAD_WEAR, SKULL)
        for lon in () if bare else (-18, -4, 11, 22):
            lock = skull([lon * 0.7, lon], [0.36, 0.74], kit.hair.out * 1.07)
            pen.line(lock, [2.4, 0.6], hair.shade, Layer.HEAD_WEAR, SKULL)
    strap = np.vstack([cap_edge(kit, longitudes, -0.075), cap_edge(kit, longitudes[::-1], -0.005)])
    kit.piece(strap, ramp.shade, ramp.line, attach=SKULL, corners=(0, 8, 9, 17), width=1.1)
    for lon in (-12, -4, 4, 12):
        hole = skull([lon] * 2, [0.645, 0.665], kit.hair.out * 1.08)
        pen.line(hole, [1.3, 1.3], ramp.dark, Layer.HEAD_WEAR, SKULL, detail=0.2)


PART: Final = AccessoryStyle(
    Accessory.BACKWARD_CAP,
    draw=draw,
    words={
        "en": "backwards cap, backward cap, cap backwards, hat backwards, backwards hat, cap turned backwards, "
        "backwards baseball cap, cap on backwards, cap worn backwards, baseball cap backwards, snapback backwards, "
        "backwards snapback, reverse cap, cap backward",
        "ja": "後ろ向きの帽子, 帽子後ろ向き, 後ろ向き帽子, 逆さキャップ, 後ろ被りキャップ, 後ろ向きキャップ, "
        "キャップを後ろ, 逆かぶりの帽子, キャップ後ろ被り",
    },
    chance=1e-6,  # only who asks for it
    spots=(Spot.TOP,),
    family=Family.HAT,
    covers_crown=True,
)
