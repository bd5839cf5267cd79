"""A monocle before one eye, on a chain."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.glasses import lens
from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.geometry import HEAD, Attach
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory

_OUT: Final = 10.0


def draw(kit: AccessoryKit) -> None:
    """One round lens before the viewer's right eye, and a chain that hangs from it past the cheek."""
    ramp, pen, figure = kit.ramp("#d9a93a"), kit.pen, kit.figure
    ring = lens(kit, 33, 33)
    shape = figure.on_face(ring, _OUT)
    pane = pen.fill(shape, (226, 238, 248, 34), Layer.FACE_WEAR, HEAD)
    x, y = figure.eye
    with pen.clipped(pane):
        for left, wide in ((-12.0, 7.0), (4.0, 3.0)):
            bar = np.array(
                [(x + left, y + 34), (x + left + 22, y - 34), (x + left + 22 + wide, y - 34), (x + left + wide, y + 34)]
            )
            pen.fill(figure.on_face(bar, _OUT), (255, 255, 255, 46), Layer.FACE_WEAR, HEAD, (0, 1, 2, 3), detail=0.15)
    rim = np.vstack([shape, shape[:1]])
    for width, paint in ((3.4, ramp.line), (2.4, ramp.base), (0.9, ramp.shine)):
        pen.line(rim, width, paint, Layer.FACE_WEAR, HEAD)
    edge = float(ring[:, 0].max())
    chain = np.array([(edge - 4, y + 16), (edge + 4, y + 40), (edge + 2, y + 66), (edge - 10, y + 92)])
    root = figure.on_face(chain[:1], _OUT)[0]
    swing = kit.chain(root, (float(chain[-1, 0]), float(chain[-1, 1]), float(root[2])), 2.2, hang=0.4)
    hang = np.column_stack([chain, np.linspace(root[2], 20, len(chain))])
    attach = Attach(chain=swing)
    for width, paint in ((1.7, ramp.line), (0.9, ramp.light)):
        pen.line(hang, width, paint, Layer.FACE_WEAR, attach)


PART: Final = AccessoryStyle(
    Accessory.MONOCLE,
    draw=draw,
    words={
        "en": "monocle, single eyeglass",
        "ja": "モノクル, 片眼鏡",
        "*": "🧐",
    },
    spots=(Spot.EYES,),
)
