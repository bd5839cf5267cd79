"""How something is said: what lips, brows and head of a speaker follow, whether it was heard or read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.ndimage import gaussian_filter1d

from pipeline.types import BoolArray, FloatArray

MOMENT_RATE: Final = 100
"""Moments of a delivery per second."""
VOWELS: Final = ("aaa", "iii", "uuu", "eee", "ooo")
"""The mouths of a pose, ``mouth_aaa`` and so on, in the order of lips."""

LIPS_LEAD_SECONDS: Final = 0.02
"""Lips that move a little early look right; late ones look dubbed."""


@dataclass(frozen=True)
class Delivery:
    """How something is said, at 100 moments a second.

    Attributes:
        lips: [T, 5] how far the mouth has the shape of each of VOWELS, 0..1.
        opening: [T] how far it is open, 0..1.
        speaking: [T] bool, whether there is speech: False in pauses.
        lift: [T] -1..1, how far the melody lies above (below) the voice's middle; 1 is five semitones.
        accents: stressed syllables as (seconds, strength 0..1), in order.
        starts, ends: seconds at which phrases begin and end, as many of each.
        questions: those of ``ends`` at which something was asked.
    """

    lips: FloatArray
    opening: FloatArray
    speaking: BoolArray
    lift: FloatArray
    accents: tuple[tuple[float, float], ...]
    starts: tuple[float, ...]
    ends: tuple[float, ...]
    questions: tuple[float, ...]


def smooth(signal: FloatArray, seconds: float) -> FloatArray:
    """A signal [T] or [T, N] of moments after a Gaussian with this standard deviation."""
    return np.asarray(gaussian_filter1d(signal, seconds * MOMENT_RATE, axis=0, mode="nearest"))
