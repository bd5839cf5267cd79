"""A place for one job on a node of the cluster."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from dataclasses import dataclass
from typing import Any, Final

from pipeline.engine.cluster.connection import Connection
from pipeline.engine.cluster.files import RequestFiles
from pipeline.engine.cluster.protocol import (
    ActorLostError,
    Assignment,
    CancelActor,
    Dismiss,
    DriverLostError,
    Equipment,
    Greeting,
    Hire,
    Task,
)
from pipeline.engine.job import JobHandle
from pipeline.engine.messages import BadMessageError, Ending, decode, result_of
from pipeline.engine.scheduler import EngineClosedError, Lane, RunnerLostError
from pipeline.types import JobCancelled, OnProgress, PipelineError, Progress
from pipeline.types.asks import Given

log = logging.getLogger(__name__)

HIRE_SECONDS: Final = 90.0
"""How long an actor may take until it is ready; others may hold what it needs of its node."""
_STOP_SECONDS: Final = 5.0
"""How long an actor may take to answer, beyond the grace of its process."""


@dataclass(frozen=True)
class Seat:
    """Room for one job on a node: one of its CPUs, or a share of a GPU."""

    node: str
    gpus: float
    number: int


class ActorRunner:
    """Gives jobs to an actor, which is hired when there is work and dismissed when there has been none for a while."""

    def __init__(
        self,
        connection: Connection,
        number: int,
        seat: Seat,
        place: Lane,
        equipment: Equipment,
        files: RequestFiles,
        idle_seconds: float | None,
    ) -> None:
        """Nobody is hired yet.

        Args:
            number: of the actor, no other one's.
            place: which jobs it takes; may be changed.
            idle_seconds: how long an actor without work is kept; None for as long as the runner.
        """
        self.seat = seat
        self.place = place
        self._connection = connection
        self._number = number
        self._equipment = equipment
        self._files = files
        self._idle_seconds = idle_seconds
        self.was_refused = False
        """Whether its node had no room for its actor, or the actor could not work there."""
        self._has_begun = False
        self._hiring: asyncio.Task[Greeting] | None = None
        self._rest: asyncio.TimerHandle | None = None
        self._dismissing: asyncio.Task[None] | None = None

    @property
    def pid(self) -> int | None:
        """The actor's process id on its node, while there is one that is ready."""
        hiring = self._hiring
        return hiring.result().pid if hiring is not None and hiring.done() and not hiring.exception() else None

    def start(self) -> asyncio.Task[Greeting]:
        """Hires an actor now, so that the first job finds it warm."""
        if self._hiring is None:
            self._hiring = asyncio.create_task(self._hire(), name=f"actor {self._number}")
            self._hiring.add_done_callback(lambda hiring: hiring.cancelled() or hiring.exception())
        return self._hiring

    async def run(self, job: JobHandle[Given], hear: OnProgress) -> Given:
        """Works on a job, see ``Runner``. Raises EngineClosedError when the connection to the cluster is lost."""
        await self._wake()
        try:
            await self._until_hired(job)
            async with self._files.lent(job.request) as names:
                return await self._work(job, Task(job.request, job.plan, job.label, names, job.losses), hear)
        except ActorLostError as lost:
            await self.close()
            raise RunnerLostError(f"an actor was lost ({lost})", begun=self._has_begun) from lost
        except DriverLostError as lost:
            raise EngineClosedError(f"the cluster is lost: {lost}") from lost
        finally:
            if self._idle_seconds is not None:
                self._rest = asyncio.get_running_loop().call_later(self._idle_seconds, self._go_to_rest)

    async def close(self, grace_seconds: float = 0.0) -> None:
        """Dismisses the actor and waits until it is gone."""
        await self._wake()
        hiring, self._hiring = self._hiring, None
        if hiring is None:
            return
        hiring.cancel()
        await asyncio.gather(hiring, return_exceptions=True)
        with contextlib.suppress(DriverLostError, ActorLostError):
            await self._connection.order(Dismiss(self._number, grace_seconds))

    async def _wake(self) -> None:
        if self._rest is not None:
            self._rest.cancel()
        dismissing, self._dismissing, self._rest = self._dismissing, None, None
        if dismissing is not None:
            await dismissing

    def _go_to_rest(self) -> None:
        self._rest = None
        self._dismissing = asyncio.create_task(self._dismiss())

    async def _dismiss(self) -> None:
        self._hiring = None
        with contextlib.suppress(DriverLostError, ActorLostError):
            await self._connection.order(Dismiss(self._number, self._equipment.grace_seconds))

    async def _hire(self) -> Greeting:
        order = Hire(self._number, self.seat.node, self.seat.gpus, self._equipment)
        try:
            greeting: Greeting = await asyncio.wait_for(self._connection.order(order), HIRE_SECONDS)
        except asyncio.TimeoutError:
            raise ActorLostError("its node has no room for it") from None
        except ActorLostError as lost:
            log.error("No actor on node %s: %s.", self.seat.node, str(lost).rstrip("."))
            raise
        return greeting

    async def _until_hired(self, job: JobHandle[Any]) -> None:
        hiring = self.start()
        await asyncio.wait((hiring, job.outcome), return_when=asyncio.FIRST_COMPLETED)
        if job.done:
            raise JobCancelled
        try:
            hiring.result()
        except ActorLostError as lost:
            self.was_refused = True
            await self.close()
            raise RunnerLostError(f"no actor came ({lost})", begun=False) from lost

    async def _work(self, job: JobHandle[Given], task: Task, hear: OnProgress) -> Given:
        def listen(progress: Progress) -> None:
            self._has_begun = True
            hear(progress)

        self._has_begun = False
        work = asyncio.create_task(self._connection.order(Assignment(self._number, task), listen))
        try:
            await asyncio.wait((work, job.outcome), return_when=asyncio.FIRST_COMPLETED)
            if not work.done():  # cancelled
                await self._connection.order(CancelActor(self._number))
                await asyncio.wait((work,), timeout=self._equipment.grace_seconds + _STOP_SECONDS)
            if not work.done():
                raise ActorLostError("it did not stop when its job was cancelled")
            return result_of(_ending(await work), job.request.gives)
        finally:
            work.cancel()
            await asyncio.gather(work, return_exceptions=True)


def _ending(data: bytes) -> Ending:
    """What became of a job, as the actor says; the bytes come from a process that reads strangers' files."""
    try:
        message = decode(data)
    except BadMessageError as error:
        raise PipelineError("the actor said what it may not say", str(error)) from error
    if not isinstance(message, Ending):
        raise PipelineError("the actor said what it may not say", type(message).__name__)
    return message
