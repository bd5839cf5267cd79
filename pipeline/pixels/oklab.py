"""Arrays of colours in OKLab, in which equal distances look equal."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.pixels.oklch import LMS_TO_LAB, RGB_TO_LMS
from pipeline.types.arrays import Float32Array, FloatArray

Lab = Float32Array
"""float32 [..., 3]: OKLab's lightness 0..1 and two opponent axes of about -0.3..0.3."""

_FROM_RGB: Final = np.array(RGB_TO_LMS, np.float32).T.copy()
_FROM_LMS: Final = np.array(LMS_TO_LAB, np.float32).T.copy()


def oklab(rgb: Float32Array | FloatArray) -> Lab:
    """OKLab of sRGB colours, [..., 3] in 0..255. Source: see ``oklch``."""
    value = np.asarray(rgb, np.float32) / 255
    linear = np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)
    cones = np.cbrt(linear @ _FROM_RGB)
    return np.asarray(cones @ _FROM_LMS, np.float32)
