"""A flower over the ear."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit, flat, oval
from pipeline.drawing.geometry import Attach
from pipeline.drawing.palette import Ramp
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A flower over the ear, two leaves under it."""
    ramp, pen = kit.tones.gear, kit.pen
    x, y, size = -74.0, -78.0, 30.0
    attach = Attach(turn=0.75)
    leaf = Ramp.cloth("#6fae62")
    for a, b in (((-34, 12), (-52, 34)), ((20, 26), (26, 52))):
        mid = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
        blade = flat(
            np.array([(a[0] * 0.4, a[1] * 0.4), (mid[0] - 8, mid[1] + 2), b, (mid[0] + 8, mid[1] - 2)], float)
            + np.array([x, y]),
            36,
        )
        kit.piece(blade, leaf.base, leaf.line, attach=attach, corners=(0, 2), width=0.9)
    for index in range(5):
        angle = -np.pi / 2 + index * 2 * np.pi / 5 + 0.2
        along, across = np.array([np.cos(angle), np.sin(angle)]), np.array([-np.sin(angle), np.cos(angle)])
        petal = np.array(
            [
                along * u * size + across * v * size
                for u, v in ((0.1, 0), (0.5, 0.46), (0.95, 0.36), (0.86, 0.0), (0.95, -0.36), (0.5, -0.46))
            ]
        ) + np.array([x, y])
        kit.piece(
            flat(petal, 40), ramp.base if index % 2 else ramp.light, ramp.line, attach=attach, corners=(0, 3), width=0.9
        )
        vein = np.array([along * 0.2 * size, along * 0.6 * size]) + np.array([x, y])
        pen.stroke(flat(vein, 40), 0.8, ramp.shade, Layer.HEAD_WEAR, attach, detail=0.2)
    kit.piece(
        flat(oval(x, y, 7, 7, 8), 44), Ramp.cloth("#f6cf5a").base, Ramp.cloth("#f6cf5a").line, attach=attach, width=0.8
    )


PART: Final = AccessoryStyle(
    Accessory.FLOWER,
    draw=draw,
    words={
        "en": "daisy in hair, sunflower in her hair, sunflower in hair, rose in her hair, rose in hair, lily in her hair, daisies in her hair, daisies in hair, flowers in her hair, flowers in hair, "
        "hibiscus, flower, hair flower, flower in hair, flower hair ornament, floral hair ornament, blossom, "
        "hibiscus, rose in hair, rose in her hair",
        "ja": "花, 花飾り, お花, 花の髪飾り",
        "*": "🌸, 🌺, 🌼",
    },
    chance=0.04,
    crowds_head=True,
    girlish=True,
)
