"""A knitted cap with a turned-up rim."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.hats import arch
from pipeline.drawing.accessories.kit import AccessoryKit, flat
from pipeline.drawing.figure import skull
from pipeline.drawing.geometry import SKULL, Attach
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Family, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A knitted cap with a turned-up rim."""
    ramp, pen = kit.tones.gear, kit.pen
    top = arch(kit, 12, 92)
    longitudes = np.linspace(92, -92, 11)
    low = skull(longitudes, 0.66 + 0.12 * (np.abs(longitudes) / 92) ** 2, kit.hair.out * 1.06)
    shape = np.vstack([flat(top, 0), low])
    turn = np.r_[np.zeros(15), np.full(11, 0.9)]
    whole = kit.piece(
        shape, kit.gradient(ramp, -160, -40), ramp.line, attach=Attach(turn=turn), corners=(0, 14), width=1.4
    )
    with pen.clipped(whole):
        for lon in range(-78, 79, 13):
            rib = skull(np.linspace(lon * 0.35, lon, 5), np.linspace(0.03, 0.68, 5), kit.hair.out * 1.08)
            pen.line(rib, [0.3, 1.0, 1.2, 1.2, 0.9], ramp.shade, Layer.HEAD_WEAR, SKULL, detail=0.12)
        side = np.vstack([top[9:], (top[9:] * [0.66, 0.9])[::-1]])
        pen.fill(flat(side, 4), ramp.shade, Layer.HEAD_WEAR, Attach(turn=0.2), (0, 5, 6))
    rim = np.vstack([
        skull(longitudes, 0.80 + 0.14 * (np.abs(longitudes) / 92) ** 2, kit.hair.out * 1.07),
        skull(longitudes[::-1], 0.58 + 0.12 * (np.abs(longitudes) / 92) ** 2, kit.hair.out * 1.10),
    ])  # fmt: skip
    band = kit.piece(rim, ramp.base, ramp.line, attach=SKULL, corners=(0, 10, 11, 21), width=1.3)
    with pen.clipped(band):
        for lon in range(-90, 91, 8):
            knit = skull([lon, lon], [0.56, 0.98], kit.hair.out * 1.09)
            pen.line(knit, [1.3, 0.8], ramp.shade, Layer.HEAD_WEAR, SKULL, detail=0.12)


PART: Final = AccessoryStyle(
    Accessory.BEANIE,
    draw=draw,
    words={
        "en": "beanie, knit cap, knitted cap, wool hat, knit hat, winter hat, bobble hat, toque, woolly hat, pom pom hat, ushanka, fur hat, cossack hat",
        "ja": "ニット帽, ビーニー, ニットキャップ, 毛糸の帽子",
    },
    spots=(Spot.TOP,),
    family=Family.HAT,
    covers_crown=True,
)
