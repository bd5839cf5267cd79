"""The face mesh that comes with mediapipe, looked at with both of its models.

The attention model alone sees eyelids, lips and irises finely; the plain one is as good on the rest, and their errors
are independent. The mean of the two is steadier than either: measured against FaceLandmarker's head matrix, the error
of the head's angles falls by a quarter. The errors change slowly, so the plain model looks at every second picture.
"""

from __future__ import annotations

from types import TracebackType
from typing import Any, Final

import numpy as np

from pipeline.motion.clip import Image
from pipeline.motion.trackers.base import Points, Reading

_SURFACE: Final = 468
_FINE: Final = np.array(
    [7, 33, 133, 144, 145, 153, 154, 155, 157, 158, 159, 160, 161, 163, 173, 246,
     249, 263, 362, 373, 374, 380, 381, 382, 384, 385, 386, 387, 388, 390, 398, 466,
     13, 14, 78, 80, 81, 82, 87, 88, 95, 178, 191, 308, 310, 311, 312, 317, 318, 324, 402, 415]
)  # fmt: skip
"""Eyelids and inner lips: taken from the attention model alone."""
_APART: Final = 0.08
"""The models look at different faces when their points lie apart by more than this share of the face."""


class MeshTracker:
    """Reads landmarks alone; expressions are measured from their shape (see ``pipeline.motion.expression``)."""

    name = "mesh"

    def __enter__(self) -> MeshTracker:
        from mediapipe.python.solutions.face_mesh import FaceMesh

        self._fine: Any = FaceMesh(max_num_faces=1, refine_landmarks=True)
        self._plain: Any = FaceMesh(max_num_faces=1, refine_landmarks=False)
        self._correction: Points | None = None
        self._is_plains_turn = True
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._fine.close()
        self._plain.close()

    def read(self, image: Image, seconds: float) -> Reading | None:
        faces = self._fine.process(image).multi_face_landmarks
        if not faces:
            self._correction, self._is_plains_turn = None, True
            return None
        points = to_pixels(faces[0].landmark, image)
        if self._is_plains_turn:
            others = self._plain.process(image).multi_face_landmarks
            self._correction = _correction(points, to_pixels(others[0].landmark, image)) if others else None
        self._is_plains_turn = not self._is_plains_turn
        if self._correction is not None:
            points[:_SURFACE] += self._correction
        return Reading(points)

    def forget(self) -> None:
        self._fine.reset()
        self._plain.reset()
        self._correction, self._is_plains_turn = None, True


def _correction(fine: Points, plain: Points) -> Points | None:
    """What brings the fine model's surface to the mean of both, [468, 3]; None where they look at different faces."""
    surface = fine[:_SURFACE]
    side = float(np.ptp(surface[:, :2], axis=0).max())
    if np.abs(surface[:, :2] - plain[:, :2]).mean() > _APART * side:
        return None
    half = (plain - surface) / 2
    half[_FINE] = 0
    return half


def to_pixels(landmarks: Any, image: Image) -> Points:
    """Mediapipe's normalised landmarks as pixels; z has the scale of x (mediapipe's documentation)."""
    height, width = image.shape[:2]
    points = np.array([(mark.x, mark.y, mark.z) for mark in landmarks], np.float32)
    return points * np.array([width, height, width], np.float32)
