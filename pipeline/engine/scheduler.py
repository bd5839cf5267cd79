"""A fair queue in front of places where jobs run."""

from __future__ import annotations

import asyncio
import heapq
import logging
from abc import ABC, abstractmethod
from collections.abc import Hashable
from enum import Enum
from functools import partial
from math import inf
from types import TracebackType
from typing import Any, Final, Protocol

from typing_extensions import Self

from pipeline.characters.diffused import can_diffuse
from pipeline.engine.job import JobHandle
from pipeline.engine.pace import Pace
from pipeline.engine.queue import FairQueue
from pipeline.plan import Course, as_it_was, course_of
from pipeline.progress import Forecast
from pipeline.types import (
    JobCancelled,
    OnProgress,
    PipelineDiedError,
    PipelineError,
    PipelineSettings,
    Progress,
    Stage,
    UserError,
)
from pipeline.types.asks import Asks, Given

log = logging.getLogger(__name__)

TRIES: Final = 2
"""How often a job may be begun when the place where it runs dies over it."""
_NEWS_SECONDS: Final = 0.1
"""How often those who wait are told that a running job is slower or faster than it was thought to be."""


class EngineClosedError(Exception):
    """The engine shut down, or lost all that it runs on, before the job was done. It is no fault of the job's."""


class RunnerLostError(Exception):
    """The place where a job ran is gone; the job may be begun again elsewhere. ``begun``: it had been begun here."""

    def __init__(self, message: str, *, begun: bool = True) -> None:
        self.begun = begun
        super().__init__(message)


class Lane(Enum):
    """Which jobs a runner takes."""

    ANY = "any"
    PROCESSOR = "processor"
    """Those for which a GPU is of no use: looks at people, and drawn characters."""
    GPU = "gpu"
    """Pictures, which networks paint and move."""

    def suits(self, course: Course) -> bool:
        """Whether such a runner takes a job that goes by this plan."""
        return self is Lane.ANY or course.is_light is (self is Lane.PROCESSOR)


class Runner(Protocol):
    """Where jobs run, one at a time."""

    @property
    def place(self) -> Lane:
        """Which jobs it takes."""
        ...

    async def run(self, job: JobHandle[Given], hear: OnProgress) -> Given:
        """Works on a job until it is done or its ``outcome`` is, because somebody cancelled it.

        ``hear`` is told Stage.QUEUED when the work begins again.

        Raises:
            UserError, JobCancelled, PipelineError: as the pipeline raised them, or it was given up.
            RunnerLostError: it will run nothing any more.
            EngineClosedError: nor will any other runner, for now.
        """
        ...

    async def close(self, grace_seconds: float = 0.0) -> None:
        """Ends what runs, by force after the grace, and waits until nothing is left of it."""
        ...


