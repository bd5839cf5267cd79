"""Shoulders and hands, looked at now and then: they move slowly, and their models cost more than the face's."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import TracebackType
from typing import Any, Final

import numpy as np

from pipeline.motion.clip import Image
from pipeline.motion.trackers.mesh import to_pixels
from pipeline.types import Float32Array

LOOK_SECONDS: Final = 0.5
"""How often shoulders are looked at."""
HAND_SECONDS: Final = 0.1
"""How often hands are looked at while a wrist is in the picture."""
_CANVAS: Final = 320
"""Pictures are scaled down to this: the pose model looks at 256 pixels."""
_VISIBLE: Final = 0.5
_LEFT_SHOULDER, _RIGHT_SHOULDER, _LEFT_WRIST, _RIGHT_WRIST = 11, 12, 15, 16


@dataclass(frozen=True)
class BodyLook:
    """What was seen at one moment.

    Attributes:
        seconds: when.
        shoulders: float32 [2, 3], the person's left one first: x, y in pixels, z away from the camera on the same
            scale; None where both are not seen.
    """

    seconds: float
    shoulders: Float32Array | None


@dataclass(frozen=True)
class HandLook:
    """Hands at one moment: float32 [21, 2] each, in pixels, in the order of mediapipe's hand landmarks."""

    seconds: float
    hands: tuple[Float32Array, ...]


@cache
def _pose_model() -> Any:
    """Loaded once in a process: it takes longer than a short clip's shoulders."""
    from mediapipe.python.solutions.pose import Pose

    return Pose(model_complexity=1, smooth_landmarks=False)


@cache
def _hand_model() -> Any:
    from mediapipe.python.solutions.hands import Hands

    return Hands(max_num_hands=2, model_complexity=0)


def _forget(model: Any) -> None:
    """Resets a model and waits until its threads have started anew: they log while they start."""
    model.reset()
    model._graph.wait_until_idle()


class BodyTracker:
    """Mediapipe's bundled pose and hand models."""

    def __enter__(self) -> BodyTracker:
        self._pose = _pose_model()
        self._pose.reset()
        self._hands: Any = None
        self._looked = self._looked_at_hands = -np.inf
        self._wrist_is_seen = False
        self.looks: list[BodyLook] = []
        self.hand_looks: list[HandLook] = []
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leaves the models loaded for the next clip; they hold no picture once they are reset."""
        _forget(self._pose)
        if self._hands is not None:
            _forget(self._hands)

    def look(self, image: Image, seconds: float) -> None:
        """Adds to ``looks`` and ``hand_looks`` when it is time."""
        body_is_due = seconds - self._looked >= LOOK_SECONDS
        hands_are_due = self._wrist_is_seen and seconds - self._looked_at_hands >= HAND_SECONDS
        if not (body_is_due or hands_are_due):
            return
        scale = min(1.0, _CANVAS / max(image.shape[:2]))
        if scale < 1:
            import cv2

            image = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_LINEAR)
        if body_is_due:
            self._looked = seconds
            self.looks.append(BodyLook(seconds, self._look_at_shoulders(image, scale)))
        if self._wrist_is_seen and seconds - self._looked_at_hands >= HAND_SECONDS:
            self._looked_at_hands = seconds
            self.hand_looks.append(HandLook(seconds, self._look_at_hands(image, scale)))

    def _look_at_shoulders(self, image: Image, scale: float) -> Float32Array | None:
        found = self._pose.process(image).pose_landmarks
        self._wrist_is_seen = False
        if found is None:
            return None
        marks = found.landmark
        wrists = [marks[at] for at in (_LEFT_WRIST, _RIGHT_WRIST)]
        self._wrist_is_seen = any(w.visibility > _VISIBLE and 0 < w.x < 1 and 0 < w.y < 1.05 for w in wrists)
        shoulders = [marks[at] for at in (_LEFT_SHOULDER, _RIGHT_SHOULDER)]
        if any(s.visibility < _VISIBLE for s in shoulders):
            return None
        return to_pixels(shoulders, image) / np.float32(scale)

    def _look_at_hands(self, image: Image, scale: float) -> tuple[Float32Array, ...]:
        if self._hands is None:
            self._hands = _hand_model()
            self._hands.reset()
        found = self._hands.process(image).multi_hand_landmarks or ()
        return tuple(to_pixels(hand.landmark, image)[:, :2] / np.float32(scale) for hand in found)
