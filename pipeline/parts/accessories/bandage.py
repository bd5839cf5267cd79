"""A bandage wound around the brow."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.figure import skull
from pipeline.drawing.geometry import SKULL
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A bandage wound around the brow."""
    white, pen = kit.tones.white, kit.pen
    longitudes = np.linspace(-96, 96, 13)
    for shift, tilt in ((0.0, 0.10), (0.10, -0.08)):
        down = 0.74 + shift + 0.10 * (np.abs(longitudes) / 96) ** 2 + tilt * longitudes / 96
        band = np.vstack(
            [
                skull(longitudes, down + 0.075, kit.hair.out * 1.04),
                skull(longitudes[::-1], (down - 0.075)[::-1], kit.hair.out * 1.05),
            ]
        )
        whole = kit.piece(band, white.base, white.line, attach=SKULL, corners=(0, 12, 13, 25), width=1.1)
        with pen.clipped(whole):
            pen.line(skull(longitudes, down + 0.05, kit.hair.out * 1.045), 2.4, white.shade, Layer.HEAD_WEAR, SKULL)
            for lon in range(-80, 81, 20):
                thread = skull(
                    [lon, lon + 7], np.array([-0.05, 0.05]) + np.interp(lon, longitudes, down), kit.hair.out * 1.05
                )
                pen.line(thread, [0.5, 0.2], white.deep, Layer.HEAD_WEAR, SKULL, detail=0.25)


PART: Final = AccessoryStyle(
    Accessory.BANDAGE,
    draw=draw,
    words={
        "en": "bandage, bandaged, bandaged head, head bandage, bandages, bandage over one eye, bandage on head, "
        "bandaged face, mummy wrap, wrapped in bandages, gauze",
        "ja": "包帯, 頭に包帯, 頭の包帯, 包帯ぐるぐる",
    },
)
