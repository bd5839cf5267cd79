"""Which emotion a face shows over time, as far as 45 numbers can say: an estimate for choosing effects.

Each of the six basic emotions (Ekman, 1992) is a weighted sum of the movements that the Facial Action Coding System
names for it, in pose parameters; a softmax over these and neutral gives the confidences.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.motion.steady import blur
from pipeline.types import EMOTIONS, Clock, Float32Array, Poses, pose_columns

_SIGNS: Final[dict[str, dict[str, float]]] = {
    "happy": {
        "mouth_raised_corner": 1.6, "eye_happy_wink": 0.8, "eyebrow_happy": 0.8, "eye_raised_lower_eyelid": 0.4,
        "mouth_lowered_corner": -1.0, "eyebrow_angry": -0.6,
    },
    "sad": {
        "eyebrow_troubled": 1.4, "mouth_lowered_corner": 1.4, "mouth_raised_corner": -1.4, "head_x": -0.4,
        "eye_surprised": -0.6, "eyebrow_angry": -1.4, "mouth_aaa": -0.4, "mouth_uuu": -0.5, "mouth_ooo": -0.5,
    },
    "angry": {
        "eyebrow_angry": 1.7, "eyebrow_serious": 0.8, "eye_unimpressed": 0.4, "mouth_lowered_corner": 0.3,
        "mouth_aaa": 0.2, "mouth_raised_corner": -1.4, "eyebrow_raised": -0.8,
    },
    "surprised": {
        "eyebrow_raised": 0.9, "eye_surprised": 1.3, "iris_small": 0.6, "mouth_aaa": 0.5, "mouth_ooo": 0.7,
        "mouth_raised_corner": -0.7, "eyebrow_angry": -0.8,
    },
    "disgusted": {
        "eyebrow_angry": 0.6, "mouth_lowered_corner": 0.8, "eye_unimpressed": 0.9, "mouth_smirk": 0.3,
        "mouth_raised_corner": -1.0, "eyebrow_raised": -0.6, "mouth_aaa": -0.6,
    },
    "afraid": {
        "eyebrow_troubled": 0.9, "eyebrow_raised": 0.5, "eye_surprised": 1.0, "iris_small": 0.8, "mouth_iii": 0.5,
        "mouth_raised_corner": -0.9,
    },
}  # fmt: skip
_CONTRAST: Final = 6.0
"""Inverse temperature of the softmax: how clearly the strongest emotion stands out."""
_THRESHOLD: Final = 0.5
"""A sum that is as convincing as neutral."""


_CALM_SECONDS: Final = 0.2
"""Standard deviation of the Gaussian over time: what passes in a tenth of a second is a word or a blink."""


def estimate_emotions(poses: Poses, clock: Clock) -> Float32Array:
    """Confidences over EMOTIONS, float32 [T, 7]; each row sums to 1.

    Args:
        poses: float32 [T, 45].
        clock: when they are.
    """
    weights = np.zeros((poses.shape[1], len(EMOTIONS)), np.float32)
    for emotion, signs in _SIGNS.items():
        for name, weight in signs.items():
            columns = pose_columns(name)
            weights[columns, EMOTIONS.index(emotion)] = weight / len(columns)
    scores = poses @ weights
    scores[:, EMOTIONS.index("neutral")] = _THRESHOLD
    scores = blur(scores, _CALM_SECONDS, clock)
    scores = np.exp(_CONTRAST * (scores - scores.max(axis=1, keepdims=True)))
    return np.asarray(scores / scores.sum(axis=1, keepdims=True), np.float32)
