"""What a face tracker is and what it reads from a picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Protocol

from pipeline.motion.clip import Image
from pipeline.types import Float32Array, Tracker

POINTS: Final = 478
"""Landmarks of mediapipe's face mesh: 468 of the surface, then five of each iris (the person's right eye's first)."""

Points = Float32Array
"""float32 [..., 478, 3]: x right and y down in pixels of the picture, z away from the camera on the same scale."""


@dataclass(frozen=True)
class TrackedFace:
    """One face in one picture.

    Attributes:
        points: float32 [478, 3].
        blendshapes: float32 [52], 0..1, in the order of BLENDSHAPES; None from a tracker that reads points alone.
    """

    points: Points
    blendshapes: Float32Array | None = None


class FaceTracker(Protocol):
    """Reads one face from pictures in order. It remembers where the face was in the last picture."""

    @property
    def kind(self) -> Tracker:
        """Which tracker it is."""
        ...

    def read(self, image: Image, seconds: float) -> TrackedFace | None:
        """The face in the next picture (uint8 [H, W, 3]), or None where there is none."""
        ...

    def forget(self) -> None:
        """Forgets the last picture: the next one shows another place and is searched as a whole."""
        ...
