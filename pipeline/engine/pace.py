"""How long jobs take, learned from those that are done."""

from __future__ import annotations

from collections import Counter
from math import exp, log
from typing import Final

from pipeline.plan import Course, Seconds, StageWork, WorkKind

_NEWEST_SHARE: Final = 0.3
"""How far the newest job moves the average, once that is an average of a few."""
_SHORTEST: Final = 1e-4
"""Seconds; what takes less is as good as nothing."""
_LEAST_KNOWN: Final = 0.5
"""The share of a job's usual time that must be of known kinds for the rest to be guessed from it."""


class Pace:
    """How many times slower or faster than usual this machine is, for each kind of work on its own.

    A plan says what a job consists of and how long each part usually takes, by seconds of motion, frames and pixels; so
    a painted character tells nothing about a drawn one, but the GIF that both become is learned from either.
    """

    def __init__(self) -> None:
        self._rates: dict[WorkKind, float] = {}
        """Logarithm of the measured seconds over the usual ones, a moving average."""
        self._jobs: Counter[WorkKind] = Counter()

    def learn(self, plan: Course, seconds: Seconds) -> None:
        """A job went by this plan (with its true number of frames), and its stages took so long; others, no time."""
        for stage, work in plan.work.items():
            newest = log(max(seconds.get(stage, 0.0), _SHORTEST) / work.seconds)
            before = self._rates.get(work.kind, newest)
            self._jobs[work.kind] += 1
            share = max(_NEWEST_SHARE, 1 / self._jobs[work.kind])
            self._rates[work.kind] = before + share * (newest - before)

    def expected(self, plan: Course) -> Seconds | None:
        """Seconds that each stage of such a job will take here.

        None while that cannot be told: kinds of work that were never seen are guessed from the others only where these
        are most of the job, and where the machine does not decide.
        """
        work = plan.work
        known = {stage: each.seconds * exp(self._rates[each.kind]) for stage, each in work.items() if self._knows(each)}
        unknown = [each for each in work.values() if not self._knows(each)]
        usual = sum(work[stage].seconds for stage in known)
        total = usual + sum(each.seconds for each in unknown)
        if any(each.kind.varies for each in unknown) or usual < _LEAST_KNOWN * total:
            return None
        speed = sum(known.values()) / usual
        return {stage: known.get(stage, each.seconds * speed) for stage, each in work.items()}

    def estimate(self, plan: Course) -> float | None:
        """Seconds that such a job will take in all; None while that cannot be told."""
        expected = self.expected(plan)
        return None if expected is None else sum(expected.values())

    def _knows(self, work: StageWork) -> bool:
        return work.kind in self._rates
