"""How long a job may be silent, and how much time and memory it may take in all."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from math import inf
from typing import Final

from pipeline.engine.surroundings import has_gpu
from pipeline.plan import Course, Making, Plan
from pipeline.types import PoserName, Progress, Stage

GIB: Final = 1024**3


@dataclass(frozen=True)
class Budget:
    """What one job may use, in seconds: of the clock, and of processor time over all threads."""

    wall: float
    cpu: float


@dataclass(frozen=True)
class Limits:
    """What is allowed before a job is given up, so that none can block the queue.

    The first five are seconds without a sign of life (a progress report).

    Attributes:
        start: until a process has started and warmed up, and until the first one after that.
        header: from the beginning of a clip's stage until its header is read.
        frame: between any two signs of life after that.
        network: the same where a neural network is loaded and looks at a whole picture.
        diffusion: the same while Stable Diffusion paints; one step on a slow processor takes minutes.
        usual: what a whole job may use.
        painting: what a job may use whose character is painted first.
        memory: bytes of address space for a drawn character's job, or a look at somebody. Clips need .6 GB of memory in
            2 GB of addresses; files that claim tables of many millions of entries ask for more than 4.
        network_memory: the same where a neural network works on the processor; there is no limit beside a GPU, whose
            drivers reserve far more than they use.
    """

    start: float = 120.0
    header: float = 10.0
    frame: float = 15.0
    network: float = 120.0
    diffusion: float = 600.0
    usual: Budget = Budget(wall=1800.0, cpu=3600.0)
    painting: Budget = Budget(wall=7200.0, cpu=86400.0)
    memory: int = 3 * GIB
    network_memory: int = 16 * GIB

    def budget(self, plan: Course) -> Budget:
        """What this job may use in all."""
        return self.painting if _making(plan) is Making.PAINTED else self.usual

    def memory_of(self, plan: Course) -> int | None:
        """Bytes of address space for this job; None for any number."""
        if plan.is_light:
            return self.memory
        return None if has_gpu() else self.network_memory

    def silence(self, plan: Course, stage: Stage, *, begins: bool) -> float:
        """How long a job may be silent in this stage; ``begins``: only the stage's beginning was reported so far."""
        match stage:
            case Stage.QUEUED:
                return self.start
            case Stage.CHARACTER if _making(plan) is Making.PAINTED:
                return self.diffusion
            case Stage.CHARACTER if _making(plan) is Making.ALIGNED:
                return self.network
            case Stage.MOTION if begins and plan.reads_a_clip:
                return self.header
            case Stage.POSE if isinstance(plan, Plan) and plan.poser is not PoserName.RIG:
                return self.network
            case _:
                return self.frame


def _making(course: Course) -> Making | None:
    return course.making if isinstance(course, Plan) else None


class Watchdog:
    """Watches one job over all its tries: for silence since the last report, and for its time in all."""

    def __init__(self, limits: Limits, plan: Course, clock: Callable[[], float] = time.monotonic) -> None:
        self._limits = limits
        self._plan = plan
        self._clock = clock
        self._heard_at = clock()
        self._over_at = inf
        """When its time in all is over; that counts from its first sign of life, not from its process's start."""
        self._stage = Stage.QUEUED
        self._reports = 0

    def hear(self, progress: Progress) -> None:
        """There was a sign of life."""
        self._heard_at = self._clock()
        if self._over_at == inf and progress.stage is not Stage.QUEUED:
            self._over_at = self._heard_at + self._limits.budget(self._plan).wall
        self._reports = self._reports + 1 if progress.stage is self._stage else 1
        self._stage = progress.stage

    @property
    def patience(self) -> float:
        """Seconds until the job is to be given up unless it is heard; not above 0 when that time has come."""
        now = self._clock()
        silence = self._limits.silence(self._plan, self._stage, begins=self._reports <= 1)
        return min(self._heard_at + silence, self._over_at) - now

    @property
    def complaint(self) -> str:
        """Why the job is to be given up."""
        now = self._clock()
        if now >= self._over_at:
            return f"the job took longer than {self._limits.budget(self._plan).wall:g} s"
        return f"the pipeline said nothing for {now - self._heard_at:.3g} s in the stage {self._stage.value}"
