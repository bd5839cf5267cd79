"""The line of a closed mouth."""

from __future__ import annotations

from typing import Final

import numpy as np

ACROSS: Final = np.linspace(-1, 1, 9)
"""The places of a mouth's nine points, from its right corner (-1) to its left (1)."""


def arc(depth: float, corners: float = 0.0, power: float = 2) -> tuple[float, ...]:
    """Height of the nine points of a bow, in design units, positive down.

    Args:
        depth: how far the middle hangs below the corners; negative for a frown.
        corners: height of the corners.
        power: 2 is a parabola; less makes the middle pointed.
    """
    return tuple((depth * (1 - np.abs(ACROSS) ** power) + corners).tolist())
