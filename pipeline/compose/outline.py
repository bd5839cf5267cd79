"""The border of a die-cut sticker: white around the figure, with a thin dark line outside."""

from __future__ import annotations

import math
from typing import Final

import numpy as np

from pipeline.types import Frames, Outline, Pixels

SMALL: Final = 160
"""Up to this size in pixels a figure without a background gets its outline by itself: dark hair would be lost on a dark
page there, white hair on a white one."""
_WHITE, _DARK = 3.0 / 128, 1.0 / 128
"""Widths as shares of the picture's size."""
_INK: Final = (43, 36, 54)
_SHARPNESS: Final = 4
"""Distances are measured at this many times the resolution, so that the border's edge is as smooth as the figure's."""


def is_outlined(outline: Outline, size: int, *, on_nothing: bool) -> bool:
    """Whether frames of ``size`` pixels get the border; ``on_nothing``: no background stands behind them."""
    return outline is Outline.WHITE or (outline is Outline.AUTO and size <= SMALL and on_nothing)


def outlined(frames: Frames) -> Frames:
    """Each frame (uint8 [N, H, W, 4], straight alpha) on its border."""
    return np.stack([_outlined(frame) for frame in frames])


def _outlined(frame: Pixels) -> Pixels:
    import cv2

    size = len(frame)
    left, top, width, height = cv2.boundingRect((frame[..., 3] > 0).astype(np.uint8))
    reach = math.ceil((_WHITE + _DARK) * size) + 2
    near = slice(max(0, top - reach), top + height + reach), slice(max(0, left - reach), left + width + reach)
    result = np.zeros_like(frame)
    if width:
        result[near] = _bordered(frame[near], size)
    return result


def _bordered(frame: Pixels, size: int) -> Pixels:
    """What is left of a frame of ``size`` pixels when it is cut to where its border may be, on its border."""
    import cv2

    alpha = frame[..., 3]
    large = cv2.resize(alpha, None, fx=_SHARPNESS, fy=_SHARPNESS, interpolation=cv2.INTER_LINEAR)
    away = cv2.distanceTransform((large < 128).astype(np.uint8), cv2.DIST_L2, 5) / _SHARPNESS
    white, whole = (
        cv2.resize(np.clip(width - away + 0.5, 0, 1), alpha.shape[::-1], interpolation=cv2.INTER_AREA)[..., None]
        for width in (_WHITE * size, (_WHITE + _DARK) * size)
    )
    border = np.array(_INK) + (255.0 - np.array(_INK)) * white
    share = alpha[..., None] / 255
    under = whole * (1 - share)
    cover = share + under
    colour = (frame[..., :3] * share + border * under) / np.maximum(cover, 1e-6)
    return np.asarray(np.rint(np.concatenate([colour, 255 * cover], axis=-1)), np.uint8)
