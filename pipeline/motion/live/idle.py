"""Life while nobody is seen: breath, blinks, a little sway, and glances that the head follows."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.motion.procedural import BREATHS_PER_SECOND, blinking, breathing, drift
from pipeline.types import Poses, make_pose

_BLINK_PAUSES: Final = (2.0, 5.0)
"""Seconds between blinks, at least and at most."""
_TWICE: Final = 0.2
"""The share of blinks that come in pairs, and the seconds between those two."""
_TWICE_AFTER: Final = 0.32
_GLANCE_PAUSES: Final = (1.5, 5.0)
_BACK: Final = 0.6
"""The share of glances that go back to the middle."""
_GLANCE: Final = np.array([0.25, 0.45])
"""How far they go: up and down, and aside."""
_EYES_SECONDS: Final = 0.06
_HEAD_SECONDS: Final = 0.35
"""In which eyes and head have gone most of the way."""
_HEAD_SHARE: Final = 0.4
"""How far the head goes along."""
_SWAY_SECONDS: Final = 23.0
"""The loop of the sway; long enough that nobody sees it repeat."""
_SWAY: Final = {"neck_z": 0.10, "head_y": 0.07, "head_x": 0.05, "body_z": 0.05, "body_y": 0.04}


def breath(seconds: float) -> float:
    """How full the chest is, 0..1, at a time."""
    return float(breathing(np.array(BREATHS_PER_SECOND * seconds)))


class Idle:
    """One character's idle life. The same ``seed`` and the same times give the same life."""

    def __init__(self, seed: int = 0) -> None:
        self._seed = seed
        self._rng = np.random.default_rng(seed)
        self._blinks = [self._rng.uniform(*_BLINK_PAUSES)]
        self._turns_at = self._rng.uniform(*_GLANCE_PAUSES)
        self._goal = np.zeros(2)
        self._eyes, self._head = np.zeros(2), np.zeros(2)
        self._last = 0.0

    def at(self, seconds: float) -> Poses:
        """The pose, float32 [45], at a time, in seconds from the beginning; times never run back."""
        passed, self._last = max(seconds - self._last, 0.0), seconds
        self._glance(seconds, passed)
        values = {name: amount * wave for (name, amount), wave in zip(_SWAY.items(), self._sway(seconds), strict=True)}
        values["head_x"] += _HEAD_SHARE * self._head[0]
        values["head_y"] += _HEAD_SHARE * self._head[1]
        # Eyes keep on what they look at while the head comes after them.
        rest = self._eyes - _HEAD_SHARE * self._head
        return make_pose(
            **values,
            iris_rotation_x=float(rest[0]),
            iris_rotation_y=float(rest[1]),
            eye_wink=self._lids(seconds),
            breathing=breath(seconds),
        )

    def _lids(self, seconds: float) -> float:
        while self._blinks[-1] <= seconds:
            pair = self._rng.random() < _TWICE
            pause = _TWICE_AFTER if pair else self._rng.uniform(*_BLINK_PAUSES)
            self._blinks = [*self._blinks[-2:], self._blinks[-1] + pause]
        return float(blinking(np.array([seconds]), self._blinks)[0])

    def _glance(self, seconds: float, passed: float) -> None:
        if seconds >= self._turns_at:
            back = self._rng.random() < _BACK
            self._goal = np.zeros(2) if back else self._rng.uniform(-1, 1, 2) * _GLANCE
            self._turns_at = seconds + self._rng.uniform(*_GLANCE_PAUSES)
        self._eyes += (1 - np.exp(-passed / _EYES_SECONDS)) * (self._goal - self._eyes)
        self._head += (1 - np.exp(-passed / _HEAD_SECONDS)) * (self._goal - self._head)

    def _sway(self, seconds: float) -> list[float]:
        rng = np.random.default_rng(self._seed)  # the same phases at any time
        return [float(drift(np.array([seconds]), _SWAY_SECONDS, rng)[0]) for _ in _SWAY]
