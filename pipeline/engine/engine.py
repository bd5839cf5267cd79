"""An asyncio queue in front of one pipeline process."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable, Hashable, Iterable
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Final

from pipeline.characters.diffused import can_diffuse
from pipeline.engine.job import Job
from pipeline.engine.limits import Limits, Watchdog
from pipeline.engine.messages import Render
from pipeline.engine.pace import Pace
from pipeline.engine.process import PipelineProcess, ProcessEndedError
from pipeline.engine.queue import FairQueue
from pipeline.plan import Plan, plan
from pipeline.progress import Forecast
from pipeline.render import render_animoji
from pipeline.types import (
    DEFAULT_SETTINGS,
    AnimojiRequest,
    AnimojiResult,
    JobCancelled,
    PipelineDiedError,
    PipelineError,
    PipelineOverdueError,
    PipelineSettings,
    Progress,
    Stage,
    UserError,
)

log = logging.getLogger(__name__)

GRACE_SECONDS: Final = 3.0
"""How long a cancelled job may go on before its process is killed."""
TRIES: Final = 2
"""How often a job may be begun when the process dies over it."""
STARTS: Final = 5
"""How often a process may die while it starts before the job that waits for it is given up."""


class EngineClosedError(Exception):
    """The engine shut down before the job was done."""


class Engine:
    """Runs jobs one after the other in a process that may die without harm; ``async with Engine() as engine``.

    Jobs take fair turns by owner. A process that dies is replaced; the job that it died over is begun once more, then
    given up. Cancelling is instant for the person; the process gets ``grace_seconds`` to stop before it is killed. A
    job that goes beyond ``limits`` is given up at once, so that no clip can block the queue.
    """

    def __init__(
        self,
        render: Render = render_animoji,
        *,
        settings: PipelineSettings = DEFAULT_SETTINGS,
        warm_up: Callable[[], None] | None = None,
        grace_seconds: float = GRACE_SECONDS,
        limits: Limits | None = None,
        folder: Path | None = None,
        shared: Iterable[Path] = (),
        pause_seconds: float = 0.5,
    ) -> None:
        """``render`` and ``warm_up``, functions of a module, run in the process; ``render`` gets the settings.

        Args:
            grace_seconds: how long a cancelled job may go on before its process is killed.
            limits: what a job may use.
            folder: where the process gets a folder of its own; None for the system's place for temporary files.
            shared: further folders that the process may read and write.
            pause_seconds: until a process that died while it started is replaced; it doubles each time.
        """
        self._render = render
        self._settings = settings
        self._warm_up = warm_up
        self._grace_seconds = grace_seconds
        self._limits = limits or Limits()
        self._folder = folder
        self._shared = tuple(shared)
        self._pause_seconds = pause_seconds
        self._failed_starts = 0
        self._measures: tuple[str, ...] | None = None
        self._queue: FairQueue[Job] = FairQueue()
        self._running: Job | None = None
        self._arrived = asyncio.Event()
        self._pace = Pace()
        self._count = 0
        self._process: PipelineProcess | None = None
        self._worker: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Engine:
        with contextlib.suppress(OSError):  # the first job tries again
            await self._live_process()
        self._worker = asyncio.create_task(self._work(), name="engine")
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Gives up what waits and what runs, and waits until the process is gone."""
        worker, self._worker = self._worker, None
        for job in [self._running, *self._queue.keys()]:
            if job is not None:
                job.finish(EngineClosedError("the engine shut down before the job was done"))
        if worker is not None:
            worker.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await worker
        if self._process is not None:
            await self._process.close(self._grace_seconds)

    def submit(self, request: AnimojiRequest, *, owner: Hashable = None, label: str = "") -> Job:
        """Puts a job in the queue.

        Raises:
            EngineClosedError: outside ``async with``.
            UserError: it can be told already that this cannot be made.
        """
        if self._worker is None:
            raise EngineClosedError("the engine is not running")
        self._count += 1
        job = Job(self._count, request, self._plan(request), owner, label, self._cancel)
        self._queue.put(job, owner)
        self._arrived.set()
        self._show_positions()
        return job

    @property
    def waiting(self) -> int:
        """How many jobs wait."""
        return len(self._queue)

    @property
    def running(self) -> Job | None:
        """The job that is worked on."""
        return self._running

    @property
    def pid(self) -> int | None:
        """The pipeline process's id, while there is one."""
        return None if self._process is None else self._process.pid

    def estimate(self, request: AnimojiRequest) -> float | None:
        """Seconds of work that such a job takes, from those done; None while that cannot be told."""
        return self._pace.estimate(self._plan(request))

    def _plan(self, request: AnimojiRequest) -> Plan:
        return plan(request, partial(can_diffuse, self._settings.diffusion))

    def _cancel(self, job: Job) -> None:
        self._queue.remove(job)
        job.finish(JobCancelled())
        self._show_positions()

    async def _work(self) -> None:
        while True:
            while not self._queue:
                self._arrived.clear()
                await self._arrived.wait()
            job = self._running = self._queue.pop()
            job.start()
            self._show_positions()
            try:
                result = await self._run(job)
            except (UserError, JobCancelled) as outcome:
                job.finish(outcome)
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
                    self._pace.learn(job.plan.with_frames(len(result.track)), job.stage_seconds)
            finally:
                self._running = None

    async def _run(self, job: Job) -> AnimojiResult:
        watchdog = Watchdog(self._limits, job.plan)
        for _ in range(TRIES):
            process = await self._ready_process(job)
            watchdog.hear(Progress(Stage.QUEUED, 1.0))
            try:
                return await self._run_in(process, job, watchdog)
            except ProcessEndedError as error:
                if job.done:
                    raise JobCancelled from error
                if error.used_up_its_time:
                    raise PipelineOverdueError("the job used more processor time than it may") from error
                log.warning("%s during job %d (%s)", error, job.id, job.label)
                job.show(Progress(Stage.QUEUED, 1.0))
        raise PipelineDiedError(f"the pipeline process died {TRIES} times over the same job")

    async def _run_in(self, process: PipelineProcess, job: Job, watchdog: Watchdog) -> AnimojiResult:
        def show(progress: Progress) -> None:
            before = job.progress
            job.show(progress)
            if _whole_seconds(progress) != _whole_seconds(before):
                self._show_positions()

        # What was learned here says more than what the pipeline can tell of a job that has just begun.
        expected = self._pace.expected(job.plan)
        forecast = show if expected is None else Forecast(show, expected, learned=True)

        def hear(progress: Progress) -> None:
            watchdog.hear(progress)
            alarm.set(watchdog.patience)
            forecast(progress)

        alarm = _Alarm(watchdog.patience)
        run = asyncio.create_task(
            process.run(job.request, hear, self._limits.budget(job.plan).cpu, self._limits.memory_of(job.plan))
        )
        try:
            await asyncio.wait((run, job.outcome, alarm.rings), return_when=asyncio.FIRST_COMPLETED)
            if not run.done() and not job.done:
                complaint = watchdog.complaint
                await process.close()
                raise PipelineOverdueError(complaint)
            if not run.done():  # cancelled
                await process.cancel()
                await asyncio.wait((run,), timeout=self._grace_seconds)
            if not run.done():
                log.warning("job %d (%s) did not stop when cancelled: killing its process", job.id, job.label)
                await process.close()
            return await run
        finally:
            alarm.stop()
            run.cancel()
            await asyncio.gather(run, return_exceptions=True)

    async def _ready_process(self, job: Job) -> PipelineProcess:
        """A process that has started. One that dies before that is no fault of the job's, which keeps its tries.

        Raises:
            JobCancelled: the job is over.
            PipelineError: no process can be started.
        """
        while (process := await self._try_to_start(job)) is None:
            self._failed_starts += 1
            if self._failed_starts % STARTS == 0:
                raise PipelineError(f"the pipeline process died {STARTS} times while it started")
            await asyncio.wait((job.outcome,), timeout=self._pause_seconds * 2 ** (self._failed_starts % STARTS - 1))
            if job.done:
                raise JobCancelled
        self._failed_starts = 0
        return process

    async def _try_to_start(self, job: Job) -> PipelineProcess | None:
        try:
            process = await self._live_process()
            await self._until_ready(process, job)
        except (OSError, ProcessEndedError) as error:
            log.error("the pipeline process did not start: %s", error)
            return None
        return process

    async def _until_ready(self, process: PipelineProcess, job: Job) -> None:
        ready = asyncio.create_task(process.until_ready())
        try:
            await asyncio.wait((ready, job.outcome), timeout=self._limits.start, return_when=asyncio.FIRST_COMPLETED)
            if job.done:
                raise JobCancelled
            if not ready.done():
                await process.close()
            measures = await ready
        finally:
            ready.cancel()
            await asyncio.gather(ready, return_exceptions=True)
        if measures != self._measures:
            self._measures = measures
            log.debug("the pipeline process is confined: %s", ", ".join(measures))

    async def _live_process(self) -> PipelineProcess:
        if self._process is None or self._process.ended:
            self._process = PipelineProcess(self._render, self._settings, self._warm_up, self._folder, self._shared)
            await self._process.start()
        return self._process

    def _show_positions(self) -> None:
        """Tells every waiting job its place and how long it is until it is done."""
        running = self._running
        total = 0.0 if running is None or running.done else running.progress.seconds_left
        for position, job in enumerate(self._queue.keys(), 1):
            own = self._pace.estimate(job.plan)
            total = None if total is None or own is None else total + own
            job.show(Progress(Stage.QUEUED, 0.0, total), position)


class _Alarm:
    """An alarm clock of the event loop; ``rings`` is done when its time has come."""

    def __init__(self, seconds: float) -> None:
        self._loop = asyncio.get_running_loop()
        self.rings: asyncio.Future[None] = self._loop.create_future()
        self._timer = self._loop.call_later(seconds, self._ring)

    def set(self, seconds: float) -> None:
        """Rings so many seconds from now instead."""
        self._timer.cancel()
        self._timer = self._loop.call_later(seconds, self._ring)

    def stop(self) -> None:
        self._timer.cancel()

    def _ring(self) -> None:
        if not self.rings.done():
            self.rings.set_result(None)


def _whole_seconds(progress: Progress) -> int | None:
    return None if progress.seconds_left is None else round(progress.seconds_left)
