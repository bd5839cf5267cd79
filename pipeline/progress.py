"""From how far a stage is to how far the whole job is."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from pipeline.plan import Seconds
from pipeline.types import Notice, OnProgress, Progress, Stage

_OWN_PACE_FROM: Final = 0.2
"""Seconds that a stage must have run for its own pace to mean anything."""


def ignore(_progress: Progress) -> None:
    """An ``OnProgress`` for callers who do not look."""


def whole_of(progress: Progress, seconds: Seconds) -> float:
    """How much of the whole job is done, 0..1, when its stages take so long."""
    before = 0.0
    total = max(sum(seconds.values()), 1e-9)
    for stage, share in seconds.items():
        if stage is progress.stage:
            return min(1.0, (before + share * _clamped(progress.fraction)) / total)
        before += share
    return 0.0  # it waits


def part_of(on_progress: OnProgress, start: float, share: float) -> OnProgress:
    """Hears of work that is this share (0..1) of its stage and begins when ``start`` of the stage is done."""
    return lambda progress: on_progress(replace(progress, fraction=start + share * progress.fraction))


class Forecast:
    """An ``OnProgress`` that adds how much of the whole job is done, which never shrinks, the seconds left, and what
    was noticed before.

    A stage's own pace says more and more how long the rest of it takes. The stages after it take ``seconds`` where
    these were learned on this machine; otherwise they are taken to be as much slower or faster as this one is.
    """

    def __init__(
        self,
        then: OnProgress,
        seconds: Seconds,
        *,
        learned: bool = False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._then = then
        self._seconds = seconds
        self._learned = learned
        self._clock = clock
        self._stage = Stage.QUEUED
        self._began = clock()
        self._whole = 0.0
        self._notices: dict[Notice, None] = {}

    def __call__(self, progress: Progress) -> None:
        """Adds what is known of the whole job and hands the news on."""
        now = self._clock()
        if progress.stage is not self._stage:
            self._stage, self._began = progress.stage, now
        self._whole = max(self._whole, whole_of(progress, self._seconds))
        self._notices |= dict.fromkeys(progress.notices)
        left = self._left_learned if self._learned else self._left_by_pace
        seconds_left = left(progress, now - self._began)
        self._then(replace(progress, whole=self._whole, seconds_left=seconds_left, notices=tuple(self._notices)))

    def _left_by_pace(self, progress: Progress, elapsed: float) -> float | None:
        usual = self._seconds.get(progress.stage, 0.0)
        done = usual * _clamped(progress.fraction)
        rest = sum(self._seconds.values()) - self._before(progress.stage) - done
        if progress.stage is Stage.CHARACTER or done < 0.01 * sum(self._seconds.values()) or elapsed < _OWN_PACE_FROM:
            return None
        return elapsed * rest / done

    def _left_learned(self, progress: Progress, elapsed: float) -> float:
        fraction, usual = _clamped(progress.fraction), self._seconds.get(progress.stage, 0.0)
        this = usual
        if fraction > 0 and elapsed >= _OWN_PACE_FROM:
            trust = min(1.0, 3 * fraction)
            this += trust * (elapsed / fraction - usual)
        # Where nothing is told between a stage's beginning and its end, its clock must do.
        rest = (1 - fraction) * this if fraction > 0 else max(0.0, usual - elapsed)
        return rest + sum(self._seconds.values()) - self._before(progress.stage) - usual

    def _before(self, stage: Stage) -> float:
        """Seconds of the stages before this one."""
        order = list(Stage)
        return sum(took for each, took in self._seconds.items() if order.index(each) < order.index(stage))


def _clamped(fraction: float) -> float:
    return min(1.0, max(0.0, fraction))
