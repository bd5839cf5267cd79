"""Tears that well up at the lids and roll down the cheeks."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit, oval
from pipeline.drawing.palette import fade
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A bead on each outer lid and one drop below it; the one on the viewer's left has rolled further."""
    figure, pen = kit.figure, kit.pen
    ramp, scale = kit.ramp("#8cc4ec"), figure.eye_scale
    ex, ey = figure.eye
    for sign, roll in ((1, 24.0), (-1, 38.0)):
        x, y = ex + 3 * scale, ey + 24 * scale
        well = oval(x - 4, y - 1, 13 * scale, 5.4, 12)
        run = np.array([(x - 3, y), (x + 4, y), (x + 5, y + roll * 0.6), (x + 1, y + roll)])
        drop = np.array([(x + 2, y + roll - 16), (x + 8, y + roll - 2), (x + 7, y + roll + 6), (x + 2, y + roll + 10), (x - 3, y + roll + 6),
                         (x - 4, y + roll - 2)])  # fmt: skip
        mirror = np.array([sign, 1.0])
        pen.fill(figure.on_face(run * mirror, 3), fade(ramp.base, 0.42), Layer.FACE_WEAR, corners=(0, 1))
        for bead in (well, drop):
            points = figure.on_face(bead * mirror, 4)
            pen.fill(points, fade(ramp.base, 0.82), Layer.FACE_WEAR, corners=(0,) if bead is drop else ())
            pen.line(
                np.vstack([points, points[:1]]), 0.9, ramp.line, Layer.FACE_WEAR, corners=(0,) if bead is drop else ()
            )
        for glint in (oval(x - 8, y - 2.4, 3.4, 1.5, 8), oval(x - 0.6, y + roll + 1, 1.7, 3.4, 8)):
            pen.fill(figure.on_face(glint * mirror, 5), (255, 255, 255, 240), Layer.FACE_WEAR, detail=0.2)


PART: Final = AccessoryStyle(
    Accessory.TEARS,
    draw=draw,
    words={
        "en": "tear, teardrop, teary eye, tears streaming, streaming tears, tears on face, teary eyed, watery eye, "
        "tears in eye, tears in her eye, tears in his eye, tears down face, wiping tears",
        "ja": "涙, 涙目, うるうる, 涙を流す, 涙を流している",
    },
)
