"""Pixels sorted into cells of nearly equal colours."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from pipeline.encode.spool import Frame
from pipeline.types import Float32Array

Cells = npt.NDArray[np.uint32]
"""uint32 [...]: a cell's number, from the upper bits of red (lowest), green and blue."""


def cells_of(frame: Frame, bits: int) -> Cells:
    """The cell of every pixel, uint32 [...], of a contiguous uint8 [..., 4] picture; ``bits`` of each channel count."""
    pixels = frame.view("<u4")[..., 0]
    mask = (1 << bits) - 1
    cells: Cells = (pixels >> np.uint32(8 - bits)) & np.uint32(mask)
    cells |= (pixels >> np.uint32(16 - 2 * bits)) & np.uint32(mask << bits)
    cells |= (pixels >> np.uint32(24 - 3 * bits)) & np.uint32(mask << 2 * bits)
    return cells


def cell_rgb(cells: Cells, bits: int) -> Float32Array:
    """The middle of each cell, float32 [..., 3] in 0..255."""
    width, mask = 1 << (8 - bits), (1 << bits) - 1
    digits = np.stack([(cells >> np.uint32(shift)) & np.uint32(mask) for shift in (0, bits, 2 * bits)], axis=-1)
    return np.asarray(digits * width + (width - 1) / 2, np.float32)
