"""Which emotion a face shows over time, as far as 45 numbers can say: an estimate for choosing effects.

Each of the six basic emotions (Ekman, 1992) is a weighted sum of the movements that the Facial Action Coding System
names for it, in pose parameters; a softmax over these and neutral gives the confidences. A smile of the lips alone
with the eyes far aside is no joy: it goes with embarrassment (Keltner, 1995), and counts as fear here.
"""

from __future__ import annotations

from typing import Any, Final, cast

import numpy as np

from pipeline.motion.steady import blur
from pipeline.tape import Tape, Traced
from pipeline.types import EMOTIONS, POSE_NAMES, Clock, Float32Array, FloatArray, Poses, pose_columns

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

_ASIDE: Final = (0.45, 0.75)
"""How far the eyes look to a side before it tells something, and when it tells all."""
_CHEEKS: Final = 2.5
"""How much lids that smile say against an uneasy smile."""
_NOT_HAPPY: Final = 0.9
"""What eyes that look aside take from happiness."""
_UNEASY: Final = 1.8
"""What a smile under them adds to fear."""

_CALM_SECONDS: Final = 0.2
"""Standard deviation of the Gaussian over time: what passes in a tenth of a second is a word or a blink."""


def _weights() -> FloatArray:
    weights = np.zeros((len(POSE_NAMES), len(EMOTIONS)))
    for emotion, signs in _SIGNS.items():
        for name, weight in signs.items():
            columns = pose_columns(name)
            weights[columns, EMOTIONS.index(emotion)] = weight / len(columns)
    return weights


_WEIGHTS: Final = _weights()
_ASIDE_ADDS: Final = np.array([[float(name == each) for name in EMOTIONS] for each in ("happy", "afraid")])
_NEUTRAL: Final = np.array([_THRESHOLD if emotion == "neutral" else 0.0 for emotion in EMOTIONS])


def estimate_emotions(poses: Poses, clock: Clock) -> Float32Array:
    """Confidences over EMOTIONS, float32 [T, 7]; each row sums to 1.

    Args:
        poses: float32 [T, 45].
        clock: when they are.
    """
    return _confidences(blur(_scores(poses), _CALM_SECONDS, clock)).astype(np.float32)


def _scores(poses: FloatArray | Poses) -> FloatArray:
    """How much poses [T, 45] say each emotion [T, 7]."""
    aside = _eyes_aside(poses)
    uneasy = aside * _mean(poses, "mouth_raised_corner")
    more = np.stack([-_NOT_HAPPY * aside, _UNEASY * uneasy], axis=1)
    return cast(FloatArray, poses @ _WEIGHTS + _NEUTRAL + more @ _ASIDE_ADDS)


def _eyes_aside(poses: FloatArray | Poses) -> FloatArray:
    """How far the eyes look to a side [T], 0..1, in a face whose lids do not smile along."""
    low, high = _ASIDE
    away = np.clip((np.abs(_mean(poses, "iris_rotation_y")) - low) / (high - low), 0, 1)
    smiling = _mean(poses, "eye_raised_lower_eyelid") + _mean(poses, "eye_happy_wink")
    return cast(FloatArray, away * (1 - np.clip(_CHEEKS * smiling, 0, 1)))


def _mean(poses: FloatArray | Poses, name: str) -> FloatArray:
    """A number [T]; of a paired one, the mean of both sides."""
    return cast(FloatArray, poses[:, pose_columns(name)].mean(axis=1))


def _confidences(scores: FloatArray) -> FloatArray:
    """The softmax of scores [T, 7]."""
    shares = np.exp(_CONTRAST * (scores - scores.max(axis=1)[:, None]))
    return cast(FloatArray, shares / shares.sum(axis=1)[:, None])


def packed_emotions() -> dict[str, Any]:
    """The same as JSON for browsers (docs/puppet.md).

    A pose becomes scores, and scores that were calmed over time become confidences.
    """
    seeing, choosing = Tape(), Tape()
    scores = _scores(Traced.inputs(seeing, POSE_NAMES)[None, :])
    shares = _confidences(Traced.inputs(choosing, EMOTIONS)[None, :])
    return {
        "names": list(EMOTIONS),
        "pose": list(POSE_NAMES),
        "scores": seeing.program(Traced.of(seeing, scores).ravel().slots).packed(),
        "confidences": choosing.program(Traced.of(choosing, shares).ravel().slots).packed(),
        "seconds": _CALM_SECONDS,
    }
