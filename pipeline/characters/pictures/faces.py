"""Faces as mediapipe's detector sees them: it knows people's, and most drawn ones that look out of the picture."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import cv2
import numpy as np

from pipeline.characters.pictures.align import Head
from pipeline.quiet import quiet_native_code
from pipeline.types import Pixels

_SURE: Final = 0.5
_SURE_OF_PEOPLE: Final = 0.88
_HEAD_PER_FACE: Final = 1.37
"""A head's box is so much larger than the detector's, which goes from the brows to the chin (drawn characters)."""
_HEAD_ABOVE_FACE: Final = 0.37
"""And its middle lies so much higher, in sides of the detector's box."""
_PATCH: Final = 96
"""Pixels at which a face's texture is looked at."""
_SMALLEST: Final = 40
"""Pixels below which nothing can be said of it."""
_SOFT_SLOPES: Final = (0.7, 6.0)
"""Levels a pixel: a drawing's skin is flatter, its lines are steeper; a photo's skin lies between."""
_SOFT_SHARE: Final = 0.26
"""Share of such slopes in a face from which on it may be a photo's."""
_UNEVEN: Final = 2.5
"""Levels a pixel: half of what lies between a drawn face's eyes and mouth is flatter than that."""
_MIDDLE: Final = (slice(40, 80), slice(25, 71))
"""Rows and columns between eyes and mouth in a patch."""


@dataclass(frozen=True)
class DetectedFace:
    """The head that belongs to a face, and how sure the detector is of it, 0..1."""

    head: Head
    sure: float


def find_faces(picture: Pixels) -> list[DetectedFace]:
    """The faces in an RGB picture [H, W, 3], the one with the largest head first."""
    height, width = picture.shape[:2]
    found: list[DetectedFace] = []
    # One model looks at near faces, the other at those that are far away.
    for model in (0, 1):
        with quiet_native_code():
            faces = _detector(model).process(np.ascontiguousarray(picture)).detections or []
        for face in faces:
            head = _head(face.location_data, width, height)
            known = next((other for other in found if _apart(head, other.head) < 0.5), None)
            if known is None:
                found.append(DetectedFace(head, float(face.score[0])))
            elif known.sure < face.score[0]:
                found[found.index(known)] = DetectedFace(known.head, float(face.score[0]))
    return sorted(found, key=lambda face: -face.head.side)


def _apart(head: Head, other: Head) -> float:
    """How far two heads are from each other, in sides of the second one."""
    return math.hypot(head.x - other.x, head.y - other.y) / other.side


@lru_cache(maxsize=2)
def _detector(model: int) -> Any:
    from mediapipe.python.solutions.face_detection import FaceDetection

    return FaceDetection(min_detection_confidence=_SURE, model_selection=model)


def _head(location: object, width: int, height: int) -> Head:
    box = location.relative_bounding_box  # type: ignore[attr-defined]
    right_eye, left_eye = location.relative_keypoints[:2]  # type: ignore[attr-defined]
    angle = math.atan2((left_eye.y - right_eye.y) * height, (left_eye.x - right_eye.x) * width)
    face = math.sqrt(max(1.0, box.width * width * box.height * height))
    x, y = (box.xmin + box.width / 2) * width, (box.ymin + box.height / 2) * height
    up = _HEAD_ABOVE_FACE * face
    return Head(x + up * math.sin(angle), y - up * math.cos(angle), _HEAD_PER_FACE * face, math.degrees(angle))


def looks_photographed(picture: Pixels, face: DetectedFace) -> bool:
    """Whether a face's skin has the soft slopes of a photo rather than a drawing's flat areas and hard lines, and the
    detector, which learnt from photos, is quite sure of it; in doubt, and where a face is tiny, not.
    """
    if face.sure < _SURE_OF_PEOPLE:
        return False
    head = face.head
    half = head.side / 2 / _HEAD_PER_FACE
    middle = head.y + _HEAD_ABOVE_FACE * 2 * half
    rows = slice(max(0, round(middle - half)), max(0, round(middle + half)))
    columns = slice(max(0, round(head.x - half)), max(0, round(head.x + half)))
    skin = picture[rows, columns]
    if min(skin.shape[:2]) < _SMALLEST:
        return False
    patch = cv2.resize(skin, (_PATCH, _PATCH), interpolation=cv2.INTER_AREA).astype(np.float32).mean(axis=2)
    slope = np.hypot(cv2.Sobel(patch, cv2.CV_32F, 1, 0), cv2.Sobel(patch, cv2.CV_32F, 0, 1)) / 8
    low, high = _SOFT_SLOPES
    soft = float(((slope >= low) & (slope < high)).mean())
    return soft > _SOFT_SHARE and float(np.median(slope[_MIDDLE])) > _UNEVEN
