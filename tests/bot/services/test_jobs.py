"""Jobs: what listeners hear, and who may cancel."""

from __future__ import annotations

import asyncio

import pytest

from bot.errors import NotYoursError
from bot.services.asker import Asker
from bot.services.jobs import JobService, JobState
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
