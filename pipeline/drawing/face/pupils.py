"""Outlines of what stands in the middle of an iris."""

from __future__ import annotations

import numpy as np

from pipeline.types.arrays import FloatArray

Pupil = tuple[FloatArray, FloatArray, tuple[int, ...]]
"""x and y in shares of the iris' half axes, [n] each, and the indices of the sharp points."""


def round_pupil() -> Pupil:
    """The usual pupil, a little above the middle."""
    turn = np.linspace(0, 2 * np.pi, 11)[:-1]
    return 0.42 * np.cos(turn), 0.44 * np.sin(turn) - 0.03, ()
