"""How sleeves are cut: what they cover, and how loose they are."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

import numpy as np

from pipeline.types.arrays import FloatArray


class Sleeve(Enum):
    """What covers an arm."""

    LONG = auto()
    """Gathered in a cuff."""
    TAILORED = auto()
    """Long, of firm cloth, and open at its end."""
    SHORT = auto()
    """To above the elbow."""
    NONE = auto()
    WIDE = auto()
    """A kimono's, which hangs open below the forearm."""


_EVEN: Final = ([0, 0.25, 0.5, 0.65, 0.88, 1.0], [0, 1.5, 2.5, 1.5, 4.0, 0.5])
_SOFT: Final = (
    ([0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0], [0, 1.0, 1.0, 3.5, 2.5, 0.5, 3.0, 4.5, -1.5]),
    ([0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.9, 1.0], [0, 1.5, 3.0, 3.5, -0.5, 3.0, 1.0, 6.0, -1.5]),
)
_FIRM: Final = (
    ([0, 0.2, 0.4, 0.5, 0.6, 0.75, 0.9, 1.0], [0, 0.5, 0.5, 3.0, 1.5, 0.5, 1.5, 2.0]),
    ([0, 0.2, 0.35, 0.5, 0.6, 0.75, 0.9, 1.0], [0, 1.5, 3.0, 0.0, 2.5, 0.5, 1.5, 2.5]),
)
"""How far a sleeve stands off outside and inside, at shares of the arm's length: it hangs from the elbow and folds there,
and a soft one hangs over its cuff, too.
"""


def slack(along: FloatArray, sleeve: Sleeve, thickness: float, *, alike: bool) -> tuple[FloatArray, FloatArray]:
    """How far a sleeve stands off a usual arm, outside and inside, [n] design units each.

    Args:
        along: shares of the arm's length [n]. thickness: of its cloth. alike: both sides are the same.
    """
    if alike or sleeve is Sleeve.WIDE:
        even = np.interp(along, *_EVEN)
        return even, even
    loose = 1.0 + 0.06 * thickness
    outside, inside = _FIRM if sleeve is Sleeve.TAILORED else _SOFT
    return loose * np.interp(along, *outside), loose * np.interp(along, *inside)
