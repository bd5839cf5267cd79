"""The One Euro filter: numbers that come one after the other become steady, and lag behind a little.

Slow movements are smoothed much, fast ones hardly (Casiez, Roussel and Vogel: "1€ Filter", CHI 2012). It is written for
one number and without branches, so that browsers run the same code, see ``packed_one_euro``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from pipeline.tape import Program, Tape, Traced
from pipeline.types import FloatArray, PoseCategory, Poses, pose_mask

CUTOFF: Final = 1.2
"""How slow a movement is smoothed, in hertz."""
KEENNESS: Final = 1.5
"""How much higher the cutoff gets with speed, in hertz for one whole range a second (the paper's beta)."""
LID_CUTOFF: Final = 8.0
"""Lids shut in a tenth of a second: they are hardly smoothed."""
_SPEED_CUTOFF: Final = 1.0
"""How much the speed itself is smoothed, in hertz (the paper's dcutoff)."""
_SHORTEST: Final = 1e-3
"""Seconds that pass at least from one pose to the next."""
_INPUTS: Final = ("value", "last", "speed", "seconds", "cutoff", "keenness")


@dataclass(frozen=True)
class Smoothing:
    """How much is smoothed.

    Attributes:
        cutoff: of slow movements, in hertz; lower ones are steadier and later.
        keenness: how much less fast ones are smoothed; 0 smooths all alike.
    """

    cutoff: float = CUTOFF
    keenness: float = KEENNESS

    def cutoffs(self) -> FloatArray:
        """The cutoff of each number of a pose, float64 [45]: lids keep a high one."""
        lids = pose_mask(PoseCategory.EYE)
        return np.where(lids, max(self.cutoff, LID_CUTOFF), self.cutoff)


class Steady:
    """Filters numbers, float [N], that come one after the other: poses, or where a head is."""

    def __init__(self) -> None:
        self._last: FloatArray | None = None
        self._speed: FloatArray | float = 0.0

    def next(
        self, numbers: Poses | FloatArray, seconds: float, cutoffs: FloatArray | float, keenness: float
    ) -> FloatArray:
        """The steady numbers, float64 [N].

        Args:
            numbers: the newest ones.
            seconds: since those before; counts for nothing in the first call.
            cutoffs: of slow movements, in hertz, of each number or of all.
            keenness: as in ``Smoothing``.
        """
        value = np.asarray(numbers, np.float64)
        last = value if self._last is None else self._last
        seconds = np.maximum(seconds, _SHORTEST)
        self._last, self._speed = one_euro(value, last, self._speed, seconds, cutoffs, keenness)
        return self._last


def one_euro(value: Any, last: Any, speed: Any, seconds: Any, cutoff: Any, keenness: Any) -> tuple[Any, Any]:
    """The steady value and its speed, from those of the call before and the newest value; all of one shape."""
    speed = speed + _share(_SPEED_CUTOFF, seconds) * ((value - last) / seconds - speed)
    return last + _share(cutoff + keenness * np.abs(speed), seconds) * (value - last), speed


def _share(cutoff: Any, seconds: Any) -> Any:
    """The part of the way that an exponential filter goes in this time."""
    return 1 / (1 + 1 / (2 * np.pi * cutoff * seconds))


def one_euro_program() -> Program:
    """The same for one number: ``_INPUTS`` become the steady value and its speed."""
    tape = Tape()
    values = Traced.inputs(tape, _INPUTS)
    steady, speed = one_euro(*(values[index : index + 1] for index in range(len(_INPUTS))))
    return tape.program(Traced.of(tape, np.concatenate([steady, speed])).ravel().slots)


def packed_one_euro() -> dict[str, Any]:
    """The filter as JSON for browsers; docs/puppet.md describes it."""
    usual = Smoothing()
    return {
        "format": "animemoji.one_euro",
        "version": 2,
        "program": one_euro_program().packed(),
        "cutoffs": usual.cutoffs().tolist(),
        "keenness": usual.keenness,
        "shortest": _SHORTEST,
    }
