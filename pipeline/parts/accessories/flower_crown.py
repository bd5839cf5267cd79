"""A wreath of flowers."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.figure import skull
from pipeline.drawing.geometry import SKULL
from pipeline.drawing.palette import Ramp
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A wreath of flowers."""
    leaf, pen = Ramp.cloth("#6b9a5c", kit.tones.look), kit.pen
    longitudes = np.linspace(-88, 88, 17)
    down = 0.56 + 0.22 * (np.abs(longitudes) / 88) ** 2
    pen.line(skull(longitudes, down, kit.hair.out * 1.05), 3.2, leaf.line, Layer.HEAD_WEAR, SKULL)
    pen.line(skull(longitudes, down, kit.hair.out * 1.05), 2.2, leaf.base, Layer.HEAD_WEAR, SKULL)
    colours = [kit.spec.accessory_colour] if kit.spec.accessory_colour else ["#f0a9c0", "#f6f3f8", "#f2c93f", "#c4b2ec"]
    for index in (0, 16, 2, 14, 4, 12, 6, 10, 8):
        centre = skull(longitudes[index], down[index], kit.hair.out * 1.07)
        size = 15.0 - 0.05 * abs(longitudes[index])
        for side in (-1, 1):
            blade = centre + np.array(
                [(0, 4, 0), (side * size * 1.1, -5, 0), (side * size * 1.7, 4, 0), (side * size, 9, 0)]
            )
            kit.piece(blade, leaf.base, leaf.line, attach=SKULL, corners=(0, 2), width=0.8)
        ramp = Ramp.cloth(colours[index // 2 % len(colours)], kit.tones.look)
        angle = np.linspace(0, 2 * np.pi, 21)[:-1]
        petal = size * (0.72 + 0.28 * np.cos(5 * angle))
        ring = centre + np.column_stack([petal * np.sin(angle), petal * np.cos(angle), np.full(20, 4.0)])
        kit.piece(ring, ramp.base, ramp.line, attach=SKULL, width=0.9)
        heart = centre + np.array([(-4, 0, 6), (0, -4, 6), (4, 0, 6), (0, 4, 6)])
        pen.fill(
            heart,
            leaf.light if ramp.lch.hue < 110 and ramp.lch.hue > 60 else (242, 201, 90, 255),
            Layer.HEAD_WEAR,
            SKULL,
        )


PART: Final = AccessoryStyle(
    Accessory.FLOWER_CROWN,
    draw=draw,
    words={
        "en": "flower crown, flower wreath, head wreath, laurel crown, floral crown, laurel wreath, wreath, "
        "crown of flowers, garland",
        "ja": "花冠, 花かんむり, 花の冠, 月桂冠",
    },
    spots=(Spot.TOP,),
)
