"""A bushy tail with a pale tip."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.accessories.tails import Tail, tail_ramp
from pipeline.parts.records import AccessoryStyle, Family, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A bushy tail with a pale tip."""
    tail = Tail(kit, (14, 30, 46, 54, 52, 40, 4))
    ramp = tail_ramp(kit)
    tail.draw(ramp, kit.tones.white.base, 0.32)
    for at, share in ((3, 0.2), (5, -0.3), (7, 0.35), (9, -0.1), (11, 0.4), (12, -0.4)):
        start = tail.path[at] + tail.across[at] * tail.half[at] * share
        run = np.array([start, start + tail.along[at] * 18 + tail.across[at] * 3, start + tail.along[at] * 34])
        tail.line(run, 1.4, ramp.deep, 0.15)


PART: Final = AccessoryStyle(
    Accessory.FOX_TAIL,
    draw=draw,
    words={
        "en": "fox tail, wolf tail, fluffy tail, bushy tail, kitsune tail, dog tail, big tail",
        "ja": "狐のしっぽ, 狐の尻尾, キツネのしっぽ, 狐尻尾, 狐しっぽ, 狼のしっぽ, 狼の尻尾, 犬のしっぽ, 犬の尻尾, "
        "ふさふさしっぽ, もふもふしっぽ",
    },
    spots=(Spot.TAIL,),
    family=Family.TAIL,
)
