"""Colours as eyes measure them, looked up by a pixel's cell: its RGB in 6 bits each."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt

from pipeline.encode.spool import Frame

CELLS = 1 << 18
"""Number of cells: 64 x 64 x 64."""

Cells = npt.NDArray[np.uint32]
"""uint32 [...]: red + 64 green + 4096 blue, each the channel's upper six bits."""

Lab = npt.NDArray[np.float32]
"""float32 [..., 3]: OKLab lightness 0..1 and two opponent axes of about -0.3..0.3."""


def oklab(rgb: npt.NDArray[np.float32] | npt.NDArray[np.float64]) -> Lab:
    """OKLab of sRGB colours, [..., 3] in 0..255. Source: B. Ottosson, "A perceptual color space", 2020."""
    value = np.asarray(rgb, np.float32) / 255
    linear = np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)
    cones = np.cbrt(linear @ _RGB_TO_CONES)
    return np.asarray(cones @ _CONES_TO_LAB, np.float32)


_RGB_TO_CONES = np.array(
    [
        [0.4122214708, 0.2119034982, 0.0883024619],
        [0.5363325363, 0.6806995451, 0.2817188376],
        [0.0514459929, 0.1073969566, 0.6299787005],
    ],
    np.float32,
)
_CONES_TO_LAB = np.array(
    [
        [0.2104542553, 1.9779984951, 0.0259040371],
        [0.7936177850, -2.4285922050, 0.7827717662],
        [-0.0040720468, 0.4505937099, -0.8086757660],
    ],
    np.float32,
)


def cells_of(frame: Frame) -> Cells:
    """The cell of every pixel, uint32 [H, W], of a contiguous uint8 [H, W, 4] picture."""
    pixels = frame.view("<u4")[..., 0]
    cells: Cells = (pixels >> np.uint32(2)) & np.uint32(0x3F)
    cells |= (pixels >> np.uint32(4)) & np.uint32(0xFC0)
    cells |= (pixels >> np.uint32(6)) & np.uint32(0x3F000)
    return cells


@lru_cache(maxsize=1)
def cell_lab() -> Lab:
    """OKLab of every cell's middle, float32 [CELLS, 3]."""
    cell = np.arange(CELLS)
    rgb = np.stack([cell & 63, (cell >> 6) & 63, cell >> 12], axis=-1) * 4 + 1.5
    return oklab(rgb)
