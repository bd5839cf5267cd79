"""The body of a mascot: a soft pear with a pale belly, on two short legs."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from pipeline.drawing.animals.head import centred
from pipeline.drawing.animals.kit import AnimalKit
from pipeline.drawing.body import unsmall_body
from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.palette import Colour
from pipeline.drawing.pen import Layer
from pipeline.types.arrays import FloatArray

_SHADOW: Final[Colour] = (88, 36, 92, 46)
_BODY: Final = (
    (0, 140),
    (40, 150),
    (66, 180),
    (84, 226),
    (102, 290),
    (117, 370),
    (119, 440),
    (98, 498),
    (48, 520),
    (0, 522),
)
_BIB: Final = (
    (0, 150), (48, 166), (66, 210), (54, 232), (70, 256), (58, 262), (76, 320), (84, 390), (72, 460), (40, 502), (0, 508),
)  # fmt: skip
_FOOT: Final = ((14, 500), (24, 470), (58, 458), (92, 470), (108, 502), (100, 540), (62, 556), (24, 544))
"""Places as they are seen: x from the middle, y of the aligned picture in design units."""


def draw_plush(kit: OutfitKit, animal: AnimalKit) -> None:
    """Draws body and feet; arms come over it."""
    pen, fur, pale = kit.pen, kit.tones.hair, animal.pale

    def placed(points: npt.ArrayLike) -> FloatArray:
        """Points [n, 2] as they are seen, where the mesh wants them before the body is made small."""
        seen = np.array(points, np.float64)
        return kit.on_body(np.column_stack([seen[:, 0] / 0.95, unsmall_body(seen[:, 1], kit.figure.head_scale)]))

    body = centred(_BODY)
    curve = pen.fill(placed(body), kit.cloth(fur), Layer.OUTFIT, BODY)
    with pen.clipped(curve):
        bib = centred(_BIB)
        pen.fill(placed(bib), pale.base, Layer.OUTFIT, BODY, (2, 3, 4, 5, 15, 16, 17, 18))
        side = [(70, 160), (70, 270), (88, 370), (72, 450), (0, 506), (-40, 600), (160, 600), (160, 160)]
        pen.fill(placed(side), _SHADOW, Layer.OUTFIT, BODY, (0, 5, 6, 7))
    edge = placed(np.vstack([body, body[:1]]))
    pen.line(edge, 1.9, fur.line, Layer.OUTFIT, BODY)
    for sign in (-1, 1):
        foot = np.array(_FOOT) * [sign, 1]
        sole = pen.fill(placed(foot), animal.ear.base, Layer.OUTFIT, BODY)
        with pen.clipped(sole):
            low = np.array([(8, 538), (62, 546), (112, 522), (116, 580), (8, 580)]) * [sign, 1]
            pen.fill(placed(low), _SHADOW, Layer.OUTFIT, BODY, (0, 2, 3, 4))
        pen.line(placed(np.vstack([foot, foot[:1]])), 1.9, animal.ear.line, Layer.OUTFIT, BODY)
        for x in (48, 72):
            toe = np.array([(x, 526), (x - 0.5, 538), (x, 552)]) * [sign, 1]
            pen.line(placed(toe), [0.3, 1.3, 1.5], animal.ear.line, Layer.OUTFIT, BODY)
