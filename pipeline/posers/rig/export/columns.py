"""Columns of whole numbers, as a puppet's file holds them; docs/puppet.md has the format."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from pipeline.tape import vlq
from pipeline.types.arrays import IndexArray

UNIT: Final = 0.005
"""Design units of a stored coordinate on the picture, and of half of a line's width."""
DEPTH: Final = 0.01
"""Design units of a stored depth, which a turned head shows a part of."""
LEAN: Final = 0.00125
"""Design units of how far a pencil's second stroke lies beside the first."""
DIGITS: Final = 6
"""Significant digits of a program's constants: of a coordinate they are finer than ``UNIT``."""
SHARE: Final = 0.0001
"""Of a stored share of 1."""


def whole(values: npt.ArrayLike, unit: float = 1.0) -> IndexArray:
    """Numbers as whole multiples of ``unit``."""
    made: IndexArray = np.rint(np.asarray(values, np.float64) / unit).astype(np.intp)
    return made


def numbers(values: npt.ArrayLike, unit: float = 1.0) -> str:
    """Numbers as whole multiples of ``unit``."""
    return vlq(whole(values, unit).tolist())


def differences(values: npt.ArrayLike, unit: float = 1.0) -> str:
    """Numbers as whole multiples of ``unit``, each less the one before it: long runs of them pack well. Where the last
    ones are all the same, their differences are left out.
    """
    steps = np.diff(whole(values, unit), prepend=0)
    return vlq(np.trim_zeros(steps, "b").tolist())
