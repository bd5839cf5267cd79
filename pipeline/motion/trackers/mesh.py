"""The face mesh that comes with mediapipe (468 points and both irises, attention model)."""

from __future__ import annotations

from types import TracebackType
from typing import Any

import numpy as np

from pipeline.motion.clip import Image
from pipeline.motion.trackers.base import Points, Reading


class MeshTracker:
    """Reads landmarks alone; expressions are measured from their shape (see ``pipeline.motion.expression``)."""

    name = "mesh"

    def __enter__(self) -> MeshTracker:
        from mediapipe.python.solutions.face_mesh import FaceMesh

        self._mesh: Any = FaceMesh(max_num_faces=1, refine_landmarks=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._mesh.close()

    def read(self, image: Image, seconds: float) -> Reading | None:
        faces = self._mesh.process(image).multi_face_landmarks
        return Reading(to_pixels(faces[0].landmark, image)) if faces else None

    def forget(self) -> None:
        self._mesh.reset()


def to_pixels(landmarks: Any, image: Image) -> Points:
    """Mediapipe's normalised landmarks as pixels; z has the scale of x (mediapipe's documentation)."""
    height, width = image.shape[:2]
    points = np.array([(mark.x, mark.y, mark.z) for mark in landmarks], np.float32)
    return points * np.array([width, height, width], np.float32)
