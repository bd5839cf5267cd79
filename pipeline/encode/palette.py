"""One palette for a whole clip: weighted k-means in OKLab over the colours that the clip really has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from pipeline.encode.cells import Cells, cell_rgb, cells_of
from pipeline.encode.spool import Frame
from pipeline.pixels.oklab import Lab, oklab
from pipeline.types import BoolArray, Float32Array, FloatArray, IndexArray

TRANSPARENT = 0
"""The index that every palette keeps for "nothing here"."""
OPAQUE_FROM = 128
"""A pixel of at least this alpha is shown, with its own colour. On dark and on light pages alike this edge is the least
wrong of all."""

RARE_COLOUR_POWER = 0.75
"""A colour counts by the area it covers to this power, so that irises and blushes keep their own beside hair and cloth.
Chosen by the error in the eyes against the error over the picture (docs/encoding.md)."""
_HISTOGRAM_BITS = 6
_LOOKUP_BITS = 7
"""Finer than the histogram: here a cell's middle stands for its pixels, there their mean."""
_MOST_POINTS = 16000
_ROUNDS = 6


@dataclass(frozen=True)
class Histogram:
    """The visible colours of a clip.

    Attributes:
        rgb: float64 [N, 3] in 0..255, the mean colour of each cell that is used.
        weight: float64 [N], how many pixels fell into it.
    """

    rgb: FloatArray
    weight: FloatArray


def histogram(frames: Iterable[Frame], opaque_from: int = OPAQUE_FROM) -> Histogram:
    """The colours of all pixels of at least this alpha: for every used cell its mean colour and number of pixels."""
    count = 1 << 3 * _HISTOGRAM_BITS
    sums = np.zeros((4, count))
    for frame in frames:
        shown = frame[frame[..., 3] >= opaque_from]
        cells = cells_of(shown, _HISTOGRAM_BITS)
        sums[3] += np.bincount(cells, minlength=count)
        for channel in range(3):
            sums[channel] += np.bincount(cells, weights=shown[:, channel], minlength=count)
    used = np.flatnonzero(sums[3])
    return Histogram((sums[:3, used] / sums[3, used]).T, sums[3, used])


class Palette:
    """Colours by index; index 0 is transparent.

    Attributes:
        rgb: uint8 [K + 1, 3]; entry 0 is black and never shown.
        lab: the same in OKLab, float32 [K + 1, 3].
    """

    def __init__(self, colours: FloatArray) -> None:
        """``colours``: float64 [K, 3] in 0..255, 1 to 255 of them."""
        from scipy.spatial import cKDTree

        self.rgb = np.zeros((len(colours) + 1, 3), np.uint8)
        self.rgb[1:] = np.rint(colours).clip(0, 255)
        self.lab: Lab = oklab(self.rgb.astype(np.float32))
        self._tree: Any = cKDTree(self.lab[1:])
        # Both by cell, found when a cell is first met; TRANSPARENT stands for "not met yet".
        count = 1 << 3 * _LOOKUP_BITS
        self._nearest = np.zeros(count, np.uint8)
        self._cell_lab: Lab = np.zeros((count, 3), np.float32)

    def cells_of(self, frame: Frame) -> Cells:
        """The cells that the other methods ask for."""
        return cells_of(frame, _LOOKUP_BITS)

    def nearest(self, cells: Cells, visible: BoolArray) -> npt.NDArray[np.uint8]:
        """The index of the colour nearest to each cell, and TRANSPARENT where not ``visible``; uint8, same shape."""
        found = self._nearest[cells]
        found *= visible
        unmet = (found == TRANSPARENT) & visible
        if unmet.any():
            new = np.unique(cells[unmet])
            self._cell_lab[new] = oklab(cell_rgb(new, _LOOKUP_BITS))
            self._nearest[new] = self._tree.query(self._cell_lab[new])[1] + 1
            found = self._nearest[cells]
            found *= visible
        return found

    def distance(self, lab: Lab) -> FloatArray:
        """How far colours in OKLab [N, 3] are from the palette's nearest ones, float64 [N]."""
        return np.asarray(self._tree.query(lab)[0], np.float64)

    def error(self, cells: Cells, indices: npt.NDArray[np.uint8]) -> Float32Array:
        """How far each of ``indices`` is from the colour of its cell, in OKLab; the cells were met before."""
        return np.asarray(np.linalg.norm(self._cell_lab[cells] - self.lab[indices], axis=-1), np.float32)


