"""Exaggeration: people move less than anime characters do, so expressions are enlarged, softly, without clipping."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.types import POSE_HIGH, POSE_PARAMETERS, FloatArray, Poses, clamp_poses

_GAINS: Final[dict[str, float]] = {
    # Chosen on clips of people who talk, grimace and sit still: what a lively person reaches in everyday speech comes
    # near 1. Eyelids and the iris's size are left alone (a half-closed eye is not a blink), turns as well: a head that
    # turns further than the person's is another movement.
    "eyebrow_troubled": 1.2,
    "eyebrow_angry": 1.3,
    "eyebrow_raised": 1.25,
    "eyebrow_serious": 1.2,
    "eye_surprised": 1.2,
    "mouth_aaa": 1.15,
    "mouth_iii": 1.15,
    "mouth_uuu": 1.1,
    "mouth_eee": 1.15,
    "mouth_ooo": 1.15,
    "mouth_delta": 1.1,
    "mouth_lowered_corner": 1.3,
    "mouth_raised_corner": 1.15,
    "mouth_smirk": 1.3,
    "iris_rotation_x": 1.1,
    "iris_rotation_y": 1.1,
}
_KNEE: Final = 0.75
"""Up to here the soft limit changes nothing."""

_COLUMN_GAINS: Final = np.array([_GAINS.get(parameter.base, 0.0) for parameter in POSE_PARAMETERS], np.float64)


def soft_limit(values: FloatArray) -> FloatArray:
    """The identity up to ±0.75, beyond it a tanh that approaches ±1 and never passes it; any shape."""
    size = np.abs(values)
    beyond = np.maximum(size - _KNEE, 0)
    bent = _KNEE + (1 - _KNEE) * np.tanh(beyond / (1 - _KNEE))
    return np.asarray(np.where(size <= _KNEE, values, np.sign(values) * bent), np.float64)


def exaggerate(poses: Poses, expressiveness: float) -> Poses:
    """The poses, float32 [T, 45], with larger expressions.

    Args:
        poses: float32 [T, 45].
        expressiveness: 1 is the usual amount, 0.5 restrained, 1.5 theatrical.
    """
    gains = np.where(_COLUMN_GAINS > 0, _COLUMN_GAINS * expressiveness, 1.0)
    larger = poses * gains
    changed = _COLUMN_GAINS > 0
    larger[:, changed] = soft_limit(larger[:, changed])
    return clamp_poses(np.minimum(larger, POSE_HIGH))
