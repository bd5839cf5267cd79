"""A fringed shawl around the shoulders."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.pieces import patch
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A wing over each shoulder, the viewer's left one laid over the other on the chest; tassels along the edges."""
    outfit = OutfitKit(kit.pen, kit.figure, kit.spec, kit.tones)
    n, y, w, ramp = kit.figure.neck, kit.figure.shoulder_y, kit.figure.shoulder, kit.ramp("#a8455a")
    for sign in (1, -1):
        shape = np.array([(n + 2.0, y - 44), (n + 22, y - 40), (w * 0.84, y - 20), (w + 22, y + 16), (w + 30, y + 92), (w + 6, y + 142),
                          (w * 0.50, y + 150), (0, y + 168), (-26, y + 158), (0, y + 66), (n * 0.7, y + 14)], float) * [float(sign), 1.0]  # fmt: skip
        edge = shape[4:9]
        _fringe(kit, outfit, edge)
        cloth = patch(outfit, shape, outfit.cloth(ramp), ramp.line, Layer.NECK_WEAR, (0, 8), 1.3)
        with kit.pen.clipped(cloth):
            rim = edge - np.array([0, 13.0])
            kit.pen.line(outfit.on_body(rim), 5.0, ramp.light, Layer.NECK_WEAR, BODY)
            far = np.array(
                [(w * 0.9, y - 20), (w + 36, y + 10), (w + 40, y + 170), (w * 0.76, y + 170), (w * 0.88, y + 80)]
            )
            if sign > 0:
                kit.pen.fill(outfit.on_body(far), ramp.shade, Layer.NECK_WEAR, BODY, (0, 1, 2, 3))
            for fold in (((n + 16, -30), (w * 0.62, 30), (w * 0.66, 128)), ((n + 8, -24), (w * 0.36, 50), (w * 0.24, 146)),
                         ((n + 2, -8), (12, 70), (-8, 140))):  # fmt: skip
                run = (np.array(fold) + np.array([0, y])) * [sign, 1]
                kit.pen.line(
                    outfit.on_body(run), [0.3, 2.8, 1.2], ramp.shade if sign < 0 else ramp.deep, Layer.NECK_WEAR, BODY
                )
        collar = shape[[10, 9, 8]]
        kit.pen.line(outfit.on_body(collar), [1.4, 3.4, 2.2], ramp.deep, Layer.NECK_WEAR, BODY)


def _fringe(kit: AccessoryKit, outfit: OutfitKit, edge: FloatArray) -> None:
    """Threads that hang from an edge, each a little slanted."""
    ramp = kit.ramp("#a8455a")
    places = np.linspace(0, len(edge) - 1, 26)
    xs, ys = (np.interp(places, np.arange(len(edge)), edge[:, axis]) for axis in (0, 1))
    for index, (x, y) in enumerate(zip(xs, ys, strict=True)):
        slant = (index % 3 - 1) * 1.5
        run = outfit.on_body([(x, y - 4), (x + slant, y + 12), (x + slant * 0.4, y + 23)])
        for width, paint in ((2.7, ramp.line), (1.5, ramp.base)):
            kit.pen.line(run, [width, width, width * 0.5], paint, Layer.NECK_WEAR, BODY, detail=0.1)


PART: Final = AccessoryStyle(
    Accessory.SHAWL,
    draw=draw,
    words={
        "en": "shawl, rebozo, stole, knitted shawl, pashmina, wool shawl, shoulder wrap, fringed shawl, wrap shawl, "
        "feather boa, fur stole",
        "ja": "ショール, 肩掛け, 羽衣",
    },
    spots=(Spot.NECK,),
)
