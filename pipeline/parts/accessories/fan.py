"""An open folding fan."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.held import held
from pipeline.drawing.accessories.kit import AccessoryKit, oval
from pipeline.drawing.palette import Ramp, fade
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory

_PLEATS: Final = 9


def draw(kit: AccessoryKit) -> None:
    """An open folding fan."""
    paper, wood = kit.ramp("#d2384a"), Ramp.cloth("#5f4638", kit.tones.look)
    angles = np.radians(np.linspace(22, 158, 2 * _PLEATS + 1))
    with held(kit) as grip:
        for reach, inner, ramp in ((66.0, 4.0, wood), (118.0, 54.0, paper)):
            rim = np.column_stack([np.cos(angles), np.sin(angles)])
            zig = np.where(np.arange(len(angles)) % 2 == 0, 1.0, 0.975)[:, None]
            outline = np.vstack([rim * reach * zig, (rim * inner)[::-1]])
            grip.piece(outline, ramp.base, ramp, tuple(range(len(outline))), 1.1)
            for first in range(0, len(angles) - 1, 2):
                fold = np.vstack(
                    [rim[first : first + 2] * reach * zig[first : first + 2], (rim[first : first + 2] * inner)[::-1]]
                )
                grip.fill(fold, ramp.shade, (0, 1, 2, 3))
        band = np.column_stack([np.cos(angles), np.sin(angles)]) * 106
        grip.stroke(band, 3.0, fade(Ramp.cloth("#e0b53a", kit.tones.look).base, 0.95))
        grip.piece(oval(0, 4, 5, 5, 8), wood.dark, wood, (), 0.8)


PART: Final = AccessoryStyle(
    Accessory.FAN,
    draw=draw,
    words={
        "en": "fan, folding fan, hand fan, paper fan, holding fan, sensu, war fan, holding a fan",
        "ja": "扇子, 扇, うちわ, 団扇, 鉄扇",
        "*": "🪭",
    },
    spots=(Spot.HAND,),
)
