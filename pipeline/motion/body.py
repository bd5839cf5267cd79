"""Shoulders -> body_y and body_z: how the upper body turns and leans."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from pipeline.motion.trackers.body import LOOK_SECONDS, BodyLook
from pipeline.types import BoolArray, FloatArray

_CALM_SECONDS: Final = 0.25
"""Standard deviation of the Gaussian over the looks."""
_TURN_TRUST: Final = 0.35
"""The model guesses the depth of shoulders: only this share of the turn that follows from it is believed."""
_WIDEST_PERCENTILE: Final = 90
"""Shoulders this wide, among all looks, face the camera."""
_TURN_LIMIT: Final = 8.0
"""Degrees. People who film their face hardly turn their shoulders; more is a mistake of the model (a hand, a cropped
chest)."""
_LEAN_SHARE: Final = 0.5
"""How much of a head that moves sideways over the shoulders is the body's lean."""
_LEAST_LOOKS: Final = 0.5
"""The share of looks that must show shoulders; with fewer, none are believed."""


def body_degrees(
    looks: Sequence[BodyLook], seconds: FloatArray, head: FloatArray, seen: BoolArray
) -> FloatArray | None:
    """The body's turn and tilt at each frame, float64 [T, 2] in degrees relative to the clip's own middle.

    Both are + to the viewer's left, in the picture as it is.

    Args:
        looks: what was seen of the shoulders.
        seconds: float64 [T], the frames' times.
        head: float64 [T, 2], the head's middle in pixels (only rows where ``seen``).
        seen: bool [T].

    Returns:
        None where the shoulders are hardly seen.
    """
    from scipy.ndimage import gaussian_filter1d

    if not seen.any():
        return None
    # Where no face is seen, what looks like shoulders may be anything.
    looks = [look for look in looks if seen[min(int(np.searchsorted(seconds, look.seconds)), len(seen) - 1)]]
    with_shoulders = [look for look in looks if look.shoulders is not None]
    if len(with_shoulders) < max(2, _LEAST_LOOKS * len(looks)):
        return None
    at = np.array([look.seconds for look in with_shoulders])
    left, right = np.array([look.shoulders for look in with_shoulders], np.float64).transpose(1, 0, 2)
    across = left - right
    width = np.maximum(np.linalg.norm(across[:, :2], axis=1), 1e-6)
    tilt = np.degrees(np.arctan2(-across[:, 1], np.abs(across[:, 0]) + 1e-6))
    turn = np.degrees(np.arctan2(-across[:, 2], np.abs(across[:, 0]) + 1e-6))
    # Shoulders that turn look narrower: those that are as wide as ever have not turned, whatever their depth.
    narrowed = np.degrees(np.arccos(np.clip(width / np.percentile(width, _WIDEST_PERCENTILE), 0, 1)))
    turn = _TURN_TRUST * np.sign(turn) * np.minimum(np.abs(turn), narrowed)
    x, y = (np.interp(at, seconds[seen], head[seen, axis]) for axis in (0, 1))
    middle = (left + right) / 2
    above = np.maximum(middle[:, 1] - y, 0.3 * width)
    lean = np.degrees(np.arctan2(middle[:, 0] - x, above))
    degrees = np.stack([turn, tilt + _LEAN_SHARE * (lean - np.median(lean))], axis=1)
    degrees -= np.median(degrees, axis=0)
    degrees[:, 0] = _TURN_LIMIT * np.tanh(degrees[:, 0] / _TURN_LIMIT)
    calm = gaussian_filter1d(degrees, _CALM_SECONDS / LOOK_SECONDS, axis=0, mode="nearest")
    return np.stack([np.interp(seconds, at, column) for column in calm.T], axis=1)
