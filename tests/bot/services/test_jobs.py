"""Jobs: what listeners hear, and who may cancel."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest

from bot.errors import NotYoursError, TooManyJobsError
from bot.services.asker import Asker
from bot.services.guilds import GuildService
from bot.services.jobs import JobService, JobState
from bot.services.limits import Defaults, LimitService
from bot.services.metrics import Metrics
from bot.store.database import Store
from pipeline import AnimojiRequest, JobCancelled, PresetMotion, Progress, PromptSource, Stage
from tests.bot.fakes import FakeEngine

REQUEST = AnimojiRequest(PromptSource("cat ears"), PresetMotion())


async def settle() -> None:
    await asyncio.sleep(0.03)


async def test_a_listener_hears_the_place_and_then_the_progress(jobs: JobService, engine: FakeEngine) -> None:
    engine.instant = False
    heard: list[JobState] = []

    async def listen(state: JobState) -> None:
        heard.append(state)

    task = asyncio.create_task(jobs.run(REQUEST, Asker(1), listen))
    job = await engine.next_job()
    job.position = 2
    await settle()
    job.position = 0
    job.news.put_nowait(Progress(Stage.POSE, 0.5))
    await settle()
    job.finish()
    result = await task
    assert result.character.prompt == "cat ears"
    told = [(state.position, state.progress) for state in heard]
    assert (2, None) in told
    assert told[-1] == (0, Progress(Stage.POSE, 0.5))


async def test_only_the_owner_or_a_moderator_cancels(jobs: JobService, engine: FakeEngine) -> None:
    engine.instant = False
    for canceller, moderates in ((1, False), (2, True)):
        names: list[str] = []

        async def listen(state: JobState, names: list[str] = names) -> None:
            names.append(state.job)

        task = asyncio.create_task(jobs.run(REQUEST, Asker(1), listen))
        await engine.next_job()
        await settle()
        with pytest.raises(NotYoursError):
            jobs.cancel(names[0], 3)
        assert jobs.cancel(names[0], canceller, moderates)
        with pytest.raises(JobCancelled):
            await task
        assert not jobs.cancel(names[0], canceller, moderates)


async def test_who_stops_waiting_cancels_the_job(jobs: JobService, engine: FakeEngine) -> None:
    engine.instant = False
    task = asyncio.create_task(jobs.run(REQUEST, Asker(1)))
    job = await engine.next_job()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert isinstance(job.outcome.exception(), JobCancelled)


async def test_progress_that_cannot_be_shown_does_not_stop_the_job(jobs: JobService, engine: FakeEngine) -> None:
    engine.instant = False

    async def fail(state: JobState) -> None:
        raise aiohttp.ServerDisconnectedError

    task = asyncio.create_task(jobs.run(REQUEST, Asker(1), fail))
    job = await engine.next_job()
    await settle()
    job.finish()
    assert (await task).character.prompt == "cat ears"


async def test_a_job_that_ended_does_not_wait_for_its_progress_to_be_shown(
    jobs: JobService, engine: FakeEngine
) -> None:
    engine.instant = False
    shown = asyncio.Event()

    async def hang(state: JobState) -> None:
        shown.set()
        await asyncio.Event().wait()

    task = asyncio.create_task(jobs.run(REQUEST, Asker(1), hang))
    job = await engine.next_job()
    await shown.wait()
    job.finish()
    await asyncio.wait_for(task, 1)


async def test_nothing_is_fetched_before_there_is_a_place(
    store: Store, guilds: GuildService, engine: FakeEngine
) -> None:
    jobs = JobService(engine, LimitService(store, guilds, Defaults(jobs_per_user=2)), Metrics(), every=0.005)
    engine.instant = False
    opened: list[int] = []

    @asynccontextmanager
    async def fetch(number: int) -> AsyncIterator[AnimojiRequest]:
        opened.append(number)
        yield REQUEST

    async def ask(number: int) -> str:
        try:
            await jobs.run(fetch(number), Asker(1))
        except TooManyJobsError:
            return "refused"
        return "done"

    asked = asyncio.gather(*(ask(number) for number in range(12)))
    for _ in range(2):
        (await asyncio.wait_for(engine.next_job(), 5)).finish()
    assert await asyncio.wait_for(asked, 5) == ["done"] * 2 + ["refused"] * 10
    assert opened == [0, 1]
