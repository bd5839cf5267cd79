"""Another size without dark or light fringes."""

from __future__ import annotations

from pipeline.encode.spool import HAZE, Frame
from pipeline.pixels.alpha import premultiply, unpremultiply


def resize(frame: Frame, size: int) -> Frame:
    """The picture (uint8 [H, W, 4], straight alpha) at ``size`` x ``size`` pixels.

    Colours are weighted by alpha, because the colour of a transparent pixel means nothing.
    """
    import cv2

    if frame.shape[:2] == (size, size):
        return frame
    shrinks = size < frame.shape[0]
    method = cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR
    resized = cv2.resize(premultiply(frame), (size, size), interpolation=method)
    resized[resized[..., 3] < HAZE] = 0
    return unpremultiply(resized)


def scaled(size: int, scale: float) -> int:
    """A share of ``size`` in whole pixels; 128 becomes 112, 96, 80, 64 ..."""
    return max(1, round(size * scale))