class Scheduler(ABC):
    """Jobs take fair turns by owner, and go to whatever runner is free. ``async with`` opens and closes it.

    Cancelling is instant for the person. A job whose runner is lost goes back to the front, and is given up when that
    happens for the second time.
    """

    def __init__(self, settings: PipelineSettings, grace_seconds: float) -> None:
        """``grace_seconds``: how long a job may go on after it was cancelled, before it is stopped by force."""
        self._settings = settings
        self._grace_seconds = grace_seconds
        self._queue: FairQueue[JobHandle[Any]] = FairQueue()
        self._runners: list[Runner] = []
        self._busy: dict[Runner, JobHandle[Any]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._pace = Pace()
        self._count = 0
        self._is_open = False
        self._news: asyncio.TimerHandle | None = None
        self._expected = 0

    @abstractmethod
    async def open(self) -> None:
        """Brings its runners."""

    async def close(self) -> None:
        """Gives up what waits and what runs, and waits until nothing is left of it."""
        self._is_open = False
        if self._news is not None:
            self._news.cancel()
        for job in [*self._busy.values(), *self._queue.keys()]:
            job.finish(EngineClosedError("the engine shut down before the job was done"))
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.gather(*(runner.close(self._grace_seconds) for runner in self._runners))

    async def __aenter__(self) -> Self:
        await self.open()
        self._is_open = True
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    def submit(self, request: Asks[Given], *, owner: Hashable = None, label: str = "") -> JobHandle[Given]:
        """Puts a job in the queue.

        Raises:
            EngineClosedError: outside ``async with``.
            UserError: it can be told already that this cannot be made.
        """
        if not self._is_open:
            raise EngineClosedError("the engine is not running")
        self._count += 1
        job: JobHandle[Given] = JobHandle(self._count, request, self._plan(request), owner, label, self._cancel)
        self._queue.put(job, owner)
        self._start_work()
        return job

    @property
    def slots(self) -> int:
        """How many jobs can run at once."""
        return len(self._runners)

    @property
    def waiting(self) -> int:
        """How many jobs wait."""
        return len(self._queue)

    @property
    def running(self) -> tuple[JobHandle[Any], ...]:
        """The jobs that are worked on."""
        return tuple(self._busy.values())

    def expect(self, jobs: int) -> None:
        """So many more jobs will be submitted when there is room for them: for engines that can get more room."""
        self._expected = jobs

    def estimate(self, request: Asks[Any]) -> float | None:
        """Seconds of work that such a job takes, from those done; None while that cannot be told."""
        return self._pace.estimate(self._plan(request))

    def _plan(self, request: Asks[Any]) -> Course:
        return course_of(request, partial(can_diffuse, self._settings.diffusion))

    def _cancel(self, job: JobHandle[Any]) -> None:
        self._queue.remove(job)
        job.finish(JobCancelled())
        self._show_positions()

    def _start_work(self) -> None:
        """Hands waiting jobs to runners that are free, the first of these first, so that the last ones may rest."""
        for runner in self._runners:
            job = None if runner in self._busy else self._next_job(runner.place)
            if job is not None:
                self._busy[runner] = job
                job.start()
                task = asyncio.create_task(self._work(job, runner), name=f"job {job.id}")
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)
        self._show_positions()

    def _next_job(self, place: Lane) -> JobHandle[Any] | None:
        try:
            return self._queue.pop(lambda job: place.suits(job.plan))
        except IndexError:
            return None

    async def _work(self, job: JobHandle[Any], runner: Runner) -> None:
        try:
            result = await runner.run(job, self._listener(job))
        except (UserError, JobCancelled) as outcome:
            job.finish(outcome)
        except EngineClosedError as outcome:
            self._runners.clear()
            job.finish(outcome)
        except RunnerLostError as loss:
            self._lose(runner, job, loss)
        except PipelineError as outcome:
            log.error("job %d (%s) failed: %s\n%s", job.id, job.label, outcome, outcome.details)
            job.finish(outcome)
        except Exception as outcome:
            log.exception("job %d (%s) failed in the engine", job.id, job.label)
            job.finish(PipelineError(str(outcome)))
        else:
            cancelled = job.done
            job.finish(result)
            if not cancelled:
                self._pace.learn(as_it_was(job.plan, result), job.stage_seconds)
        finally:
            self._busy.pop(runner, None)
            if self._is_open:
                self._start_work()

    def _lose(self, runner: Runner, job: JobHandle[Any], loss: RunnerLostError) -> None:
        log.warning("%s during job %d (%s)", loss, job.id, job.label)
        if runner in self._runners:
            self._runners.remove(runner)
        job.losses += loss.begun
        if job.losses >= TRIES:
            job.finish(PipelineDiedError(f"what ran the job died {TRIES} times over it"))
        elif not job.done:
            job.wait_again()
            self._queue.put_back(job)

    def _listener(self, job: JobHandle[Any]) -> OnProgress:
        def show(progress: Progress) -> None:
            before = job.progress
            job.show(progress)
            if self._queue and self._news is None and _whole_seconds(progress) != _whole_seconds(before):
                self._news = asyncio.get_running_loop().call_later(_NEWS_SECONDS, self._show_positions)

        # What was learned here says more than what the pipeline can tell of a job that has just begun.
        expected = self._pace.expected(job.plan)
        forecast: OnProgress = show

        def hear(progress: Progress) -> None:
            nonlocal forecast
            if progress.stage is not Stage.QUEUED:
                forecast(progress)
                return
            show(progress)
            forecast = show if expected is None else Forecast(show, expected, learned=True)

        hear(Progress(Stage.QUEUED, 1.0))
        return hear

    def _show_positions(self) -> None:
        """Tells every waiting job its place and how long it is until it is done."""
        if self._news is not None:
            self._news.cancel()
            self._news = None
        lines = self._lines()
        for position, job in enumerate(self._queue.keys(), 1):
            own = self._pace.estimate(job.plan)
            line = min((line for place, line in lines.items() if place.suits(job.plan)), default=None)
            done = inf if line is None or own is None else line[0] + own
            if line is not None:
                heapq.heapreplace(line, done)
            job.show(Progress(Stage.QUEUED, 0.0, None if done == inf else done), position)

    def _lines(self) -> dict[Lane, list[float]]:
        """In how many seconds each runner will be free, as heaps; infinite where that cannot be told."""
        lines: dict[Lane, list[float]] = {}
        for runner in self._runners:
            lines.setdefault(runner.place, []).append(self._seconds_left(self._busy.get(runner)))
        for line in lines.values():
            heapq.heapify(line)
        return lines

    @staticmethod
    def _seconds_left(job: JobHandle[Any] | None) -> float:
        if job is None or job.done:
            return 0.0
        return inf if job.progress.seconds_left is None else job.progress.seconds_left


def _whole_seconds(progress: Progress) -> int | None:
    return None if progress.seconds_left is None else round(progress.seconds_left)
