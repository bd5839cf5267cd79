"""A person's ears and what hangs on them: as the head turns, the near one stays at the cheek's edge, the far one goes
into hiding behind it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np

from pipeline.drawing.pen import Pen
from pipeline.posers.rig.state import FaceState
from pipeline.types.arrays import FloatArray

_NEAR: Final = 12.0
"""Design units by which the near ear moves in when the head has turned all the way."""
HIDES: Final = 22.0
"""The same for a far one that is to be hidden."""
_SOON: Final = 2.0
"""A whole turn is so many times what hides it."""


class OnEars:
    """Both ears, or what both of them wear."""

    def __init__(self, pen: Pen, draw: Callable[[], None], far: float = 0.0) -> None:
        """``draw`` draws it at rest; ``far``: design units by which what is on the far ear moves in."""
        first = len(pen.mesh.curves)
        draw()
        self._places, self._rest = pen.mesh.points(first)
        self._side, self._far = np.sign(self._rest[:, 0]), far

    def move(self, state: FaceState, rest: FloatArray, dials: dict[str, float]) -> None:
        """See ``Mover``."""
        x, y, z = self._rest.T
        toward = state["head_y"] * self._side
        inward = _NEAR * np.maximum(0.0, toward) + self._far * np.minimum(1.0, np.maximum(0.0, -_SOON * toward))
        rest[self._places] = np.column_stack([x - self._side * inward, y, z])
