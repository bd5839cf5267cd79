"""A palette with half-transparent entries, for 8-bit PNG: mostly opaque colours, some for the soft edge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from pipeline.encode.indexed import Indices, index_frames
from pipeline.encode.palette import Histogram, Palette, cluster, make_palette, means
from pipeline.encode.spool import Frame
from pipeline.pixels.oklab import oklab
from pipeline.types import BoolArray, FloatArray, IndexArray, Pixels

FULL_FROM = 248
"""From this alpha on a pixel counts as opaque."""
_SOFT_SHARE = 0.2
"""Share of the entries that go to the edge."""
_SOFT_CELLS = 1 << 16


class SoftHistogram:
    """How often each half-transparent colour occurs, by 4 bits of red, green, blue and alpha."""

    def __init__(self, frames: Iterable[Frame]) -> None:
        self.count: npt.NDArray[np.int64] = np.zeros(_SOFT_CELLS, np.int64)
        for frame in frames:
            self.count += np.bincount(_soft_cells(frame[_is_soft(frame)]), minlength=_SOFT_CELLS)


class SoftPalette:
    """Index 0 is transparent, then come the opaque colours, then the soft ones.

    Attributes:
        rgba: uint8 [N, 4], straight alpha, at most 256 entries.
    """

    def __init__(self, colours: Histogram, soft: SoftHistogram, count: int) -> None:
        """The best palette of at most ``count`` (2-255) visible colours."""
        from scipy.spatial import cKDTree

        used = np.flatnonzero(soft.count)
        soft_count = min(len(used), round(count * _SOFT_SHARE)) if len(used) else 0
        self._opaque: Palette = make_palette(colours, max(1, count - soft_count))
        rgba = [np.insert(self._opaque.rgb, 3, 255, axis=1)]
        rgba[0][0] = 0
        self._tree: Any = None
        if soft_count:
            weight = soft.count[used].astype(np.float64)
            points = _weighted_lab(_soft_colours(used))
            members = cluster(points, weight, soft_count)
            rgba.append(np.rint(means(_soft_colours(used), weight, members)).astype(np.uint8))
            self._tree = cKDTree(_weighted_lab(rgba[1].astype(np.float64)))
        self.rgba: Pixels = np.concatenate(rgba)

    def index_frames(self, frames: Iterable[Frame], patience: float) -> Iterator[Indices]:
        """Each frame in palette indices; see ``pipeline.encode.indexed.index_frames``."""
        current: list[Frame] = []

        def remembered() -> Iterator[Frame]:
            for frame in frames:
                current[:] = [frame]
                yield frame

        for opaque in index_frames(remembered(), self._opaque, patience, FULL_FROM):
            indices = opaque
            soft = _is_soft(current[0])
            if self._tree is not None and soft.any():
                indices = opaque.copy()
                cells, inverse = np.unique(_soft_cells(current[0][soft]), return_inverse=True)
                nearest = self._tree.query(_weighted_lab(_soft_colours(cells)))[1]
                indices[soft] = (nearest + len(self._opaque.rgb)).astype(np.uint8)[inverse]
            yield indices


def _is_soft(frame: Frame) -> BoolArray:
    alpha = frame[..., 3]
    return (alpha > 0) & (alpha < FULL_FROM)


def _soft_cells(pixels: Pixels) -> npt.NDArray[np.int64]:
    return np.asarray((pixels >> 4).astype(np.int64) @ np.array([1, 16, 256, 4096]), np.int64)


def _soft_colours(cells: IndexArray | npt.NDArray[np.int64]) -> FloatArray:
    """The middle of each cell, float64 [N, 4] in 0..255."""
    digits = np.stack([cells >> shift & 15 for shift in (0, 4, 8, 12)], axis=-1)
    return np.asarray(digits * 16 + 7.5, np.float64)


def _weighted_lab(rgba: FloatArray) -> FloatArray:
    """Colours as points, [N, 4]: OKLab times alpha, and alpha; what is hardly there may have any colour."""
    alpha = rgba[:, 3:] / 255
    return np.concatenate([oklab(rgba[:, :3]) * alpha, alpha], axis=1)
