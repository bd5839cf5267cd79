"""Jobs that this process holds: how it gets them, keeps them and gives them back."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from datetime import datetime, timedelta, timezone
from typing import Final, TypeVar

from bot.domain import Job, Platform
from bot.errors import CannotSaveError
from bot.store.database import Store
from bot.store.jobs import LeaseLostError
from pipeline import BlobStoreError, BlobStoreFullError

log = logging.getLogger(__name__)
T = TypeVar("T")

_FIRST_LOOK: Final = 0.1
"""Seconds until work that goes on is looked at for the first time: most work has ended by then, or soon will."""
_PAUSES: Final = (0.25, 10.0)
"""Seconds between two tries to write something down: at first, and at most."""
FULL_HOUSE: Final = (CannotSaveError, BlobStoreError, BlobStoreFullError)
"""What is raised where nothing can be written now."""


def now() -> datetime:
    """The moment, with its zone. Machines that share a table of jobs must agree on it within a second or two."""
    return datetime.now(timezone.utc)


class Leases:
    """Takes and holds jobs.

    Args:
        store: the table of jobs.
        seconds: after which a job is taken from one who has said nothing.
        every: seconds between two looks at work that goes on; each renews the lease.
        platform: whose jobs are taken.
    """

    def __init__(self, store: Store, seconds: float, every: float, platform: Platform) -> None:
        self._store = store
        self._platform = platform
        self._seconds = timedelta(seconds=seconds)
        self._every = min(every, seconds / 4)

    @property
    def until(self) -> datetime:
        """Until when a lease lasts that is taken now."""
        return now() + self._seconds

    async def queue(self) -> Sequence[Job]:
        """The jobs that wait to be taken, the next one first."""
        async with self._store.look() as work:
            return await work.jobs.queue(self._platform, now())

    async def has_work(self) -> bool:
        """Whether there is a job to take."""
        async with self._store.look() as work:
            return await work.jobs.has_work(self._platform, now())

    async def free_abandoned(self) -> None:
        """Puts back into the queue what nobody works on any more."""
        async with self._store.work() as work:
            count = await work.jobs.free_abandoned(now())
        if count:
            log.warning("%d jobs are begun again, as nobody was heard of who worked on them", count)

    async def claim(self) -> Job | None:
        """The job whose turn it is."""
        async with self._store.work() as work:
            return await work.jobs.claim(self._platform, now(), self.until)

    async def claim_errand(self) -> Job | None:
        """A job whose person is to get or to hear something."""
        async with self._store.work() as work:
            return await work.jobs.claim_errand(self._platform, now(), self.until)

    async def claim_student(self) -> Job | None:
        """A student to be made, if nobody waits for anything."""
        async with self._store.look() as work:
            if not await work.jobs.has_student_to_make(now()):
                return None
        await self.free_abandoned()
        async with self._store.work() as work:
            return await work.jobs.claim_student(now(), self.until)

    async def renew(self, job: Job, progress: float | None = None, spent: bool = False) -> None:
        """Holds a job for longer. Raises LeaseLostError."""
        async with self._store.work() as work:
            await work.jobs.renew(job, self.until, progress, spent)

    async def tend(self, job: Job, work: Coroutine[object, object, T], look: Callable[[], Awaitable[None]]) -> T:
        """What ``work`` gives, which is stopped when the job is lost.

        Args:
            look: called regularly meanwhile; it renews the lease.

        Raises:
            LeaseLostError: it is lost.
        """
        task = asyncio.ensure_future(work)
        try:
            await asyncio.wait({task}, timeout=min(_FIRST_LOOK, self._every))
            while not task.done():
                with contextlib.suppress(CannotSaveError):  # while the database is away, nobody can take the job either
                    await look()
                await asyncio.wait({task}, timeout=self._every)
            return await task
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def insist(self, job: Job, write: Callable[[], Awaitable[T]]) -> T:
        """What ``write`` gives, which is tried again for as long as the database or the blob store is away.

        Raises:
            LeaseLostError: ``write`` found that the job is lost.
        """
        pause, longest = _PAUSES
        while True:
            try:
                return await write()
            except FULL_HOUSE as error:
                log.warning("what became of job %d cannot be written down yet: %s", job.id, error)
            await asyncio.sleep(pause)
            pause = min(2 * pause, longest)

    async def give_back(self, job: Job, until: datetime | None = None) -> None:
        """Lets others have the job at once, or not before ``until``; where that fails they have it when the lease
        ends.
        """
        with contextlib.suppress(LeaseLostError, *FULL_HOUSE):
            async with self._store.work() as work:
                await work.jobs.release(job, until)
