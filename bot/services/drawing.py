"""Drawing a job: its files are fetched, the engine draws it, the result is put where it is safe."""

from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from bot.domain import Job
from bot.services.courier import Courier, Standing
from bot.services.engine import RenderEngine, RenderJob, Result
from bot.services.failures import Failure
from bot.services.leases import Leases, now
from bot.services.limits import LimitService, is_our_fault
from bot.services.metrics import Metrics
from bot.services.posts import at_once
from bot.services.wishes import Wish, is_quiet, parts_of, read_wish
from bot.services.workshop import Workshop
from bot.store.database import Store
from bot.store.jobs import LeaseLostError
from pipeline import (
    AnimojiResult,
    BlobGoneError,
    Blobs,
    EngineClosedError,
    PipelineDiedError,
    Progress,
    Stage,
    read_result,
    write_result,
)

log = logging.getLogger(__name__)

_ATTEMPTS: Final = 8
"""How often a job is begun if the whole bot dies over it."""
_NEW_SHARE: Final = 0.25
"""How much the last job of a kind counts in what is known of its pace."""
_SENDING: Final = 0.5
"""Seconds within which it is sent how far a job is, or not at all."""
SHOWING: Final = timedelta(seconds=1)
"""How long after it was begun to be shown how far a job is, that has arrived or never will."""


@dataclass
class _Drawing:
    """A job that is being drawn."""

    job: Job
    wish: Wish
    in_engine: RenderJob[Result] | None = None
    progress: Progress | None = None
    showing: asyncio.Task[None] | None = None

    @property
    def has_worked(self) -> bool:
        """Whether the machine has worked for it."""
        return self.progress is not None and self.progress.stage is not Stage.QUEUED


def blob_name(job: Job, part: int) -> str:
    """Under which name a result of a job lies among the blobs."""
    return f"{job.id}.{part}"


