"""A soft round cap, tilted."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.hats import HAT
from pipeline.drawing.accessories.kit import AccessoryKit, flat, oval
from pipeline.drawing.figure import skull
from pipeline.drawing.geometry import SKULL
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Family, Manner, Spot
from pipeline.types.spec import Accessory, Outfit


def draw(kit: AccessoryKit) -> None:
    """A soft round cap, tilted."""
    ramp, pen = kit.tones.gear, kit.pen
    top = [(-112, -62), (-140, -104), (-112, -158), (-30, -190), (62, -178), (126, -132), (124, -86), (104, -58)]
    crown = np.vstack([np.array(top, float), [(60, -84), (0, -92), (-62, -84)]])
    kit.piece(flat(crown, 10), kit.gradient(ramp, -190, -60), ramp.line, attach=HAT, corners=(0, 7), width=1.3)
    shade = np.array(
        [
            (104, -58),
            (124, -86),
            (126, -132),
            (96, -112),
            (40, -98),
            (-20, -104),
            (-80, -92),
            (-112, -62),
            (-62, -84),
            (0, -92),
            (60, -84),
        ],
        float,
    )
    pen.fill(flat(shade, 10), ramp.shade, Layer.HEAD_WEAR, HAT, (0, 7))
    longitudes = np.linspace(-88, 88, 9)
    down = 0.60 + 0.24 * (np.abs(longitudes) / 88) ** 2
    band = np.vstack(
        [skull(longitudes, down + 0.09, kit.hair.out * 1.03), skull(longitudes, down - 0.02, kit.hair.out * 1.05)[::-1]]
    )
    kit.piece(band, ramp.deep, ramp.line, attach=SKULL, corners=(0, 8, 9, 17))
    stem = np.array([(-6, -186), (-2, -204), (8, -202), (4, -184)], float)
    kit.piece(flat(stem, 10), ramp.base, ramp.line, attach=HAT, corners=(0, 3))
    pen.fill(flat(oval(-46, -150, 30, 11, 10), 12), (*ramp.light[:3], 150), Layer.HEAD_WEAR, HAT)


PART: Final = AccessoryStyle(
    Accessory.BERET,
    draw=draw,
    words={
        "en": "beret, artist hat, painter's hat",
        "ja": "ベレー帽, ベレー",
    },
    chance=0.02,
    spots=(Spot.TOP,),
    family=Family.HAT,
    manners=(Manner.CASUAL, Manner.SMART),
    outfits=(Outfit.DRESS,),
    covers_crown=True,
)
