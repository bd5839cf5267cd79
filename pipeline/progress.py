"""From how far a stage is to how far the whole job is."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from pipeline.types import OnProgress, Progress, Stage

SHARES: Final[dict[Stage, float]] = {
    Stage.QUEUED: 0.0,
    Stage.CHARACTER: 0.03,
    Stage.MOTION: 0.42,
    Stage.POSE: 0.50,
    Stage.ENCODE: 0.05,
}
"""Share of a job's time by stage, in the order of the road: a drawn character after a clip (docs/performance.md)."""


def ignore(_progress: Progress) -> None:
    """An ``OnProgress`` for callers who do not look."""


def overall(progress: Progress) -> float:
    """How much of the whole job is done, 0..1."""
    before = 0.0
    for stage, share in SHARES.items():
        if stage is progress.stage:
            return min(1.0, before + share * min(1.0, max(0.0, progress.fraction)))
        before += share
    raise ValueError(progress.stage)


class Forecast:
    """An ``OnProgress`` that adds ``seconds_left`` and hands on.

    While a stage runs, its own pace says how long the rest of it takes; the stages after it are taken to be as much
    slower or faster than ``SHARES`` as this one is.
    """

    def __init__(self, then: OnProgress, clock: Callable[[], float] = time.monotonic) -> None:
        self._then = then
        self._clock = clock
        self._stage = Stage.QUEUED
        self._began = clock()

    def __call__(self, progress: Progress) -> None:
        now = self._clock()
        if progress.stage is not self._stage:
            self._stage, self._began = progress.stage, now
        if progress.seconds_left is None:
            progress = replace(progress, seconds_left=self._seconds_left(progress, now - self._began))
        self._then(progress)

    def _seconds_left(self, progress: Progress, elapsed: float) -> float | None:
        share = SHARES[progress.stage]
        if progress.stage is Stage.CHARACTER or share * progress.fraction < 0.01 or elapsed < 0.2:
            return None
        return elapsed * (1 - overall(progress)) / (share * progress.fraction)
