"""Jobs: requests that run in the engine, each with an id by which people and the log can name it."""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass
from typing import Final

from bot.errors import NotYoursError
from bot.logs import job_id
from bot.services.asker import Asker
from bot.services.engine import RenderEngine, RenderJob
from bot.services.limits import LimitService, Taken
from bot.services.metrics import Metrics
from pipeline import AnimojiRequest, AnimojiResult, EngineClosedError, JobCancelled, Progress, Stage

log = logging.getLogger(__name__)


_FIRST_LOOK: Final = 0.1
"""Seconds until a listener hears for the first time."""


@dataclass(frozen=True)
class JobState:
    """How far a job is: its place in the queue (1 is next; 0 once it runs), and then its progress."""

    job: str
    position: int
    progress: Progress | None


OnState = Callable[[JobState], Awaitable[None]]
"""Told how far a job is, whether or not that has changed; slow readers miss states in between, never the order."""


@dataclass(frozen=True)
class _Running:
    owner_id: int
    job: RenderJob


class JobService:
    """Runs requests and knows which are under way.

    Args:
        engine: where they run.
        limits: how many there may be.
        metrics: where they are counted.
        every: seconds between two states that a listener hears.
    """

    def __init__(self, engine: RenderEngine, limits: LimitService, metrics: Metrics, every: float) -> None:
        self._engine = engine
        self._metrics = metrics
        self._limits = limits
        self._every = every
        self._running: dict[str, _Running] = {}
        self._stopped = False

    def check(self, asker: Asker, size: int = 0) -> None:
        """Whether one more job of this person may be under way, whose files are ``size`` bytes.

        Raises:
            ShutOutError, TooManyJobsError, ServerBusyError, BotBusyError
        """
        self._limits.check(asker, size)

    async def run(
        self,
        request: AnimojiRequest | AbstractAsyncContextManager[AnimojiRequest],
        asker: Asker,
        on_state: OnState | None = None,
        counts: bool = True,
        size: int = 0,
    ) -> AnimojiResult:
        """The result of a request; ``on_state`` hears at once, and from then on regularly, where it stands.

        What ``on_state`` raises is logged and does not stop the job, and a job that has ended does not wait for it.

        Args:
            request: what to make, or what gives it as long as it is open; that is opened only when the asker's place
                among the jobs under way is taken.
            size: how many bytes its files have.
            counts: whether it is one of those that a person may make in a day.

        Raises:
            UserError: the asker's limit is reached, or the request cannot be done.
            JobCancelled, PipelineError: as the engine does.
            EngineClosedError: the bot is shutting down.
        """
        began = time.monotonic()
        opening = nullcontext(request) if isinstance(request, AnimojiRequest) else request
        async with self._limits.taking(asker, counts, size) as taken:
            try:
                async with opening as ready:
                    result = await self._run(ready, asker.user_id, on_state, taken)
            except Exception as error:
                self._metrics.job_failed(error)
                raise
            self._metrics.job_done(result, time.monotonic() - began)
            return result

    async def _run(
        self, request: AnimojiRequest, owner_id: int, on_state: OnState | None, taken: Taken
    ) -> AnimojiResult:
        name = secrets.token_hex(4)
        job_id.set(name)
        job = self._engine.submit(request, owner=owner_id, label=name)
        self._running[name] = _Running(owner_id, job)
        log.info("started for user %d", owner_id)
        result = asyncio.ensure_future(job.result())
        latest: list[Progress] = []
        listener = asyncio.create_task(_listen(job, latest))
        showing: asyncio.Task[None] | None = None
        try:
            # A job that need not wait starts at once; that it was in the queue for a moment is no news.
            await asyncio.wait({result}, timeout=min(_FIRST_LOOK, self._every))
            while not result.done():
                if on_state is not None:
                    state = JobState(name, job.position, latest[-1] if latest else None)
                    showing = asyncio.create_task(_show(on_state, state))
                    await asyncio.wait({result, showing}, return_when=asyncio.FIRST_COMPLETED)
                await asyncio.wait({result}, timeout=self._every)
            try:
                animoji = await result
            except JobCancelled:
                if self._stopped:
                    raise EngineClosedError("the bot is shutting down") from None
                raise
            log.info("finished: %d bytes, seconds by stage: %s", len(animoji.data), animoji.timings)
            return animoji
        finally:
            taken.spent = any(progress.stage is not Stage.QUEUED for progress in latest)
            if not result.done():
                job.cancel()
            del self._running[name]
            for task in (listener, result, showing):
                if task is not None:
                    task.cancel()

    @property
    def waiting(self) -> int:
        """How many jobs wait for their turn."""
        return sum(running.job.position > 0 for running in self._running.values())

    @property
    def under_way(self) -> int:
        """How many jobs there are, those that wait included."""
        return len(self._running)

    def stop(self) -> None:
        """Ends all jobs with EngineClosedError."""
        self._stopped = True
        for running in self._running.values():
            running.job.cancel()

    def cancel(self, job: str, user_id: int, may_moderate: bool = False) -> bool:
        """Takes a job back; False when it has ended already.

        Raises:
            NotYoursError: it belongs to somebody else, and the asker does not moderate.
        """
        running = self._running.get(job)
        if running is None:
            return False
        if running.owner_id != user_id and not may_moderate:
            raise NotYoursError
        running.job.cancel()
        return True


async def _show(on_state: OnState, state: JobState) -> None:
    try:
        await on_state(state)
    except Exception as error:
        log.warning("progress was not shown: %r", error)


async def _listen(job: RenderJob, latest: list[Progress]) -> None:
    async for progress in job:
        latest[:] = [progress]
