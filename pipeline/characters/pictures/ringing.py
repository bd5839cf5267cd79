"""What a JPEG does to the surroundings of edges, and how it is undone as far as a cut-out needs it.

It keeps brightness by blocks of 8 pixels and colour by blocks of 16: beside an edge flat colours ripple, and a
saturated background's colour bleeds some pixels into the figure.
"""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
from scipy import ndimage

from pipeline.types import BoolArray, Float32Array, Pixels

_RINGING: Final = 0.25
"""Levels by which the background differs more near a figure than far from it, where a JPEG's blocks ring."""
_GAINED: Final = 0.35
"""Pixels of background that smoothing brings to light, for each along its outline: without ripples up to .23, in a
JPEG of quality 75 or less from .6 on."""
_RIPPLE: Final = 40.0
"""Levels: what differs by much more is an edge and no ripple. Four pixels from an edge and farther 99.5 % of a
background's pixels are off by up to 24 levels as they are and by up to 10 smoothed, in a JPEG of quality 60."""
_REACH: Final = 4.0
"""Pixels within which ripples are averaged, as a standard deviation; a block has 8."""
_BLEED: Final = 6
"""Pixels that colour bleeds into the figure."""
_VIVID: Final = 60.0
"""Levels that a background is away from grey, from which on its bleeding shows more than taking it away might."""


def rings(distance: Float32Array, outside: BoolArray, band: int) -> bool:
    """Whether the background is less even near the figure than far from it, as a JPEG's is.

    Args:
        distance: of each pixel from the background, in levels, [H, W].
        outside: which pixels are background.
        band: pixels of an edge.
    """
    far = ndimage.distance_transform_edt(outside)
    near = outside & (far > band) & (far <= 3 * band)
    rest = outside & (far > 6 * band)
    if not near.any() or not rest.any():
        return True
    return bool(distance[near].mean() > distance[rest].mean() + _RINGING)


def gains(outside: BoolArray, smoothed_outside: BoolArray) -> bool:
    """Whether much more background is found, bool [H, W], when the picture is smoothed: ripples higher than what is
    taken for background cut it to pieces, which ``rings`` does not see.
    """
    outline = smoothed_outside & ndimage.binary_dilation(~smoothed_outside)
    return bool((smoothed_outside & ~outside).sum() > _GAINED * outline.sum())


def smoothed(picture: Pixels) -> Float32Array:
    """An RGB picture [H, W, 3] without ripples; its edges stay where they are."""
    return np.asarray(cv2.bilateralFilter(np.ascontiguousarray(picture), 9, _RIPPLE, _REACH), np.float32)


def without_bleeding(pixels: Float32Array, inside: BoolArray, background: Float32Array) -> Float32Array:
    """Colours [H, W, 3] without what bled into them: near its edge, the figure has no more of the background's hue than
    a little farther inside; brightness stays.

    Args:
        inside: the figure's pixels, bool [H, W].
        background: its colours, [H, W, 3].
    """
    if not is_vivid(background):
        return pixels
    hue = _hue(background)
    hue /= np.linalg.norm(hue)
    share = (pixels - _brightness(pixels)[..., None]) @ hue
    deep = ndimage.binary_erosion(inside, iterations=_BLEED)
    if not deep.any():
        return pixels
    nearest = ndimage.distance_transform_edt(~deep, return_distances=False, return_indices=True)
    most = cv2.dilate(np.where(deep, share, share[nearest[0], nearest[1]]), np.ones((9, 9), np.uint8))
    excess = np.where(deep, 0, np.maximum(share - np.maximum(most, 0), 0))
    return np.asarray(np.clip(pixels - excess[..., None] * hue, 0, 255), np.float32)


def is_vivid(background: Float32Array) -> bool:
    """Whether a background's colours, [H, W, 3], are as saturated as a green screen's."""
    return bool(np.linalg.norm(_hue(background)) > _VIVID)


def _hue(background: Float32Array) -> Float32Array:
    """The background's colour without its brightness, [3]."""
    level = background.mean(axis=(0, 1))
    return np.asarray(level - _brightness(level), np.float32)


def _brightness(colours: Float32Array) -> Float32Array:
    """As JPEG reckons it (ITU-R BT.601)."""
    return np.asarray(colours @ np.array([0.299, 0.587, 0.114], np.float32), np.float32)
