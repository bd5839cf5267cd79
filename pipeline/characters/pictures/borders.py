"""A figure that its picture's border cuts off ends softly, not in a straight line across the aligned picture."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.characters.pictures.align import Head, transform_to
from pipeline.types import Float32Array, Frames
from pipeline.types.frames import PICTURE_SIZE

_REACH: Final = 0.16
"""How far a cut fades, as a share of the head's side."""
_LEAST_CUT: Final = 0.1
"""Length of a cut that shows, as a share of the head's side; hair may touch a border."""
_SOLID: Final = 128


def soften_cuts(figure: Frames, head: Head) -> Frames:
    """The figure, uint8 [H, W, 4] with straight alpha, faded towards each border that cuts it off within the aligned
    picture. A border that lies outside of that, as a body's lower end mostly does, stays as it is.
    """
    height, width = figure.shape[:2]
    shares = np.ones((height, width), np.float32)
    for axis, last in ((0, False), (0, True), (1, False), (1, True)):
        if _cuts(figure, head, axis, last):
            ramp = _ramp(figure.shape[axis], _REACH * head.side)
            ramp = ramp[::-1] if last else ramp
            shares *= ramp[:, None] if axis == 0 else ramp
    if shares.min() == 1:
        return figure
    alpha = np.rint(figure[..., 3] * shares).astype(np.uint8)
    return np.dstack([figure[..., :3], alpha])


def _cuts(figure: Frames, head: Head, axis: int, last: bool) -> bool:
    """Whether solid pixels lie at the first (or last) row (or column), and will be seen."""
    line = np.take(figure[..., 3], -1 if last else 0, axis=axis)
    along = np.flatnonzero(line > _SOLID)
    across = np.full(len(along), figure.shape[axis] if last else 0)
    places = np.stack([across, along] if axis == 1 else [along, across], axis=1)
    matrix = transform_to(head)
    seen = places @ matrix[:, :2].T + matrix[:, 2]
    inside = ((seen > 1) & (seen < PICTURE_SIZE - 1)).all(1)
    return bool(inside.sum() > _LEAST_CUT * head.side)


def _ramp(count: int, reach: float) -> Float32Array:
    """0 at the border to 1 at ``reach`` pixels from it, without a corner at either end (Hermite's 3 t² - 2 t³)."""
    t = np.clip((np.arange(count) + 0.5) / max(reach, 1.0), 0, 1)
    return np.asarray(t * t * (3 - 2 * t), np.float32)
