"""Face trackers: picture -> landmarks. Two of them behind one interface, and the follower that shows them the face.

``mesh`` is bundled with mediapipe; ``landmarker`` reads 52 blendshapes and needs a model file (see
``pipeline.models``).
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Final

from pipeline.motion.errors import TrackerModelMissingError
from pipeline.motion.trackers.base import FaceTracker, TrackedFace

TRACKERS: Final = ("auto", "mesh", "landmarker")

__all__ = ["TRACKERS", "FaceTracker", "TrackedFace", "open_tracker"]


def open_tracker(name: str = "auto", model: Path | None = None) -> AbstractContextManager[FaceTracker]:
    """A tracker by its name; ``auto`` is the better one whose model is here.

    Args:
        name: one of TRACKERS.
        model: the landmarker's model file, where it does not lie among the fetched models.

    Raises:
        TrackerModelMissingError: the landmarker was asked for and its model is not here.
        ValueError: there is no tracker of that name.
    """
    if name not in TRACKERS:
        raise ValueError(f"tracker must be one of {', '.join(TRACKERS)}, not {name!r}")
    if name != "mesh":
        from pipeline.models import find_model

        found = model or find_model("face_landmarker")
        if found is not None and found.is_file():
            from pipeline.motion.trackers.landmarker import LandmarkerTracker

            return LandmarkerTracker(found)
        if name == "landmarker":
            raise TrackerModelMissingError
    from pipeline.motion.trackers.mesh import MeshTracker

    return MeshTracker()
