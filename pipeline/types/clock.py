"""When the frames of a motion are: most come evenly, those of phones and screen recorders as they can."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from pipeline.types.arrays import FloatArray

_EVEN: Final = 0.35
"""Frames come evenly where no interval differs by a greater share from their average: containers round times, and a
clip at 60 frames per second is thinned to 25 by taking every second or third one."""


@dataclass(frozen=True)
class Clock:
    """The times of a motion's frames.

    Attributes:
        seconds: float64 [T], strictly growing; the first is 0.
        fps: frames per second on average.
    """

    seconds: FloatArray
    fps: float

    @classmethod
    def even(cls, frames: int, fps: float) -> Clock:
        """The times of so many frames that come evenly."""
        return cls(np.arange(frames) / fps, fps)

    def __len__(self) -> int:
        return len(self.seconds)

    @cached_property
    def is_even(self) -> bool:
        """Whether the frames come evenly, within what containers round off."""
        return bool((np.abs(np.diff(self.seconds) * self.fps - 1) <= _EVEN).all())

    @property
    def length(self) -> float:
        """The motion's length in seconds: the last frame is shown as long as one is on average."""
        return float(self.seconds[-1]) + 1 / self.fps if len(self) else 0.0

    def frames_at(self, seconds: float | FloatArray) -> FloatArray:
        """At which frames these times are, with fractions: from 0 to T, which is the end of the last one."""
        ends = np.append(self.seconds, self.length)
        return np.asarray(np.interp(seconds, ends, np.arange(len(ends))), np.float64)

    def seconds_at(self, frame: int) -> float:
        """When a frame begins; the frame behind the last one is the motion's end."""
        return float(self.seconds[frame]) if frame < len(self) else self.length
