"""The last touch on finished pixels: warm light from the upper left, cool air at the lower right, and a soft bloom."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from pipeline.types.arrays import FloatArray
from pipeline.types.frames import Frames
from pipeline.types.spec import Finish

NEUTRAL: Final = 224
"""A factor of light that changes nothing."""
_WARM = np.array([236, 231, 222], np.float32)
_PLAIN = np.array([229, 226, 224], np.float32)
_COOL = np.array([198, 193, 216], np.float32)
"""Factors of red, green, blue over NEUTRAL: at the light, at the face, far from the light."""
_LIGHT_AT = (-150.0, -230.0)


@dataclass(frozen=True)
class Bloom:
    """How light spreads: ``keep`` of the picture, ``add`` of a blurred one, and ``base`` (of 255).

    Attributes:
        smaller, least: the blurred picture is so many times smaller, but not below so many pixels.
        blur, least_blur: the standard deviation: small pixels for a scale of 1 pixel per design unit, and at least.
    """

    keep: float = 0.80
    add: float = 0.28
    base: float = -8.0
    smaller: int = 4
    least: int = 16
    blur: float = 5.0
    least_blur: float = 0.8


BLOOM: Final = Bloom()


def light(x: FloatArray, y: FloatArray, reach: float) -> FloatArray:
    """Factors over NEUTRAL [..., 3] for red, green, blue at places (x, y) [...] in design units."""
    share = np.clip(np.hypot(x - _LIGHT_AT[0], y - _LIGHT_AT[1]) / reach, 0, 1)[..., None]
    near, far = np.clip(share / 0.36, 0, 1), np.clip((share - 0.36) / 0.64, 0, 1)
    colour: FloatArray = _WARM + (_PLAIN - _WARM) * near + (_COOL - _PLAIN) * far
    return colour


class Grade:
    """Grades the frames of one size and framing.

    Args:
        scale: pixels per design unit. shift: pixel (x, y) of the design's origin.
        reach: design units from the light to where it is coolest (see ``Art``).
    """

    def __init__(self, finish: Finish, size: int, scale: float, shift: FloatArray, reach: float) -> None:
        self._finish = finish
        row, column = np.mgrid[0:size, 0:size].astype(np.float32) + 0.5
        x, y = (column - shift[0]) / scale, (row - shift[1]) / scale
        self._gain = np.full((size, size, 4), NEUTRAL, np.uint8)
        self._gain[..., :3] = np.rint(light(x, y, reach))
        self._small = max(BLOOM.least, size // BLOOM.smaller)
        self._blur = max(BLOOM.least_blur, BLOOM.blur * scale)

    def without_bloom(self) -> Grade:
        """The same light, which a part of a picture can have by itself."""
        other = copy(self)
        other._finish = Finish.CEL if self._finish is Finish.SOFT else self._finish
        return other

    def __call__(self, frame: Frames) -> Frames:
        """The graded frame, a new array; alpha stays as it is."""
        if self._finish is Finish.SKETCH:
            return frame.copy()
        graded = cv2.multiply(frame, self._gain, scale=1 / NEUTRAL)
        if self._finish is Finish.SOFT:
            graded = self._bloomed(graded)
        return np.asarray(graded, np.uint8)

    def _bloomed(self, frame: Frames) -> Frames:
        size = len(frame)
        small = cv2.resize(frame, (self._small, self._small), interpolation=cv2.INTER_AREA)
        small = cv2.resize(cv2.GaussianBlur(small, (0, 0), self._blur), (size, size), interpolation=cv2.INTER_LINEAR)
        mixed = cv2.addWeighted(frame, BLOOM.keep, small, BLOOM.add, BLOOM.base)
        mixed[..., 3] = frame[..., 3]
        return np.asarray(mixed, np.uint8)
