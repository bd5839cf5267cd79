"""What Talking Head Anime paints far from the figure is no part of it.

Where much of a picture is empty, the networks leave small dark spots in its corners, other ones in every pose. A frame
with them looks dirty, and a student that learnt them would spend on empty corners what its figure lacks.
"""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np

from pipeline.types import Frames
from pipeline.types.arrays import BoolArray

_VISIBLE: Final = 5
"""Alpha from which on a pixel belongs to the figure."""
_REACH: Final = 32
"""Pixels of 512 that a piece of the figure may move away from where it is at rest, and still be told from a spot."""
_RIM: Final = 3
"""Pixels around the figure that are left as they are: its faint edge."""


def is_visible(pictures: Frames) -> BoolArray:
    """Where the figure is in pictures [..., 4]."""
    visible: BoolArray = pictures[..., 3] > _VISIBLE
    return visible


class Surroundings:
    """Where the figure of a picture may come as it moves: within 32 px of where it is at rest.

    Args:
        picture: aligned and at rest, uint8 [512, 512, 4].
    """

    def __init__(self, picture: Frames) -> None:
        self._near = _grown(is_visible(picture), _REACH)

    def without_spots(self, frames: Frames) -> Frames:
        """Frames of the whole picture, uint8 [N, S, S, 4], empty wherever a piece is that comes not near the figure."""
        size = frames.shape[1]
        near = cv2.resize(self._near.astype(np.uint8), (size, size), interpolation=cv2.INTER_AREA) > 0
        far = ~near
        cleaned = frames.copy()
        for frame in cleaned:
            if not frame[..., 3][far].any():
                continue
            count, labels = cv2.connectedComponents(is_visible(frame).astype(np.uint8))
            own = np.zeros(count, np.bool_)
            own[labels[near]] = True
            own[0] = False
            frame[far & ~_grown(own[labels], _RIM)] = 0
        return cleaned


def _grown(mask: BoolArray, reach: int) -> BoolArray:
    side = 2 * reach + 1
    grown: BoolArray = cv2.dilate(mask.astype(np.uint8), np.ones((side, side), np.uint8)) > 0
    return grown
