"""Colours as eyes measure them, and pixels sorted into cells of nearly equal colours."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from pipeline.encode.spool import Frame

Cells = npt.NDArray[np.uint32]
"""uint32 [...]: a cell's number, from the upper bits of red (lowest), green and blue."""

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


def cells_of(frame: Frame, bits: int) -> Cells:
    """The cell of every pixel, uint32 [...], of a contiguous uint8 [..., 4] picture; ``bits`` of each channel count."""
    pixels = frame.view("<u4")[..., 0]
    mask = (1 << bits) - 1
    cells: Cells = (pixels >> np.uint32(8 - bits)) & np.uint32(mask)
    cells |= (pixels >> np.uint32(16 - 2 * bits)) & np.uint32(mask << bits)
    cells |= (pixels >> np.uint32(24 - 3 * bits)) & np.uint32(mask << 2 * bits)
    return cells


def cell_rgb(cells: Cells, bits: int) -> npt.NDArray[np.float32]:
    """The middle of each cell, float32 [..., 3] in 0..255."""
    width, mask = 1 << (8 - bits), (1 << bits) - 1
    digits = np.stack([(cells >> np.uint32(shift)) & np.uint32(mask) for shift in (0, bits, 2 * bits)], axis=-1)
    return np.asarray(digits * width + (width - 1) / 2, np.float32)
