"""Keyframes -> curves that repeat without a seam.

A channel is a list of keys; each key says when, how much, and how the value arrives there from the key before. What
follows the last key is the first one again, one loop later, so every curve is periodic by construction.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from pipeline.types import FloatArray

GRID_RATE: Final = 200
"""Samples per second of the grid that curves live on, finer than any film."""
_ROUNDING_SECONDS: Final = 0.018
"""Standard deviation of the Gaussian that rounds corners off: a face has mass, even in a snap."""


@dataclass(frozen=True)
class Key:
    """``value`` at ``time`` seconds, reached by the easing ``arrive`` from the key before."""

    time: float
    value: float
    arrive: str = "auto"


def _back(u: FloatArray) -> FloatArray:
    """Overshoots by a tenth before it settles (cubic with c = 1.7, Penner's "back")."""
    v = u - 1
    return 1 + 2.7 * v**3 + 1.7 * v**2


EASINGS: Final[dict[str, Callable[[FloatArray], FloatArray]]] = {
    "linear": lambda u: u,
    "in": lambda u: u**3,
    "out": lambda u: 1 - (1 - u) ** 3,
    "in_out": lambda u: u * u * (3 - 2 * u),
    "anticipate": lambda u: 2.7 * u**3 - 1.7 * u**2,
    "back": _back,
}
"""Progress 0..1 -> share of the way, beside "auto": a curve through all keys that rests at highs and lows (PCHIP)."""


def grid_times(seconds: float) -> FloatArray:
    """Times of the grid over one loop, first included, last not."""
    count = round(seconds * GRID_RATE)
    return np.arange(count) * (seconds / count)


def periodic_curve(keys: tuple[Key, ...], seconds: float) -> FloatArray:
    """One loop of a channel on ``grid_times(seconds)``.

    Args:
        keys: at least one, times ascending within [0, seconds).
        seconds: length of the loop.
    """
    # Imported late: a preset's title must not wait for scipy.
    from scipy.interpolate import PchipInterpolator
    from scipy.ndimage import gaussian_filter1d

    at = grid_times(seconds)
    if len(keys) == 1:
        return np.full(len(at), keys[0].value)
    times = np.array([key.time for key in keys])
    values = np.array([key.value for key in keys])
    # Three loops side by side, so that the middle one knows its neighbours.
    around = np.concatenate([times - seconds, times, times + seconds])
    with np.errstate(over="ignore"):  # nearly level keys: their slopes' harmonic mean is 0 all the same
        curve = np.asarray(PchipInterpolator(around, np.tile(values, 3))(at))
    for index, key in enumerate(keys):
        if key.arrive == "auto":
            continue
        before = keys[index - 1]
        start = before.time - (seconds if index == 0 else 0)
        for shift in (0.0, seconds):  # the way to the first key may cross the seam
            inside = (at >= start + shift) & (at < key.time + shift)
            progress = (at[inside] - start - shift) / (key.time - start)
            curve[inside] = before.value + (key.value - before.value) * EASINGS[key.arrive](progress)
    return np.asarray(gaussian_filter1d(curve, _ROUNDING_SECONDS * GRID_RATE, mode="wrap"))


def at_frames(curves: FloatArray, count: int) -> FloatArray:
    """``count`` frames, evenly over the loop, of curves [grid, channels]."""
    grid = len(curves)
    where = np.arange(count) * (grid / count)
    low = where.astype(np.intp)
    share = (where - low)[:, None]
    return np.asarray(curves[low] * (1 - share) + curves[(low + 1) % grid] * share)
