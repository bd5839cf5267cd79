"""Laying a part's moving points on the face: collected flat, then bent over the face's surface in one go."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from pipeline.drawing.figure import Figure
from pipeline.types.arrays import FloatArray, IndexArray


class _Slots(NamedTuple):
    """Where a part's points lie in the mesh [n], and how far above the face [n]."""

    places: IndexArray
    lift: FloatArray


class FaceSheet:
    """One part of a face; its points are put in the same order in every frame."""

    def __init__(self, figure: Figure) -> None:
        self._figure = figure
        self._slots: _Slots | None = None

    def frame(self) -> FacePoints:
        """What takes the points of one frame. A drawing is shared by threads, so nothing of a frame is kept here."""
        return FacePoints(self)

    def _lay(self, rest: FloatArray, starts: list[int], lifts: list[float], x: list[FloatArray], y: FloatArray) -> None:
        if self._slots is None:
            sizes = [len(some) for some in x]
            spans = [np.arange(start, start + size) for start, size in zip(starts, sizes, strict=True)]
            self._slots = _Slots(np.concatenate(spans), np.repeat(lifts, sizes))
        places, lift = self._slots
        across = np.concatenate(x)
        rest[places, 0] = across
        rest[places, 1] = y
        rest[places, 2] = self._figure.face_z(across, y) + lift


class FacePoints:
    """The points of one part in one frame: ``put`` takes them; ``lay`` writes them into the mesh's rest points."""

    def __init__(self, sheet: FaceSheet) -> None:
        self._sheet = sheet
        self._x: list[FloatArray] = []
        self._y: list[FloatArray] = []
        self._starts: list[int] = []
        self._lifts: list[float] = []

    def put(self, start: int, x: FloatArray, y: FloatArray, lift: float = 0.0) -> None:
        """Points at (x, y) on the face, ``lift`` above it, for the mesh's points from ``start`` on."""
        self._x.append(x)
        self._y.append(y)
        self._starts.append(start)
        self._lifts.append(lift)

    def lay(self, rest: FloatArray) -> None:
        """Writes all points that were put into ``rest`` [N, 3]."""
        self._sheet._lay(rest, self._starts, self._lifts, self._x, np.concatenate(self._y))
