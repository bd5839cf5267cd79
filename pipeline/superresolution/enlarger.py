"""Whole pictures with alpha from a network that sees small opaque ones.

What transparent pixels hide is filled with the figure's own colours first, or its edges would be drawn against whatever
lies there; alpha is a smooth mask and needs no network.
"""

from __future__ import annotations

from itertools import product
from math import ceil
from typing import Final, Protocol

import numpy as np
from PIL import Image

from pipeline.types import Float32Array, Frames

_VISIBLE: Final = 64
"""Alpha from which on a pixel's colour is to be trusted."""

Colours = Float32Array


class Network(Protocol):
    """Makes colours, float32 [H, W, 3] in 0..1, ``scale`` times as large.

    Attributes:
        scale: 2 or more.
        tile: height and width of what it takes at once.
        fixed: whether it takes nothing smaller.
        overlap: pixels at a tile's rim whose output is thrown away, since only one side of them was seen.
    """

    scale: int
    tile: tuple[int, int]
    fixed: bool
    overlap: int

    def __call__(self, colours: Colours) -> Colours:
        """Colours [H, W, 3] as [scale * H, scale * W, 3]."""
        ...


class Enlarger:
    """Makes pictures ``scale`` times as large."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self.scale = network.scale

    def __call__(self, picture: Frames) -> Frames:
        """A picture, uint8 [H, W, 4], straight alpha, ``scale`` times as large."""
        height, width = picture.shape[:2]
        large = self._enlarge(_filled(picture))
        alpha = Image.fromarray(picture[..., 3])
        grown = alpha.resize((width * self.scale, height * self.scale), Image.Resampling.LANCZOS)
        colours = np.rint(large.clip(0, 1) * 255).astype(np.uint8)
        return np.dstack([colours, np.asarray(grown)])

    def _enlarge(self, colours: Colours) -> Colours:
        """Colours [H, W, 3] in 0..1, tile by tile."""
        scale, rim = self.scale, self._network.overlap
        height, width = colours.shape[:2]
        rows, columns = (
            self._core(length, most) for length, most in zip((height, width), self._network.tile, strict=True)
        )
        below, beside = -height % rows, -width % columns
        padded = np.pad(colours, ((rim, rim + below), (rim, rim + beside), (0, 0)), mode="edge")
        large = np.empty(((height + below) * scale, (width + beside) * scale, 3), np.float32)
        for top, left in product(range(0, height, rows), range(0, width, columns)):
            output = self._network(padded[top : top + rows + 2 * rim, left : left + columns + 2 * rim])
            core = output[rim * scale : (rim + rows) * scale, rim * scale : (rim + columns) * scale]
            large[top * scale : (top + rows) * scale, left * scale : (left + columns) * scale] = core
        return large[: height * scale, : width * scale]

    def _core(self, length: int, most: int) -> int:
        """What of a tile is kept, along a side of this length: tiles of one size, no larger than they have to be."""
        core = most - 2 * self._network.overlap
        return core if self._network.fixed else ceil(length / ceil(length / core))


def _filled(picture: Frames) -> Colours:
    """Colours [H, W, 3] in 0..1 with every hidden pixel taken from the nearest visible one."""
    from scipy import ndimage

    colours = picture[..., :3].astype(np.float32) / 255
    hidden = picture[..., 3] < _VISIBLE
    if not hidden.any() or hidden.all():
        return colours
    nearest = ndimage.distance_transform_edt(hidden, return_distances=False, return_indices=True)
    return np.asarray(colours[nearest[0], nearest[1]])
