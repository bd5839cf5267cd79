"""Curves made whole and calm: gaps bridged, noise taken out without lag and without flattening what really moved."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

BRIDGE_SECONDS: Final = 0.4
"""A face lost for at most this long is taken to have moved on evenly."""
EASE_SECONDS: Final = 0.5
"""A face lost for longer eases to rest over this time, and back from it."""


def bridge_gaps(values: Floats, seen: npt.NDArray[np.bool_], fps: float) -> Floats:
    """Curves without holes.

    Args:
        values: float64 [T, K], 0 meaning rest; rows that were not seen may hold anything.
        seen: bool [T].
        fps: frames per second.

    Returns:
        float64 [T, K]: short gaps interpolated, long ones eased to 0 and back (raised cosine).
    """
    whole = np.where(seen[:, None], values, 0.0)
    if seen.all() or not seen.any():
        return whole
    edges = np.flatnonzero(np.diff(np.concatenate([[True], seen, [True]]).astype(int)))
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        before = whole[start - 1] if start > 0 else None
        after = whole[end] if end < len(seen) else None
        length = end - start
        if before is not None and after is not None and length <= round(BRIDGE_SECONDS * fps):
            share = (np.arange(1, length + 1) / (length + 1))[:, None]
            whole[start:end] = before * (1 - share) + after * share
            continue
        steps = max(1, round(EASE_SECONDS * fps))
        away = 0.5 * (1 + np.cos(np.pi * np.minimum(np.arange(1, length + 1) / steps, 1)))[:, None]
        if before is not None:
            whole[start:end] += before * away
        if after is not None:
            whole[start:end] += after * away[::-1]
    return whole


def smooth(values: Floats, fps: float, seconds: float = 0.08) -> Floats:
    """Curves [T, K] with their noise taken out, centred (no lag).

    A Wiener filter (Lim, 1990) on the detail that a Gaussian leaves: where the detail is no stronger than the curve's
    own noise it goes, where something moved (a blink) it stays. The noise is estimated from the curve's third
    differences in its calmer half.

    Args:
        values: float64 [T, K].
        fps: frames per second.
        seconds: the Gaussian's standard deviation.
    """
    from scipy.ndimage import gaussian_filter1d, uniform_filter1d

    if len(values) < 5:
        return values.copy()
    sigma = seconds * fps
    base = gaussian_filter1d(values, sigma, axis=0, mode="nearest")
    detail = values - base
    third = np.diff(values, 3, axis=0)
    noise = np.median(np.abs(third), axis=0) / 0.6745 / np.sqrt(20.0)
    power = uniform_filter1d(detail**2, max(3, round(1.5 * sigma) | 1), axis=0, mode="nearest")
    # Twice the noise: the detail must clearly stand out before it is let through.
    kept = np.clip(1 - (2.0 * noise) ** 2 / np.maximum(power, 1e-12), 0, 1)
    return np.asarray(base + kept * detail, np.float64)
