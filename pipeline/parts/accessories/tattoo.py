"""A tattoo beside the character's right eye and down the neck."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.palette import fade
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A tattoo beside the character's right eye and down the neck."""
    figure, pen = kit.figure, kit.pen
    ink = fade(kit.ramp("#2f3a52").base, 0.88)
    x, y = -figure.eye[0], figure.eye[1]
    for run, half in (
        ([(x - 21, y + 10), (x - 27, y + 22), (x - 20, y + 32), (x - 11, y + 30), (x - 14, y + 23)], 1.7),
        ([(x - 20, y + 32), (x - 12, y + 42), (x - 15, y + 52)], 1.5),
        ([(x - 25, y + 2), (x - 31, y - 8), (x - 29, y - 18)], 1.4),
    ):
        points = figure.on_face(run, 1)
        pen.line(points, np.linspace(half, 0.2, len(run)), ink, Layer.FEATURES)
    neck, chin = figure.neck, figure.chin
    for rise, reach in ((16, 0.9), (28, 1.0), (40, 0.85)):
        points, attach = kit.on_neck(
            [
                (-neck * 0.95, chin + rise - 6),
                (-neck * 0.5, chin + rise + 3),
                (-neck * 0.5 + 12 * reach, chin + rise - 5),
            ]
        )
        pen.line(points, [1.9, 2.0, 0.2], ink, Layer.BODY, attach)


PART: Final = AccessoryStyle(
    Accessory.TATTOO,
    draw=draw,
    words={
        "en": "tattoo, tattooed, tat, tatted, tatted up, face tat, face tats, neck tat, inked, sleeve tattoo, facial tattoo, face tattoo, neck tattoo, tribal tattoo, tattoo on face",
        "ja": "刺青, タトゥー, 入れ墨, 紋章, 紋様, フェイスタトゥー",
    },
)