def make_palette(colours: Histogram, count: int) -> Palette:
    """The best palette of at most ``count`` (1-255) colours. Deterministic: no random start."""
    if len(colours.weight) <= count:
        return Palette(colours.rgb if len(colours.weight) else np.zeros((1, 3)))
    rgb, weight = _at_most(colours, _MOST_POINTS)
    weight = weight**RARE_COLOUR_POWER
    return Palette(means(rgb, weight, cluster(oklab(rgb).astype(np.float64), weight, count)))


def enough_colours(colours: Histogram, counts: Sequence[int], most_error: float) -> int:
    """The first of ``counts`` whose palette is within ``most_error`` (OKLab distance) of the colours in the mean.

    Each colour counts as in ``make_palette``. The last of ``counts`` where none comes so close; a clip of fewer colours
    than the first keeps all of them.
    """
    if len(colours.weight) <= counts[0]:
        return counts[0]
    weight = colours.weight**RARE_COLOUR_POWER
    lab = oklab(colours.rgb.astype(np.float32))
    for count in counts:
        if np.average(make_palette(colours, count).distance(lab), weights=weight) <= most_error:
            return count
    return counts[-1]


def cluster(points: FloatArray, weight: FloatArray, count: int) -> IndexArray:
    """Weighted k-means: for each point ([N, D]) the number of its group, 0 to at most ``count`` - 1."""
    from scipy.spatial import cKDTree

    members = _split(points, weight, count)
    for _ in range(_ROUNDS):
        members = cKDTree(means(points, weight, members)).query(points)[1]
    return members


def _at_most(colours: Histogram, most: int) -> tuple[FloatArray, FloatArray]:
    """The histogram's points, or coarser cells where there are too many of them to be quick."""
    rgb, weight = colours.rgb, colours.weight
    step = 8.0
    while len(weight) > most:
        cells = (rgb // step).astype(np.int64) @ np.array([1, 256, 65536])
        _, members = np.unique(cells, return_inverse=True)
        rgb, weight = means(rgb, weight, members), np.asarray(np.bincount(members, weights=weight), np.float64)
        step *= 1.25
    return rgb, weight


def means(points: FloatArray, weight: FloatArray, members: IndexArray) -> FloatArray:
    """The weighted mean of each group of points; groups that nobody belongs to are left out."""
    total = np.bincount(members, weights=weight)
    sums = np.stack([np.bincount(members, weights=weight * column) for column in points.T], axis=-1)
    return np.asarray(sums[total > 0] / total[total > 0, None])


def _split(points: FloatArray, weight: FloatArray, count: int) -> IndexArray:
    """A start for k-means: the group with the largest error is cut at its mean along its longest axis, again and again.

    Source: X. Wu, "Efficient statistical computations for optimal color quantization", 1991, in spirit.
    """
    members = np.zeros(len(points), np.intp)
    groups = [np.arange(len(points))]
    errors = [_spread(points, weight)]
    while len(groups) < count:
        worst = max(range(len(groups)), key=lambda index: float(errors[index].sum()))
        inside = groups[worst]
        axis = int(errors[worst].argmax())
        values = points[inside, axis]
        above = values > np.average(values, weights=weight[inside])
        if not above.any():
            break
        for index, part in ((worst, inside[~above]), (len(groups), inside[above])):
            if index == len(groups):
                groups.append(part)
                errors.append(_spread(points[part], weight[part]))
            else:
                groups[index] = part
                errors[index] = _spread(points[part], weight[part])
        members[groups[-1]] = len(groups) - 1
    return members


def _spread(points: FloatArray, weight: FloatArray) -> FloatArray:
    """Weighted squared error along each axis, float64 [3]."""
    mean = weight @ points / weight.sum()
    return np.asarray(weight @ (points - mean) ** 2)
