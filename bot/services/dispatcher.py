"""Takes jobs from the table, has them drawn, and has the results brought to their people.

Many dispatchers may share one table. docs/reliability.md says what happens when one of them, or anything that it leans
on, dies.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Coroutine
from datetime import datetime, timedelta
from typing import Final

from bot.domain import Job, JobState
from bot.logs import job_id
from bot.services.board import QueueBoard
from bot.services.courier import Courier
from bot.services.drawing import Drawer, blob_name
from bot.services.engine import RenderEngine
from bot.services.errands import ErrandRunner
from bot.services.failures import Failure
from bot.services.leases import FULL_HOUSE, Leases, now
from bot.services.limits import LimitService
from bot.services.metrics import Metrics
from bot.services.students import StudentService
from bot.services.wishes import is_quiet, read_wish
from bot.services.workshop import Workshop
from bot.store.database import Store, StoreClosedError
from bot.store.jobs import LeaseLostError
from pipeline import Blobs, EngineClosedError

log = logging.getLogger(__name__)

_POLL: Final = 1.0
"""Seconds between two looks into the table, at most, when nothing happens in this process."""
_AHEAD: Final = 1
"""How many jobs are fetched while the engine is busy, so that it need not wait for downloads."""
_ERRANDS: Final = 8
"""How many people are spoken to at once."""
_KEPT: Final = timedelta(days=2)
"""How long jobs that are over are remembered."""
_TIDYING: Final = timedelta(hours=1)


class Dispatcher:
    """Works on jobs from ``start`` to ``stop``.

    Args:
        store: the table of jobs.
        engine: where requests run.
        workshop: what jobs need and leave.
        limits: what is given back when jobs fail.
        blobs: where results lie until they are delivered.
        metrics: where jobs are counted.
        students: are made while nobody waits for anything.
        leases: by which jobs are taken and held.
        every: seconds between two looks that a person gets at their job.
    """

    def __init__(
        self,
        store: Store,
        engine: RenderEngine,
        workshop: Workshop,
        limits: LimitService,
        blobs: Blobs,
        metrics: Metrics,
        students: StudentService,
        leases: Leases,
        every: float,
    ) -> None:
        self._store = store
        self._engine = engine
        self._workshop = workshop
        self._limits = limits
        self._blobs = blobs
        self._metrics = metrics
        self._students = students
        self._every = every
        self._leases = leases
        self._news = asyncio.Event()
        self._drawing: dict[int, asyncio.Task[None]] = {}
        self._errands: dict[int, asyncio.Task[None]] = {}
        # A job that was lost and taken again has two tasks for a while.
        self._under_way: set[asyncio.Task[None]] = set()
        self._tidied_at: datetime | None = None
        self._stopping = False
        self._serving: asyncio.Task[None] | None = None
        self._drawer: Drawer | None = None
        self._board: QueueBoard | None = None
        self._courier: Courier | None = None

    def start(self, courier: Courier) -> None:
        """Begins to work; ``courier`` speaks to people."""
        self._courier = courier
        drawer = self._drawer = Drawer(
            self._store,
            self._leases,
            self._engine,
            self._workshop,
            self._limits,
            self._blobs,
            courier,
            self._metrics,
        )
        runner = ErrandRunner(self._store, self._leases, drawer, self._blobs, courier, self._metrics)
        self._board = QueueBoard(self._store, self._leases, self._engine, drawer, courier, self._every)
        self._serving = asyncio.create_task(self._serve(drawer, runner, self._board), name="dispatcher")

    def wake(self) -> None:
        """There may be a job to take."""
        self._news.set()

    def has_worked(self, number: int) -> bool:
        """Whether this machine works on the job of this id."""
        return self._drawer is not None and self._drawer.has_worked(number)

    def withdraw(self, number: int) -> None:
        """The job of this id is nobody's any more: stops working on it, if that is done here."""
        for tasks in (self._drawing, self._errands):
            if (task := tasks.get(number)) is not None:
                task.cancel()
        self.wake()

    async def abandon(self, job: Job) -> None:
        """A job was forgotten: its message says so, if that works, and nothing is left of its results."""
        self.withdraw(job.id)
        is_over = job.state is JobState.DELIVERED
        if self._courier is not None and not is_over and not is_quiet(read_wish(job.wish)):
            try:
                await self._courier.tell(job, Failure("job.cancelled", kind="cancelled"))
            except Exception as error:
                log.warning("the message of job %d stays as it is: %r", job.id, error)
        for part in range(job.part + 1):
            await self._blobs.delete(blob_name(job, part))

    async def stop(self, grace: float) -> None:
        """Takes no more jobs, lets those under way end for ``grace`` seconds, and gives the others back."""
        self._stopping = True
        self.wake()
        serving, self._serving = self._serving, None
        if serving is not None:
            await serving
        await self._students.pause()
        deadline = asyncio.get_running_loop().time() + grace
        while (tasks := self._tasks) and (left := deadline - asyncio.get_running_loop().time()) > 0:
            await asyncio.wait(tasks, timeout=left, return_when=asyncio.FIRST_COMPLETED)
        while tasks := self._tasks:  # one that ends may have begun another
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        if self._board is not None:
            await self._board.close()

    @property
    def waiting(self) -> int:
        """How many jobs wait for their turn, in the queue or for the engine, as of late."""
        return 0 if self._board is None or self._drawer is None else self._board.waiting + self._drawer.ahead

    @property
    def under_way(self) -> int:
        """How many jobs wait, or are drawn here."""
        return self.waiting + min(len(self._drawing), self._engine.slots)

    @property
    def _tasks(self) -> list[asyncio.Task[None]]:
        return list(self._under_way)

    async def _serve(self, drawer: Drawer, runner: ErrandRunner, board: QueueBoard) -> None:
        while not self._stopping:
            self._news.clear()
            try:
                await self._take(drawer, runner)
                await (self._students.pause() if self._drawing else self._students.resume())
                await board.show()
                await self._tidy()
            except FULL_HOUSE:
                pass  # the log has a line that says why
            except StoreClosedError:
                return
            except Exception:
                log.exception("the dispatcher goes on after a mistake")
            with contextlib.suppress(asyncio.TimeoutError):
                await asyncio.wait_for(self._news.wait(), min(_POLL, self._every))

    async def _take(self, drawer: Drawer, runner: ErrandRunner) -> None:
        if not await self._leases.has_work():
            return
        await self._leases.free_abandoned()
        while not self._stopping and len(self._errands) < _ERRANDS and (job := await self._leases.claim_errand()):
            self._begin(self._errands, job, self._run_errand(runner, job))
        room = self._engine.slots + _AHEAD
        while not self._stopping and len(self._drawing) < room and (job := await self._leases.claim()):
            self._begin(self._drawing, job, self._draw(drawer, runner, job))

    def _begin(self, tasks: dict[int, asyncio.Task[None]], job: Job, work: Coroutine[object, object, None]) -> None:
        def ended(task: asyncio.Task[None]) -> None:
            if tasks.get(job.id) is task:
                del tasks[job.id]
            if not task.cancelled() and (error := task.exception()) is not None:
                log.error("job %d is left to its next turn", job.id, exc_info=error)
            self.wake()

        task = tasks[job.id] = asyncio.create_task(work, name=f"job {job.id}")
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
        task.add_done_callback(ended)

    async def _draw(self, drawer: Drawer, runner: ErrandRunner, job: Job) -> None:
        job_id.set(str(job.id))
        try:
            drawn = await drawer.draw(job)
        except LeaseLostError as lost:
            log.info("%s", lost)
        except EngineClosedError:
            await self._leases.give_back(job)
        except asyncio.CancelledError:
            await self._leases.give_back(job)
            raise
        else:
            if drawn is not None:
                self._begin(self._errands, drawn, self._run_errand(runner, drawn))

    async def _run_errand(self, runner: ErrandRunner, job: Job) -> None:
        job_id.set(str(job.id))
        try:
            await runner.run(job)
        except LeaseLostError as lost:
            log.info("%s", lost)
        except asyncio.CancelledError:
            await self._leases.give_back(job)
            raise

    async def _tidy(self) -> None:
        """Forgets what is long over."""
        moment = now()
        if self._tidied_at is not None and moment - self._tidied_at < _TIDYING:
            return
        self._tidied_at = moment
        async with self._store.work() as work:
            await work.jobs.forget_before(moment - _KEPT)
        await self._blobs.sweep()
