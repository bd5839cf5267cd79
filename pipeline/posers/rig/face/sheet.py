"""Laying a part's moving points on the face: collected flat, then bent over the face's surface in one go."""

from __future__ import annotations

import numpy as np

from pipeline.drawing.figure import Figure
from pipeline.types.arrays import FloatArray, IndexArray


class FaceSheet:
    """The points of one part in one frame, always put in the same order.

    ``put`` takes them; ``lay`` writes them into the mesh's rest points.
    """

    def __init__(self, figure: Figure) -> None:
        self._figure = figure
        self._x: list[FloatArray] = []
        self._y: list[FloatArray] = []
        self._starts: list[int] = []
        self._lifts: list[float] = []
        self._index: IndexArray | None = None
        self._lift: FloatArray = np.zeros(0)

    def put(self, start: int, x: FloatArray, y: FloatArray, lift: float = 0.0) -> None:
        """Points at (x, y) on the face, ``lift`` above it, for the mesh's points from ``start`` on."""
        self._x.append(x)
        self._y.append(y)
        if self._index is None:
            self._starts.append(start)
            self._lifts.append(lift)

    def lay(self, rest: FloatArray) -> None:
        """Writes all points that were put since the last time into ``rest`` [N, 3]."""
        if self._index is None:
            sizes = [len(x) for x in self._x]
            spans = [np.arange(start, start + size) for start, size in zip(self._starts, sizes, strict=True)]
            self._index = np.concatenate(spans)
            self._lift = np.repeat(self._lifts, sizes)
        x, y = np.concatenate(self._x), np.concatenate(self._y)
        self._x, self._y = [], []
        rest[self._index, 0] = x
        rest[self._index, 1] = y
        rest[self._index, 2] = self._figure.face_z(x, y) + self._lift
