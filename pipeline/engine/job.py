"""A job: one request on its way through the engine."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Hashable
from enum import Enum
from typing import Generic

from pipeline.plan import Course
from pipeline.types import Progress, Stage
from pipeline.types.asks import Asks, Given


class JobPhase(Enum):
    """Where a job is in its life."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"


class JobHandle(Generic[Given]):
    """What ``Engine.submit`` answers. ``async for`` follows its progress, ``await job.result()`` its end.

    Attributes:
        id: counts up from 1 in each engine.
        owner: whose job it is, for fair turns.
        label: a word for the log.
        request: what is asked for.
        plan: how.
        stage_seconds: how long each stage of its work has taken so far.
        losses: how often what ran it died, be it a process or a machine.
        position: 0 while it runs or is over, 1 for the next one to run, and so on.
        progress: the newest one; ``seconds_left`` is filled from past jobs where the pipeline cannot say yet.
        outcome: done when the job is; for the engine (others ask ``result``).
    """

    def __init__(
        self,
        number: int,
        request: Asks[Given],
        plan: Course,
        owner: Hashable,
        label: str,
        cancel: Callable[[JobHandle[Given]], None],
    ) -> None:
        self.id = number
        self.request = request
        self.plan = plan
        self.owner = owner
        self.label = label
        self.state = JobPhase.QUEUED
        self.position = 0
        self.progress = Progress(Stage.QUEUED)
        self._cancel = cancel
        self.outcome: asyncio.Future[Given] = asyncio.get_running_loop().create_future()
        # An outcome that nobody asks for is no mistake.
        self.outcome.add_done_callback(lambda outcome: outcome.cancelled() or outcome.exception())
        self._changed = asyncio.Event()
        self.stage_seconds: dict[Stage, float] = {}
        self.losses = 0
        self._counted_at = 0.0

    async def result(self) -> Given:
        """What became of the request.

        Raises:
            UserError: the user can put it right.
            JobCancelled: it was cancelled.
            PipelineError: a bug (``PipelineDiedError``: the process died twice over it).
            EngineClosedError: the engine shut down first.
        """
        return await asyncio.shield(self.outcome)

    def cancel(self) -> None:
        """Takes it back: it is over at once, for the person; work that has begun ends soon after."""
        self._cancel(self)

    @property
    def done(self) -> bool:
        """Whether the job has ended, well or not."""
        return self.state is JobPhase.DONE

    async def __aiter__(self) -> AsyncIterator[Progress]:
        """The newest progress whenever there is news, until the job is over. News that comes too fast is skipped.

        While the job waits, its position changing is news too.
        """
        while not self.done:
            changed = self._changed
            yield self.progress
            await changed.wait()

    def show(self, progress: Progress, position: int = 0) -> None:
        """For the engine: there is news."""
        if not self.done and (progress, position) != (self.progress, self.position):
            self._count_time()
            if progress.stage is Stage.QUEUED:  # it is begun again
                self.stage_seconds.clear()
            self.progress, self.position = progress, position
            self._tell()

    def start(self) -> None:
        """For the engine: work begins."""
        self.state = JobPhase.RUNNING
        self._counted_at = time.monotonic()
        self.show(Progress(Stage.QUEUED, 1.0))

    def wait_again(self) -> None:
        """For the engine: what ran it was lost, so it is in the queue once more."""
        self.state = JobPhase.QUEUED
        self.stage_seconds.clear()

    def finish(self, outcome: Given | BaseException) -> None:
        """For the engine: it is over; only the first call counts."""
        if self.done:
            return
        self._count_time()
        self.state = JobPhase.DONE
        self.position = 0
        if isinstance(outcome, BaseException):
            self.outcome.set_exception(outcome)
        else:
            self.outcome.set_result(outcome)
        self._tell()

    def _count_time(self) -> None:
        """Counts the time since the last news as its stage's."""
        if self.state is not JobPhase.RUNNING:
            return
        now, stage = time.monotonic(), self.progress.stage
        if stage is not Stage.QUEUED:
            self.stage_seconds[stage] = self.stage_seconds.get(stage, 0.0) + now - self._counted_at
        self._counted_at = now

    def _tell(self) -> None:
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()
