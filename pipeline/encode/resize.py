"""Another size without dark or light fringes."""

from __future__ import annotations

import numpy as np

from pipeline.encode.spool import HAZE, Frame


def resize(frame: Frame, size: int) -> Frame:
    """The picture (uint8 [H, W, 4], straight alpha) at ``size`` x ``size`` pixels.

    Colours are weighted by alpha, because the colour of a transparent pixel means nothing.
    """
    import cv2

    if frame.shape[:2] == (size, size):
        return frame
    alpha = frame[..., 3:].astype(np.float32)
    weighted = np.concatenate([frame[..., :3] * (alpha / 255), alpha], axis=-1)
    shrinks = size < frame.shape[0]
    small = cv2.resize(weighted, (size, size), interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR)
    small[..., :3] *= 255 / np.maximum(small[..., 3:], 1)
    small[small[..., 3] < HAZE] = 0
    return np.asarray(np.rint(small).clip(0, 255), np.uint8)


def scaled(size: int, scale: float) -> int:
    """A share of ``size`` in whole pixels; 128 becomes 112, 96, 80, 64 ..."""
    return max(1, round(size * scale))
