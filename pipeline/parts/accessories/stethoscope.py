"""A stethoscope around the neck."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit, oval
from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.pieces import patch
from pipeline.drawing.palette import Ramp
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """Its tube over both shoulders, one end with the bell, the other with the ear pieces."""
    outfit = OutfitKit(kit.pen, kit.figure, kit.spec, kit.tones)
    ramp, steel = kit.ramp("#3d4658"), Ramp.cloth("#cfd3e0", kit.tones.look)
    n, y, pen = kit.figure.neck, kit.figure.shoulder_y, kit.pen
    left = np.array([(-n - 6, y - 40), (-n - 22, y - 4), (-40, y + 70), (-34, y + 128)])
    right = np.array([(n + 6, y - 40), (n + 22, y - 4), (44, y + 66), (42, y + 108)])
    forks = (
        np.array([(42, y + 104), (30, y + 128), (28, y + 156)]),
        np.array([(42, y + 104), (54, y + 128), (57, y + 154)]),
    )
    for width, paint in ((4.4, ramp.line), (3.2, ramp.base), (1.0, ramp.light)):
        for run in (left, right):
            pen.line(outfit.on_body(run), width, paint, Layer.NECK_WEAR, BODY)
    for fork in forks:
        for width, paint in ((3.0, steel.line), (2.0, steel.base)):
            pen.line(outfit.on_body(fork), width, paint, Layer.NECK_WEAR, BODY)
        patch(
            outfit,
            oval(float(fork[-1, 0]), float(fork[-1, 1]), 4.4, 5.6, 10),
            ramp.base,
            ramp.line,
            Layer.NECK_WEAR,
            (),
            0.8,
        )
    patch(outfit, oval(-34, y + 140, 14, 14, 14), steel.base, steel.line, Layer.NECK_WEAR, (), 1.1)
    patch(outfit, oval(-34, y + 140, 8.5, 8.5, 12), steel.light, steel.deep, Layer.NECK_WEAR, (), 0.8)


PART: Final = AccessoryStyle(
    Accessory.STETHOSCOPE,
    draw=draw,
    words={
        "en": "stethoscope",
        "ja": "聴診器",
        "*": "🩺",
    },
)
