"""When each picture is shown, in the whole hundredths of a second in which a GIF counts."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import floor

TICKS_PER_SECOND = 100


@dataclass(frozen=True)
class Timing:
    """Which frames of a clip are shown, and for how long.

    Attributes:
        picks: indices into the clip's frames, ascending.
        ticks: for each of them, how long it stays, in 1/100 s; at least 2.
    """

    picks: tuple[int, ...]
    ticks: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.picks)

    @property
    def seconds(self) -> float:
        """How long one round takes."""
        return sum(self.ticks) / TICKS_PER_SECOND

    @property
    def fps(self) -> float:
        """Frames per second as shown."""
        return len(self.picks) / self.seconds


def timing(count: int, fps: float, shown_fps: float | None = None) -> Timing:
    """How ``count`` frames drawn at ``fps`` are shown at ``shown_fps`` (at most ``fps``, which is the default).

    A frame boundary at t seconds falls on the nearest hundredth, so the clip keeps its length and nothing drifts:
    25 fps is 4, 4, 4 ... and 30 fps is 3, 4, 3 ... hundredths.
    """
    shown = count if shown_fps is None else max(1, round(count * shown_fps / fps))
    length = count / fps
    marks = [floor(index * length / shown * TICKS_PER_SECOND + 0.5) for index in range(shown + 1)]
    return Timing(
        picks=tuple(floor((index + 0.5) * count / shown) for index in range(shown)),
        ticks=tuple(after - before for before, after in pairwise(marks)),
    )
