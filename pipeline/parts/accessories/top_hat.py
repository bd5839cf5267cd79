"""A tall stiff hat with a band."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.hats import HAT
from pipeline.drawing.accessories.kit import AccessoryKit, flat, oval
from pipeline.drawing.geometry import Attach
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Family, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A tall stiff hat with a band."""
    ramp, pen = kit.ramp("#33313c"), kit.pen
    accent = kit.tones.accent
    kit.piece(flat(oval(0, -104, 132, 24, 16), -30), ramp.deep, ramp.line, Layer.BEHIND, Attach(turn=0.2), width=1.3)
    crown = np.array(
        [(-84, -104), (-92, -180), (-98, -244), (0, -256), (98, -244), (92, -180), (84, -104), (0, -90)], float
    )
    whole = kit.piece(
        flat(crown, 8), kit.gradient(ramp, -250, -90, HAT), ramp.line, attach=HAT, corners=(0, 2, 4, 6), width=1.4
    )
    with pen.clipped(whole):
        shade = np.array([(90, -96), (98, -180), (100, -250), (56, -252), (54, -180), (48, -92)], float)
        pen.fill(flat(shade, 8), ramp.shade, Layer.HEAD_WEAR, HAT, (0, 2, 3, 5))
        gleam = np.array([(-70, -236), (-58, -238), (-54, -130), (-66, -130)], float)
        pen.fill(flat(gleam, 8), ramp.light, Layer.HEAD_WEAR, HAT, (0, 1, 2, 3))
    kit.piece(flat(oval(0, -250, 98, 12, 16), 8), ramp.light, ramp.line, attach=HAT, width=1.2)
    band = np.array([(-86, -112), (-89, -142), (0, -130), (89, -142), (86, -112), (0, -98)], float)
    kit.piece(flat(band, 10), accent.base, accent.line, attach=HAT, corners=(0, 1, 3, 4), width=1.0)
    brim = np.array(
        [(-138, -114), (-84, -104), (0, -98), (84, -104), (138, -114), (122, -84), (0, -68), (-122, -84)], float
    )
    kit.piece(
        flat(brim, 40), kit.gradient(ramp, -114, -68), ramp.line, attach=Attach(turn=0.45), corners=(0, 4), width=1.4
    )


PART: Final = AccessoryStyle(
    Accessory.TOP_HAT,
    draw=draw,
    words={
        "en": "top hat, tophat, silk hat, magician hat, mini top hat",
        "ja": "シルクハット, ミニハット",
    },
    spots=(Spot.TOP,),
    family=Family.HAT,
    covers_crown=True,
)
