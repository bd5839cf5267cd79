"""A heavy tail with scales and a row of spikes."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.accessories.tails import Tail, tail_ramp
from pipeline.parts.records import AccessoryStyle, Family, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A heavy tail with scales and a row of spikes."""
    tail = Tail(kit, (40, 40, 34, 26, 19, 12, 2))
    ramp = tail_ramp(kit, "" if kit.tones.hair.lch.chroma > 0.06 else "#5b7a55")
    for at in range(2, 16, 2):
        root, along, across = tail.path[at] + tail.across[at] * tail.half[at] * 0.7, tail.along[at], tail.across[at]
        high = 8 + tail.half[at] * 0.55
        spike = np.array([root - along * high * 0.7, root + across * high + along * 3, root + along * high * 0.7])
        tail.piece(spike, ramp.deep, ramp.line, (0, 1, 2), 1.0)
    whole = tail.draw(ramp)
    with kit.pen.clipped(whole):
        for at in range(1, 16):
            belly = np.array([tail.edge(-1.0)[at], tail.path[at] + tail.along[at] * 7, tail.edge(0.2)[at]])
            tail.line(belly, 1.2, ramp.deep, 0.12)


PART: Final = AccessoryStyle(
    Accessory.DRAGON_TAIL,
    draw=draw,
    words={
        "en": "dragon tail, lizard tail, reptile tail, crocodile tail, scaly tail, dinosaur tail",
        "ja": "竜のしっぽ, 竜の尻尾, ドラゴンのしっぽ, ドラゴンの尻尾, ドラゴン尻尾, 竜の尾",
    },
    spots=(Spot.TAIL,),
    family=Family.TAIL,
)