class Drawer:
    """Draws jobs, as many at once as the engine does.

    Args:
        store, workshop, limits: where results, and failures, are written down.
        leases: by which jobs are held meanwhile.
        engine: where requests run.
        blobs: where results lie until they are delivered.
        courier: shows people how far their jobs are.
        metrics: where failures are counted.
    """

    def __init__(
        self,
        store: Store,
        leases: Leases,
        engine: RenderEngine,
        workshop: Workshop,
        limits: LimitService,
        blobs: Blobs,
        courier: Courier,
        metrics: Metrics,
    ) -> None:
        self._store = store
        self._leases = leases
        self._engine = engine
        self._workshop = workshop
        self._limits = limits
        self._blobs = blobs
        self._courier = courier
        self._metrics = metrics
        self._drawings: dict[int, _Drawing] = {}
        self._in_engine = 0
        self._engine_has_room = asyncio.Condition()
        self._pace: dict[str, float] = {}

    async def draw(self, job: Job) -> Job | None:
        """Draws a job that this process holds.

        Returns:
            The job, rendered or failed, still held; None when it waits for the turn of its next part.

        Raises:
            LeaseLostError: it is somebody else's by now.
            EngineClosedError: the engine shuts down; the job is still held.
        """
        try:
            if job.attempts > _ATTEMPTS:
                raise PipelineDiedError(f"the bot died {_ATTEMPTS} times over the same job")
            wish = read_wish(job.wish)
            drawing = self._drawings[job.id] = _Drawing(job, wish)
            return await self._draw(drawing)
        except Exception as error:
            return await self.failed(job, error)
        finally:
            self._drawings.pop(job.id, None)

    async def failed(self, job: Job, error: Exception) -> Job:
        """Writes down that a job failed. Raises LeaseLostError, and EngineClosedError if that is what ``error`` is."""
        if isinstance(error, EngineClosedError | LeaseLostError):
            raise error
        self._metrics.job_failed(error)
        failure, spent = Failure.of(error), self.has_worked(job.id)

        async def write() -> Job:
            async with self._store.work() as work:
                done = await work.jobs.fail(job, now(), self._leases.until, failure.write(), failure.kind, spent)
                await self._limits.give_back(work, job, is_our_fault(error))
                return done

        return await self._leases.insist(job, write)

    def has_worked(self, number: int) -> bool:
        """Whether this machine works on the job of this id."""
        drawing = self._drawings.get(number)
        return drawing is not None and drawing.has_worked

    def seconds_of(self, kind: str) -> float | None:
        """How long a job of this kind takes, from those done; None while that cannot be told."""
        return self._pace.get(kind)

    @property
    def ahead(self) -> int:
        """How many jobs are ready here, or will soon be, and wait for the engine."""
        return max(0, len(self._drawings) - self._engine.slots)

    @property
    def seconds_left(self) -> float | None:
        """Until what is drawn now is done; None while that cannot be told."""
        known = [each.progress.seconds_left for each in self._drawings.values() if each.progress]
        return max((seconds for seconds in known if seconds is not None), default=None if self._drawings else 0.0)

    async def _draw(self, drawing: _Drawing) -> Job | None:
        job, wish = drawing.job, drawing.wish
        result = await self._drawn_before(job)
        if result is None:
            result = await self._leases.tend(job, self._result(drawing), lambda: self._look(drawing))
            data = await asyncio.to_thread(write_result, result)
            await self._leases.insist(job, lambda: self._blobs.put(blob_name(job, job.part), data))
        if job.part + 1 == parts_of(wish):
            return await self._leases.insist(job, lambda: self._workshop.keep(job, wish, result, self._leases.until))

        async def next_part() -> None:
            async with self._store.work() as work:
                await work.jobs.next_part(job, now())

        await self._leases.insist(job, next_part)
        return None

    async def _drawn_before(self, job: Job) -> Result | None:
        """The result, where somebody had just drawn it when they died."""
        if job.attempts == 1:
            return None
        try:
            return await asyncio.to_thread(read_result, await self._blobs.get(blob_name(job, job.part)))
        except BlobGoneError:
            return None

    async def _result(self, drawing: _Drawing) -> Result:
        job = drawing.job
        async with self._workshop.open(drawing.wish, job.part) as request:
            await self._enter()
            began = time.monotonic()
            try:
                drawing.in_engine = self._engine.submit(request, owner=job.owner_id, label=str(job.id))
                listening = asyncio.create_task(_listen(drawing, drawing.in_engine))
                try:
                    result = await drawing.in_engine.result()
                finally:
                    listening.cancel()
                    drawing.in_engine.cancel()  # does nothing to one that has ended
            finally:
                await self._leave()
        self._learn(job.kind, time.monotonic() - began)
        if isinstance(result, AnimojiResult):
            log.info("drawn: %d bytes, seconds by stage: %s", len(result.data), result.timings)
        return result

    async def _enter(self) -> None:
        async with self._engine_has_room:
            await self._engine_has_room.wait_for(lambda: self._in_engine < self._engine.slots)
            self._in_engine += 1

    async def _leave(self) -> None:
        self._in_engine -= 1
        async with self._engine_has_room:
            self._engine_has_room.notify()

    async def _look(self, drawing: _Drawing) -> None:
        progress = drawing.progress
        done = None if progress is None else progress.whole
        await self._leases.renew(drawing.job, done, drawing.has_worked)
        if is_quiet(drawing.wish) or (drawing.showing is not None and not drawing.showing.done()):
            return
        position = drawing.in_engine.position if drawing.in_engine else int(self._in_engine >= self._engine.slots)
        standing = Standing(position, progress)
        drawing.showing = asyncio.create_task(show(self._courier, drawing.job, drawing.wish, standing))

    def _learn(self, kind: str, seconds: float) -> None:
        before = self._pace.get(kind, seconds)
        self._pace[kind] = before + (seconds - before) * _NEW_SHARE


async def _listen(drawing: _Drawing, job: RenderJob[Result]) -> None:
    async for progress in job:
        drawing.progress = progress


async def show(courier: Courier, job: Job, wish: Wish, standing: Standing) -> None:
    """Shows a person how far their job is, if that works at once. That it fails, in whatever way, stops nothing."""
    try:
        with at_once(_SENDING):
            await courier.show(job, wish, standing)
    except Exception as error:
        log.warning("progress was not shown: %r", error)
