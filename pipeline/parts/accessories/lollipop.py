"""A swirled lollipop."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.held import held
from pipeline.drawing.accessories.kit import AccessoryKit, oval
from pipeline.drawing.palette import fade
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A swirled lollipop."""
    ramp = kit.ramp("#f08ab0")
    white = kit.tones.white
    with held(kit) as grip:
        grip.piece([(-2.6, -34), (2.6, -34), (2.6, 60), (-2.6, 60)], white.base, white, (0, 1, 2, 3), 0.9)
        grip.piece(oval(0, 94, 40, 40, 16), ramp.base, ramp, (), 1.2)
        turns = np.linspace(0.4, 4.6 * np.pi, 44)
        swirl = np.column_stack([np.cos(turns), np.sin(turns)]) * (turns * 2.55)[:, None] + [0, 94]
        grip.stroke(swirl, np.linspace(2.0, 5.2, len(swirl)), white.base)
        grip.fill([(22, 124), (38, 104), (38, 84), (24, 62), (31, 92)], fade(ramp.deep, 0.4), (0, 3))
        grip.fill(oval(-14, 112, 8, 5, 8), fade(white.light, 0.85))


PART: Final = AccessoryStyle(
    Accessory.LOLLIPOP,
    draw=draw,
    words={
        "en": "lollipop, candy, lolipop, sucker candy, holding lollipop, candy cane, candy apple, cotton candy",
        "ja": "キャンディ, 飴, ペロペロキャンディ, キャンディー, りんご飴, 綿あめ",
        "*": "🍭, 🍬",
    },
    spots=(Spot.HAND,),
)
