"""Face trackers: picture -> landmarks. Two of them behind one interface, and the follower that shows them the face.

``mesh`` is bundled with mediapipe; ``landmarker`` reads 52 blendshapes and needs a model file (see
``pipeline.models``).
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path

from pipeline.motion.errors import TrackerModelMissingError
from pipeline.motion.trackers.base import FaceTracker, TrackedFace
from pipeline.types import Tracker

__all__ = ["FaceTracker", "TrackedFace", "open_tracker"]


def open_tracker(tracker: Tracker = Tracker.AUTO, model: Path | None = None) -> AbstractContextManager[FaceTracker]:
    """The tracker, to be used in a ``with`` statement; AUTO is the landmarker where its model is here, else the mesh.

    Args:
        tracker: which one.
        model: the landmarker's model file; None where it is not here.

    Raises:
        TrackerModelMissingError: the landmarker was asked for and its model is not here.
    """
    if tracker is not Tracker.MESH:
        if model is not None and model.is_file():
            from pipeline.motion.trackers.landmarker import LandmarkerTracker

            return LandmarkerTracker(model)
        if tracker is Tracker.LANDMARKER:
            raise TrackerModelMissingError
    from pipeline.motion.trackers.mesh import MeshTracker

    return MeshTracker()
