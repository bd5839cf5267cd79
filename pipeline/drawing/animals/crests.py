"""What stands on a head and does not feel: plates, fins, horns."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.animals.ears import Points, as_seen
from pipeline.drawing.animals.kit import AnimalKit
from pipeline.drawing.geometry import Attach
from pipeline.drawing.palette import Ramp, fade
from pipeline.drawing.pen import Layer, Linear

_STANDS: Final = Attach(turn=0.3)


def spike(kit: AnimalKit, outline: Points, ramp: Ramp) -> None:
    """Something that grows out from behind the crown and ends in a point.

    Args:
        outline: (x, y) of each point as it is seen, design units; begins and ends behind the head, from left to right. Its highest
            point is its sharp tip.
    """
    pen = kit.pen
    shape = as_seen(outline, 1, -6.0)
    tip, last = int(shape[:, 1].argmin()), len(shape) - 1
    foot = (shape[0] + shape[last]) / 2
    axis = pen.axis(tuple(shape[tip]), tuple(foot), _STANDS)
    tone = Linear(((0, ramp.light), (0.5, ramp.base), (1, ramp.shade)), axis)
    whole = pen.fill(shape, tone, Layer.EARS, _STANDS, (0, tip, last))
    with pen.clipped(whole):
        inward = shape[tip + 1 :] + (foot - shape[tip + 1 :]) * 0.45
        far = np.vstack([shape[tip:], inward[::-1]])
        pen.fill(far, fade(ramp.deep, 0.5), Layer.EARS, _STANDS, (0, last - tip))
    pen.line(shape, 1.9, ramp.line, Layer.EARS, _STANDS, (0, tip, last))
