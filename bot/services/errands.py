"""Bringing results to people, and telling them where there is none: once, and for as long as it takes."""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta
from typing import Final

import aiohttp

from bot.domain import Job, JobState
from bot.errors import UndeliverableError
from bot.services.courier import Courier, NotYetError
from bot.services.drawing import SHOWING, Drawer, blob_name
from bot.services.engine import Result
from bot.services.failures import Failure
from bot.services.leases import FULL_HOUSE, Leases, now
from bot.services.metrics import Metrics
from bot.services.posts import UnsureError
from bot.services.wishes import Suggest, is_answered, is_fetched, is_quiet, read_wish
from bot.store.database import Store
from bot.store.jobs import LeaseLostError
from pipeline import AnimojiResult, Blobs, Likeness, read_result

log = logging.getLogger(__name__)

_LONGEST_PAUSE: Final = timedelta(minutes=5)
"""Between two tries to reach a person; each pause is twice the one before."""
_GIVEN_UP: Final = timedelta(days=1)
"""How long a person is tried to be reached."""
_WEATHER: Final = (*FULL_HOUSE, UnsureError, aiohttp.ClientError, OSError, asyncio.TimeoutError)
"""What passes by itself: the database or the network is away."""


class ErrandRunner:
    """Runs errands: takes rendered jobs to their people, and failed and cancelled ones' sentences.

    Args:
        store: where it is written down that a person has what there is.
        leases: by which jobs are held meanwhile.
        drawer: writes down what turns out to be impossible.
        blobs: where results lie until they are delivered.
        courier: speaks to people.
        metrics: where jobs that ended well are counted.
    """

    def __init__(
        self, store: Store, leases: Leases, drawer: Drawer, blobs: Blobs, courier: Courier, metrics: Metrics
    ) -> None:
        self._store = store
        self._leases = leases
        self._drawer = drawer
        self._blobs = blobs
        self._courier = courier
        self._metrics = metrics

    async def run(self, job: Job) -> None:
        """Runs the errand of a job that this process holds. Afterwards it holds it no more.

        Raises:
            LeaseLostError: the job was somebody else's before its person was spoken to.
        """
        try:
            if job.state is JobState.RENDERED:
                await self._deliver(job)
            else:
                await self._tell(job)
        except LeaseLostError:
            raise
        except Exception as error:
            await self._did_not_work(job, error)
            return
        await self._leases.insist(job, lambda: self._settle(job))
        if job.state is not JobState.RENDERED or not is_fetched(read_wish(job.wish)):
            await self._throw_away(job)

    async def _deliver(self, job: Job) -> None:
        wish = read_wish(job.wish)
        results = [await self._result(job, part) for part in range(job.part)]
        await self._leases.renew(job)  # whoever is not sure to hold it does not deliver

        async def deliver() -> None:
            await _last_word(job)
            match wish, results:
                case Suggest(), [Likeness() as likeness]:
                    await self._courier.suggest(job, wish, likeness)
                case _:
                    made = [each for each in results if isinstance(each, AnimojiResult)]
                    await self._courier.deliver(job, wish, made)

        await self._leases.tend(job, deliver(), lambda: self._leases.renew(job))
        self._metrics.job_done(results[-1], (now() - job.asked_at).total_seconds())

    async def _result(self, job: Job, part: int) -> Result:
        data = await self._blobs.get(blob_name(job, part))
        return await asyncio.to_thread(read_result, data)

    async def _tell(self, job: Job) -> None:
        if is_quiet(read_wish(job.wish)):
            return
        failure = Failure.read(job.failure)
        self._metrics.failures.labels(failure.kind).inc()

        async def tell() -> None:
            await _last_word(job)
            await self._courier.tell(job, failure)

        await self._leases.tend(job, tell(), lambda: self._leases.renew(job))

    async def _did_not_work(self, job: Job, error: Exception) -> None:
        passes = isinstance(error, (NotYetError, *_WEATHER)) or self._courier.is_weather(error)
        if passes and now() - (job.rendered_at or job.asked_at) < _GIVEN_UP:
            log.warning("job %d has not reached its person yet: %r", job.id, error)
            await self._postpone(job, error)
        elif job.state is JobState.RENDERED:
            failed = await self._drawer.failed(job, UndeliverableError() if passes else error)
            await self._leases.give_back(failed)
        else:
            log.warning("user %d could not be told of job %d: %r", job.owner_id, job.id, error)
            await self._leases.insist(job, lambda: self._settle(job))
            await self._throw_away(job)

    async def _postpone(self, job: Job, error: Exception) -> None:
        until = error.until if isinstance(error, NotYetError) else now() + _pause(job.attempts)
        try:
            async with self._store.work() as work:
                await work.jobs.postpone(job, until)
        except (LeaseLostError, *FULL_HOUSE):
            pass  # the lease ends by itself

    async def _settle(self, job: Job) -> None:
        async with self._store.work() as work:
            remember = job.state is JobState.RENDERED and is_answered(read_wish(job.wish))
            await work.jobs.settle(job, now(), remember)

    async def _throw_away(self, job: Job) -> None:
        try:
            for part in range(job.part + 1):
                await self._blobs.delete(blob_name(job, part))
        except FULL_HOUSE as error:
            log.warning("the results of job %d lie about until their time is over: %s", job.id, error)


async def _last_word(job: Job) -> None:
    """Waits until no other process can be showing the job's place any more, which would cover what is said next."""
    if job.shown_at is not None:
        await asyncio.sleep((job.shown_at + SHOWING - now()).total_seconds())


def _pause(attempts: int) -> timedelta:
    return min(timedelta(seconds=2.0 ** min(attempts - 1, 16)), _LONGEST_PAUSE)
