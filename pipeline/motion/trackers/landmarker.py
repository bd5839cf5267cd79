"""Mediapipe's FaceLandmarker: the same points, and 52 blendshapes read by a network of their own."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np

from pipeline.motion.blendshapes import BLENDSHAPES
from pipeline.motion.clip import Image
from pipeline.motion.trackers.base import TrackedFace
from pipeline.motion.trackers.mesh import to_pixels
from pipeline.types import Tracker


class LandmarkerTracker:
    """Reads landmarks and blendshapes. ``model`` is the path of ``face_landmarker.task``."""

    kind = Tracker.LANDMARKER

    def __init__(self, model: Path) -> None:
        self._model = model

    def __enter__(self) -> LandmarkerTracker:
        self._open()
        return self

    def _open(self) -> None:
        from mediapipe.tasks.python import BaseOptions, vision

        options = vision.FaceLandmarkerOptions(
            base_options=BaseOptions(model_asset_path=str(self._model)),
            running_mode=vision.RunningMode.VIDEO,
            output_face_blendshapes=True,
        )
        self._network: Any = vision.FaceLandmarker.create_from_options(options)
        self._milliseconds = -1

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._network.close()

    def read(self, image: Image, seconds: float) -> TrackedFace | None:
        """See ``FaceTracker``."""
        import mediapipe

        # The network wants whole milliseconds that grow.
        self._milliseconds = max(self._milliseconds + 1, round(seconds * 1000))
        picture = mediapipe.Image(image_format=mediapipe.ImageFormat.SRGB, data=image)
        found = self._network.detect_for_video(picture, self._milliseconds)
        if not found.face_landmarks:
            return None
        scores = {shape.category_name: shape.score for shape in found.face_blendshapes[0]}
        values = np.array([scores.get(name, 0.0) for name in BLENDSHAPES], np.float32)
        return TrackedFace(to_pixels(found.face_landmarks[0], image), values)

    def forget(self) -> None:
        """See ``FaceTracker``."""
        self._network.close()
        self._open()
