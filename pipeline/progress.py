"""From how far a stage is to how far the whole job is."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from pipeline.types import (
    AnimojiRequest,
    Character,
    OnProgress,
    PictureSource,
    PoserName,
    Progress,
    Source,
    Stage,
)

Shares = Mapping[Stage, float]
"""Share of a job's time by stage, in the order of the road; they sum to 1."""

DRAWN_SHARES: Final[Shares] = {
    Stage.QUEUED: 0.0,
    Stage.CHARACTER: 0.02,
    Stage.MOTION: 0.53,
    Stage.POSE: 0.33,
    Stage.ENCODE: 0.12,
}
"""A drawn character after a clip (docs/performance.md)."""
NEURAL_SHARES: Final[Shares] = {
    Stage.QUEUED: 0.0,
    Stage.CHARACTER: 0.05,
    Stage.MOTION: 0.10,
    Stage.POSE: 0.83,
    Stage.ENCODE: 0.02,
}
"""A picture that a network moves."""


def shares_for(request: AnimojiRequest) -> Shares:
    """How the time of this job will be spread, as far as one knows beforehand."""
    who = request.character
    if isinstance(who, PictureSource) or request.poser not in (PoserName.AUTO, PoserName.RIG):
        return NEURAL_SHARES
    if isinstance(who, Character):
        return NEURAL_SHARES if who.picture is not None else DRAWN_SHARES
    return NEURAL_SHARES if who.source is Source.DIFFUSED else DRAWN_SHARES


def ignore(_progress: Progress) -> None:
    """An ``OnProgress`` for callers who do not look."""


def overall(progress: Progress, shares: Shares = DRAWN_SHARES) -> float:
    """How much of the whole job is done, 0..1."""
    before = 0.0
    for stage, share in shares.items():
        if stage is progress.stage:
            return min(1.0, before + share * min(1.0, max(0.0, progress.fraction)))
        before += share
    raise ValueError(progress.stage)


class Forecast:
    """An ``OnProgress`` that adds ``seconds_left`` and hands on.

    While a stage runs, its own pace says how long the rest of it takes; the stages after it are taken to be as much
    slower or faster than ``shares`` as this one is.
    """

    def __init__(
        self, then: OnProgress, shares: Shares = DRAWN_SHARES, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._then = then
        self._shares = shares
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
        share = self._shares[progress.stage]
        if progress.stage is Stage.CHARACTER or share * progress.fraction < 0.01 or elapsed < 0.2:
            return None
        return elapsed * (1 - overall(progress, self._shares)) / (share * progress.fraction)
