"""Two figures in one picture."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import numpy as np

from pipeline.pixels.alpha import premultiply, unpremultiply
from pipeline.types import FrameBatches, Frames, Pixels


def side_by_side(left: FrameBatches, right: FrameBatches, apart: float) -> Iterator[Frames]:
    """Both figures in each frame, the left one in front, where they touch.

    Args:
        left, right: the figures, each in the middle of frames [N, size, size, 4]; as many frames in all, whatever
            their batches.
        apart: how far their middles lie apart in the end, as a share of the frame.
    """
    others = chain.from_iterable(right)
    for batch in left:
        shift = round(apart * batch.shape[2] / 2)
        pairs = zip(batch, others, strict=False)
        yield np.stack([_over(_moved(frame, -shift), _moved(other, shift)) for frame, other in pairs])


def _moved(frame: Pixels, right: int) -> Pixels:
    """A frame, so many pixels farther to the right (or to the left, below 0); what comes in is transparent."""
    moved = np.zeros_like(frame)
    width = frame.shape[1] - abs(right)
    to, start = max(0, right), max(0, -right)
    moved[:, to : to + width] = frame[:, start : start + width]
    return moved


def _over(front: Pixels, back: Pixels) -> Pixels:
    """One picture with alpha over another one."""
    above, below = premultiply(front), premultiply(back)
    return unpremultiply(above + below * (1 - above[..., 3:] / 255))
