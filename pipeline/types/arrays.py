"""The arrays that numbers and pictures travel in, by name. Docstrings add the shape."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]
"""float64, any shape: curves, points and matrices, while they are calculated."""

ComplexArray = npt.NDArray[np.complex128]
"""complex128, any shape: points of the plane, x + iy."""

Float32Array = npt.NDArray[np.float32]
"""float32, any shape: what networks take and give, and pictures while they are calculated."""

BoolArray = npt.NDArray[np.bool_]
"""bool, any shape: masks."""

IndexArray = npt.NDArray[np.intp]
"""intp, any shape: positions in another array."""

Pixels = npt.NDArray[np.uint8]
"""uint8, 0..255: one picture [H, W, 3 or 4] in sRGB with straight alpha, or one channel of it [H, W]."""
