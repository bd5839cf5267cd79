"""Whether the eyes of an aligned picture are open.

An open drawn eye is a tall patch that is not skin; a closed one is a line.
"""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.types import Frames

_ROWS: Final = slice(128, 172)
_COLUMNS: Final = (slice(222, 248), slice(264, 290))
"""Where the eyes of an aligned picture lie, in its pixels."""
_CHEEKS: Final = (slice(158, 178), slice(236, 276))
"""Where there is skin in nearly every picture: between the eyes and the mouth."""
_NOT_SKIN: Final = 24.0
"""Distance in CIELAB from which on a pixel is not skin."""
_CLOSED: Final = 5.5
"""Pixels: an eye that is less tall is closed. Narrow open eyes begin at 7, closed lids end at 4 where no hair hangs."""


def eyes_are_closed(picture: Frames) -> bool:
    """Whether both eyes of an aligned picture, uint8 [512, 512, 4], are closed; in doubt they are open."""
    return max(eye_openness(picture)) < _CLOSED


def eye_openness(picture: Frames) -> tuple[float, float]:
    """How tall each eye's patch is, viewer's left and right, in pixels, of an aligned picture, uint8 [512, 512, 4]."""
    lab = cv2.cvtColor(picture[..., :3].astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
    skin = np.median(lab[_CHEEKS].reshape(-1, 3), axis=0)
    other = np.linalg.norm(lab - skin, axis=2) > _NOT_SKIN
    left, right = (_tallest(other[_ROWS, columns]) for columns in _COLUMNS)
    return left, right


def _tallest(patch: npt.NDArray[np.bool_]) -> float:
    """The longest run down a column, the mean over the middle half of the columns when sorted by it."""
    runs = np.zeros(patch.shape[1], np.intp)
    longest = np.zeros(patch.shape[1], np.intp)
    for row in patch:
        runs = np.where(row, runs + 1, 0)
        longest = np.maximum(longest, runs)
    return float(np.sort(longest)[len(longest) // 2 :].mean())
