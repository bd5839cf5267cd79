"""Where faces are in a picture, however small: the near detector, the far one, then tiles."""

from __future__ import annotations

from collections.abc import Iterator
from types import TracebackType
from typing import Any, Final, NamedTuple

import numpy as np

from pipeline.motion.clip import Image

_NEAR_CONFIDENCE: Final = 0.6
_FAR_CONFIDENCE: Final = 0.6
_TILE_CONFIDENCE: Final = 0.75
"""Tiles give many chances to be wrong, so each must be surer."""
_SAME_FACE: Final = 0.5
"""Two boxes whose centres are nearer than this share of the larger side are one face."""


class FaceBox(NamedTuple):
    """A face: its centre and side in pixels, and how sure the detector was (0..1)."""

    x: float
    y: float
    side: float
    score: float


class FaceFinder:
    """Finds all faces in single pictures with the two detectors that come with mediapipe."""

    def __enter__(self) -> FaceFinder:
        from mediapipe.python.solutions.face_detection import FaceDetection

        self._near: Any = FaceDetection(model_selection=0, min_detection_confidence=_NEAR_CONFIDENCE)
        self._far: Any = FaceDetection(model_selection=1, min_detection_confidence=_FAR_CONFIDENCE)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._near.close()
        self._far.close()

    def faces(self, image: Image) -> list[FaceBox]:
        """Every face that both detectors find in the whole picture, the largest first; a few milliseconds."""
        return _unique([*_detect(self._near, image), *_detect(self._far, image)])

    def small_faces(self, image: Image) -> list[FaceBox]:
        """Faces found in tiles of the picture, the largest first; tens of milliseconds."""
        found: list[FaceBox] = []
        for x, y, side in _tiles(*image.shape[:2]):
            tile = np.ascontiguousarray(image[y : y + side, x : x + side])
            boxes = _detect(self._far, tile, _TILE_CONFIDENCE)
            found += [FaceBox(b.x + x, b.y + y, b.side, b.score) for b in boxes]
        return _unique(found)


def _detect(detector: Any, image: Image, confidence: float = 0.0) -> Iterator[FaceBox]:
    height, width = image.shape[:2]
    for found in detector.process(image).detections or ():
        box, score = found.location_data.relative_bounding_box, float(found.score[0])
        if score >= confidence:
            wide, high = box.width * width, box.height * height
            yield FaceBox(box.xmin * width + wide / 2, box.ymin * height + high / 2, max(wide, high), score)


def _unique(boxes: list[FaceBox]) -> list[FaceBox]:
    """The largest first, without those that lie on a surer one."""
    kept: list[FaceBox] = []
    for box in sorted(boxes, key=lambda b: -b.score):
        if all(np.hypot(box.x - k.x, box.y - k.y) > _SAME_FACE * max(box.side, k.side) for k in kept):
            kept.append(box)
    return sorted(kept, key=lambda b: -b.side)


def _tiles(height: int, width: int) -> Iterator[tuple[int, int, int]]:
    """(x, y, side) of squares that cover the picture with a half overlap, at two scales."""
    for share in (2 / 3, 1 / 3):
        side = int(min(height, width) * share)
        if side >= 64:
            for y in _starts(height, side):
                for x in _starts(width, side):
                    yield x, y, side


def _starts(length: int, side: int) -> list[int]:
    count = int(np.ceil((length - side) / (side / 2))) + 1
    return [round(v) for v in np.linspace(0, length - side, count)]
