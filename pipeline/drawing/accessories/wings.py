"""Wings behind the shoulders: a frame of bone, and what is spread on it. They belong to the body and beat a little."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit, flat, flipped
from pipeline.drawing.geometry import Attach
from pipeline.drawing.palette import Colour
from pipeline.drawing.pen import Layer, Paint
from pipeline.types.arrays import FloatArray

_DEPTH = -60.0


def sides(kit: AccessoryKit, tip: tuple[float, float]) -> Iterator[tuple[int, Attach]]:
    """-1 and 1 for the viewer's left and right wing, each with what it hangs on; ``tip`` is its end on the right."""
    y = kit.figure.shoulder_y
    for sign in (-1, 1):
        chain = kit.chain((sign * 40, y + 30, _DEPTH), (sign * tip[0], tip[1], _DEPTH), 1.3, damping=0.4, head=0)
        yield sign, Attach(head=0, turn=1.0, chain=chain, give=0.7)


def spread(
    kit: AccessoryKit, points: Sequence[tuple[float, float]] | FloatArray, sign: int, paint: Paint, line: Colour,
    attach: Attach, corners: Sequence[int] = (), width: float = 1.2,
) -> int:  # fmt: skip
    """A piece of a wing, given for the viewer's right, with ink around it."""
    shape = flipped(np.asarray(points, np.float64), sign)
    return kit.piece(flat(shape, _DEPTH), paint, line, Layer.BEHIND, attach, corners, width)


def blade(root: tuple[float, float], tip: tuple[float, float], half: float) -> FloatArray:
    """A feather from root to tip, rounded at its end, [9, 2]."""
    start, end = np.array(root, float), np.array(tip, float)
    along = end - start
    across = np.array([-along[1], along[0]]) / max(1e-6, float(np.hypot(*along))) * half
    run = ((0.0, 0.45), (0.35, 0.95), (0.75, 1.0), (0.93, 0.6))
    left = [start + along * t + across * w for t, w in run]
    right = [start + along * t - across * w for t, w in reversed(run)]
    return np.array([*left, end, *right])
