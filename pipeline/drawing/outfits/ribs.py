"""Ribs of knitted cloth."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.types.arrays import FloatArray

_STEP: Final = 9.0
"""From rib to rib, design units."""
_HALF: Final = 1.3
"""Half the width of the furrow between two ribs."""
_ENDS: Final = 0.12
"""How far from a band's edges furrows end, as a share of its height."""


def furrows(upper: FloatArray, lower: FloatArray) -> list[FloatArray]:
    """The furrows [4, 2] of a band between two edges [n, 2] that run the same way; all points are corners."""
    length = float(np.sum(np.hypot(*np.diff(upper, axis=0).T)))
    count = max(int(length / _STEP), 3)
    shapes = []
    for share in (np.arange(count) + 0.5) / count:
        top, foot = (_along(edge, float(share)) for edge in (upper, lower))
        across = _along(upper, min(float(share) + 0.02, 1.0)) - top
        across = across / max(float(np.hypot(*across)), 1e-6) * _HALF
        inset = (foot - top) * _ENDS
        ends = top + inset, foot - inset
        shapes.append(np.array([ends[0] - across, ends[0] + across, ends[1] + across, ends[1] - across]))
    return shapes


def _along(edge: FloatArray, share: float) -> FloatArray:
    """The point at this share of an edge's points."""
    places = np.linspace(0, 1, len(edge))
    return np.array([np.interp(share, places, edge[:, axis]) for axis in (0, 1)])
