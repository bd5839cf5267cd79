"""A pipeline process that is looked after: started when there is work, watched, replaced when it dies."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from pipeline.engine.job import JobHandle
from pipeline.engine.limits import Limits, Watchdog
from pipeline.engine.messages import Perform
from pipeline.engine.perform import perform
from pipeline.engine.process import PipelineProcess, ProcessEndedError
from pipeline.engine.scheduler import TRIES, Lane
from pipeline.types import (
    DEFAULT_SETTINGS,
    JobCancelled,
    OnProgress,
    PipelineDiedError,
    PipelineError,
    PipelineOverdueError,
    PipelineSettings,
    Progress,
    Stage,
)
from pipeline.types.asks import Given

log = logging.getLogger(__name__)

GRACE_SECONDS: Final = 3.0
"""How long a cancelled job may go on before its process is killed."""
STARTS: Final = 5
"""How often a process may die while it starts before the job that waits for it is given up."""


@dataclass(frozen=True)
class ProcessOptions:
    """How pipeline processes are run.

    Attributes:
        perform, warm_up: functions of a module, which run in the process; ``perform`` gets the settings.
        settings: how the machine is set up.
        grace_seconds: how long a cancelled job may go on before its process is killed.
        limits: what a job may use.
        folder: where the process gets a folder of its own; None for the system's place for temporary files.
        shared: further folders that the process may read and write.
        pause_seconds: until a process that died while it started is replaced; it doubles each time.
        environment: variables that say which processors it may use.
        idle_seconds: how long a process without work is kept; None for as long as the runner.
    """

    perform: Perform = perform
    warm_up: Callable[[], None] | None = None
    settings: PipelineSettings = DEFAULT_SETTINGS
    grace_seconds: float = GRACE_SECONDS
    limits: Limits = field(default_factory=Limits)
    folder: Path | None = None
    shared: tuple[Path, ...] = ()
    pause_seconds: float = 0.5
    environment: tuple[tuple[str, str], ...] = ()
    idle_seconds: float | None = None


class ProcessRunner:
    """Runs one job at a time in a process that may die without harm.

    A process that dies is replaced; the job that it died over is begun once more, then given up. A cancelled job gets a
    grace before its process is killed. A job that goes beyond the limits is given up at once.
    """

    place = Lane.ANY

    def __init__(self, options: ProcessOptions) -> None:
        """Nothing is started yet."""
        self._options = options
        self._failed_starts = 0
        self._measures: tuple[str, ...] | None = None
        self._process: PipelineProcess | None = None
        self._rest: asyncio.TimerHandle | None = None
        self._ending: asyncio.Task[None] | None = None

    @property
    def pid(self) -> int | None:
        """The process's id, while there is one."""
        return None if self._process is None else self._process.pid

    async def start(self) -> None:
        """Starts its process now, so that the first job finds it warm."""
        with contextlib.suppress(OSError):  # the first job tries again
            await self._live_process()

    async def close(self, grace_seconds: float = 0.0) -> None:
        """Ends the process and waits until it is gone."""
        await self._wake()
        if self._process is not None:
            await self._process.close(grace_seconds)

    async def run(self, job: JobHandle[Given], hear: OnProgress) -> Given:
        """Works on a job, see ``Runner``. It is never lost."""
        await self._wake()
        try:
            return await self._try(job, hear)
        finally:
            if self._options.idle_seconds is not None:
                self._rest = asyncio.get_running_loop().call_later(self._options.idle_seconds, self._go_to_rest)

    async def _wake(self) -> None:
        if self._rest is not None:
            self._rest.cancel()
        if self._ending is not None:
            await self._ending
        self._rest = self._ending = None

    def _go_to_rest(self) -> None:
        if self._process is not None:
            self._ending = asyncio.create_task(self._process.close(self._options.grace_seconds))

    async def _try(self, job: JobHandle[Given], hear: OnProgress) -> Given:
        watchdog = Watchdog(self._options.limits, job.plan)
        while job.losses < TRIES:
            process = await self._ready_process(job)
            watchdog.hear(Progress(Stage.QUEUED, 1.0))
            try:
                return await self._run_in(process, job, watchdog, hear)
            except ProcessEndedError as error:
                if job.done:
                    raise JobCancelled from error
                if error.used_up_its_time:
                    raise PipelineOverdueError("the job used more processor time than it may") from error
                log.warning("%s during job %d (%s)", error, job.id, job.label)
                job.losses += 1
                hear(Progress(Stage.QUEUED, 1.0))
        raise PipelineDiedError(f"what ran the job died {TRIES} times over it")

    async def _run_in(
        self, process: PipelineProcess, job: JobHandle[Given], watchdog: Watchdog, on_progress: OnProgress
    ) -> Given:
        def hear(progress: Progress) -> None:
            watchdog.hear(progress)
            alarm.set(watchdog.patience)
            on_progress(progress)

        limits = self._options.limits
        alarm = _Alarm(watchdog.patience)
        run = asyncio.create_task(
            process.run(job.request, hear, limits.budget(job.plan).cpu, limits.memory_of(job.plan))
        )
        try:
            await asyncio.wait((run, job.outcome, alarm.rings), return_when=asyncio.FIRST_COMPLETED)
            if not run.done() and not job.done:
                complaint = watchdog.complaint
                await process.close()
                raise PipelineOverdueError(complaint)
            if not run.done():  # cancelled
                await process.cancel()
                await asyncio.wait((run,), timeout=self._options.grace_seconds)
            if not run.done():
                log.warning("job %d (%s) did not stop when cancelled: killing its process", job.id, job.label)
                await process.close()
            return await run
        finally:
            alarm.stop()
            run.cancel()
            await asyncio.gather(run, return_exceptions=True)

    async def _ready_process(self, job: JobHandle[Any]) -> PipelineProcess:
        """A process that has started. One that dies before that is no fault of the job's, which keeps its tries.

        Raises:
            JobCancelled: the job is over.
            PipelineError: no process can be started.
        """
        while (process := await self._try_to_start(job)) is None:
            self._failed_starts += 1
            if self._failed_starts % STARTS == 0:
                raise PipelineError(f"the pipeline process died {STARTS} times while it started")
            pause = self._options.pause_seconds * 2 ** (self._failed_starts % STARTS - 1)
            await asyncio.wait((job.outcome,), timeout=pause)
            if job.done:
                raise JobCancelled
        self._failed_starts = 0
        return process

    async def _try_to_start(self, job: JobHandle[Any]) -> PipelineProcess | None:
        try:
            process = await self._live_process()
            await self._until_ready(process, job)
        except (OSError, ProcessEndedError) as error:
            log.error("the pipeline process did not start: %s", error)
            return None
        return process

    async def _until_ready(self, process: PipelineProcess, job: JobHandle[Any]) -> None:
        ready = asyncio.create_task(process.until_ready())
        try:
            await asyncio.wait(
                (ready, job.outcome), timeout=self._options.limits.start, return_when=asyncio.FIRST_COMPLETED
            )
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
            options = self._options
            self._process = PipelineProcess(
                options.perform,
                options.settings,
                options.warm_up,
                options.folder,
                options.shared,
                dict(options.environment),
            )
            await self._process.start()
        return self._process


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
