"""What goes around the whole head: hoods, headscarves, veils. The face looks out of an opening."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.figure import SKULL_TOP, SKULL_X, SKULL_Y
from pipeline.drawing.geometry import Attach
from pipeline.drawing.palette import Colour, Ramp
from pipeline.drawing.pen import Layer
from pipeline.types.arrays import FloatArray


def around_head(out: float, half: float = 96.0, count: int = 15) -> FloatArray:
    """The head's outline ``out`` times as large as the skull, ``half`` degrees to both sides of the top, [count, 2],
    from the viewer's left to right.
    """
    angle = np.radians(np.linspace(-half, half, count))
    return np.column_stack([SKULL_X * out * np.sin(angle), SKULL_TOP - SKULL_Y * out * np.cos(angle)])


def cowl(
    kit: AccessoryKit,
    outer: FloatArray,
    inner: FloatArray,
    ramp: Ramp,
    layer: Layer = Layer.HEAD_WEAR,
    paint: Colour | None = None,
) -> int:
    """A horseshoe of cloth from one side over the head to the other.

    Args:
        outer: its outer outline [n, 2], from the viewer's left to right. inner: the edge around the face, likewise.
        paint: instead of the ramp's gradient.
    """
    shape = np.vstack([outer, inner[::-1]])
    depth = np.r_[np.zeros(len(outer)), np.full(len(inner), 34.0)]
    y = shape[:, 1]
    attach = Attach(
        head=np.interp(y, [110, 190], [1.0, 0.0]), turn=np.r_[np.full(len(outer), 0.12), np.full(len(inner), 0.9)]
    )
    corners = (0, len(outer) - 1, len(outer), len(shape) - 1)
    fill = kit.gradient(ramp, -150, 170) if paint is None else paint
    return kit.piece(np.column_stack([shape, depth]), fill, ramp.line, layer, attach, corners, 1.4)


def mirrored_run(right: npt.ArrayLike) -> FloatArray:
    """A run of points from the viewer's left to right, given its right half from the middle (x = 0) outward, [n, 2]."""
    half = np.asarray(right, np.float64)
    return np.vstack([(half[1:] * [-1, 1])[::-1], half])
