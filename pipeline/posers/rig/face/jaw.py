"""The jaw: how far it drops, and what hangs on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np

from pipeline.drawing.pen import Pen
from pipeline.posers.rig.state import FaceState
from pipeline.types.arrays import FloatArray

JAW_DROP: Final = 7.0
"""How far the chin of a usual head goes down as the mouth opens to an A, design units."""
_OPENING: Final = {"aaa": 1.0, "ooo": 0.7, "delta": 0.4, "eee": 0.35, "iii": 0.15, "uuu": 0.15}


def lowered(y: FloatArray, z: FloatArray, state: FaceState) -> FloatArray:
    """The heights [n] of points of the face after the jaw has moved: down as the mouth opens, up as the head looks up.

    Args:
        y, z: height and depth at rest, design units [n].
    """
    opened = np.minimum(1.2, sum(state[f"mouth_{vowel}"] * share for vowel, share in _OPENING.items()))
    dropped = y + JAW_DROP * opened * np.clip((y - 60) / 60, 0, 1)
    up = np.maximum(0.0, state["head_x"])
    height: FloatArray = dropped - up * 0.17 * (68 - z) * np.clip((dropped - 35) / 45, 0, 1)
    return height


class Hung:
    """What hangs on the jaw and follows it: a beard, an animal's muzzle."""

    def __init__(self, pen: Pen, draw: Callable[[], None]) -> None:
        """``draw`` draws it at rest."""
        first = len(pen.mesh.curves)
        draw()
        self._places, self._rest = pen.mesh.points(first)

    def move(self, state: FaceState, rest: FloatArray, dials: dict[str, float]) -> None:
        """See ``Mover``."""
        x, y, z = self._rest.T
        rest[self._places] = np.column_stack([x, lowered(y, z, state), z])
