"""Follows one face through a clip: the tracker is shown a window around it, so a small one is seen well."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np

from pipeline.motion.clip import Image
from pipeline.motion.trackers.base import FaceTracker, Points, TrackedFace
from pipeline.motion.trackers.finder import FaceBox, FaceFinder

_WINDOW_SIDES: Final = 3.0
"""The window's side in face sides: room to move, and the face still fills enough of it to be detected."""
_TIGHT_SIDES: Final = 1.7
"""The same where a neighbour stands so near that the tracker would take the wrong face."""
_NEAR: Final = 0.7
"""The tracker has the face that was meant when its middle is nearer than this many face sides."""
_EDGE: Final = 0.03
"""A face nearer than this share of the window to its edge gets a new window."""
_RESIZED: Final = 1.8
"""A face that grew or shrank by this factor gets a new window."""
_CANVAS: Final = 512
"""Larger windows are scaled down to this before the tracker sees them: the mesh looks at 192 pixels of face."""
_LOOK_AROUND_SECONDS: Final = 1.0
"""How often the whole picture is searched for a larger face."""
_MUCH_LARGER: Final = 1.5
_SEARCH_SECONDS: Final = 0.2
"""How often a lost face is searched in tiles."""
_LEAST_PIXELS: Final = 16
"""A window of fewer pixels shows no face."""
_COUNTED_SHARE: Final = 0.4
"""Another face counts when it is at least this large in relation to the followed one."""


class _Window(NamedTuple):
    x0: int
    y0: int
    x1: int
    y1: int


@dataclass
class FaceFollower:
    """Reads the largest face of each picture.

    Attributes:
        tracker: reads the face in the window.
        finder: finds where it is.
        other_faces: in how many of the looks around another face of a comparable size was there too.
    """

    tracker: FaceTracker
    finder: FaceFinder
    other_faces: int = 0
    _window: _Window | None = None
    _face_side: float = 0.0
    _meant: FaceBox | None = None
    _looked_around: float = -np.inf
    _searched: float = -np.inf

    def read(self, image: Image, seconds: float) -> TrackedFace | None:
        """The face in the next picture of the clip, in that picture's pixels; None where there is none."""
        if seconds - self._looked_around >= _LOOK_AROUND_SECONDS:
            self._look_around(image, seconds)
        reading = self._read_meant(image, seconds)
        if reading is None and self._find(image, seconds):
            reading = self._read_meant(image, seconds)
        if reading is None:
            self._window = None
            return None
        self._keep_in_window(reading.points, image)
        return reading

    def _read_meant(self, image: Image, seconds: float) -> TrackedFace | None:
        """What the tracker reads in the window, if it is the face that was meant; a tighter window helps it."""
        reading = self._read_window(image, seconds)
        if reading is None or self._meant is None or _is_near(reading.points, self._meant):
            return reading
        self._look_at(self._meant, image, _TIGHT_SIDES)
        reading = self._read_window(image, seconds)
        return reading if reading is not None and _is_near(reading.points, self._meant) else None

    def _look_around(self, image: Image, seconds: float) -> None:
        self._looked_around = seconds
        boxes = self.finder.faces(image)
        if not boxes:
            return
        largest = boxes[0]
        if len(boxes) > 1 and boxes[1].side >= _COUNTED_SHARE * largest.side:
            self.other_faces += 1
        if self._window is None or largest.side > _MUCH_LARGER * self._face_side:
            self._look_at(largest, image)

    def _find(self, image: Image, seconds: float) -> bool:
        """Searches the whole picture for the face, thoroughly only now and then."""
        boxes = self.finder.faces(image)
        if not boxes and seconds - self._searched >= _SEARCH_SECONDS:
            self._searched = seconds
            boxes = self.finder.small_faces(image)
        if boxes:
            self._look_at(boxes[0], image)
        return bool(boxes)

    def _look_at(self, face: FaceBox, image: Image, sides: float = _WINDOW_SIDES) -> None:
        height, width = image.shape[:2]
        half = face.side * sides / 2
        window = _Window(
            max(0, round(face.x - half)),
            max(0, round(face.y - half)),
            min(width, round(face.x + half)),
            min(height, round(face.y + half)),
        )
        is_seen = window.x1 - window.x0 >= _LEAST_PIXELS and window.y1 - window.y0 >= _LEAST_PIXELS
        if is_seen and window != self._window:
            self._window, self._meant = window, face
            self.tracker.forget()

    def _read_window(self, image: Image, seconds: float) -> TrackedFace | None:
        if self._window is None:
            return None
        x0, y0, x1, y1 = self._window
        part = image[y0:y1, x0:x1]
        scale = min(1.0, _CANVAS / max(part.shape[:2]))
        if scale < 1:
            import cv2

            # SamplerName, not averaging: as good for the mesh, which resamples the face itself, and four times as fast.
            part = cv2.resize(part, None, fx=scale, fy=scale, interpolation=cv2.INTER_LINEAR)
        reading = self.tracker.read(np.ascontiguousarray(part), seconds)
        if reading is None:
            return None
        points = reading.points / np.float32(scale) + np.array([x0, y0, 0], np.float32)
        return TrackedFace(points, reading.blendshapes)

    def _keep_in_window(self, points: Points, image: Image) -> None:
        """Moves the window when the face nears an edge of it that is not the picture's own, or changes its size."""
        if self._window is None:
            return
        low, high = points[:, :2].min(axis=0), points[:, :2].max(axis=0)
        side = float((high - low).max())
        middle = (low + high) / 2
        at_look = side if self._meant is None else self._meant.side
        self._meant = FaceBox(float(middle[0]), float(middle[1]), at_look, 1.0)
        self._face_side = side
        x0, y0, x1, y1 = self._window
        height, width = image.shape[:2]
        margin = _EDGE * max(x1 - x0, y1 - y0)
        leaves = (
            (x0 > 0 and low[0] < x0 + margin)
            or (y0 > 0 and low[1] < y0 + margin)
            or (x1 < width and high[0] > x1 - margin)
            or (y1 < height and high[1] > y1 - margin)
        )
        if leaves or not 1 / _RESIZED < side / at_look < _RESIZED:
            self._look_at(FaceBox(float(middle[0]), float(middle[1]), side, 1.0), image)


def _is_near(points: Points, face: FaceBox) -> bool:
    """Whether these landmarks lie where the face was last seen."""
    middle = (points[:, :2].min(axis=0) + points[:, :2].max(axis=0)) / 2
    return bool(np.hypot(middle[0] - face.x, middle[1] - face.y) < _NEAR * face.side)
