"""What every engine keeps, wherever it runs its jobs.

The stand-in that the bot is tested with keeps it too, so that those tests mean something.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio

from bot.services.engine import RenderJob
from pipeline.engine import EngineClosedError
from pipeline.plan import PoserUnsuitedError
from pipeline.types import (
    AnimojiResult,
    Character,
    CharacterKind,
    JobCancelled,
    Likeness,
    Output,
    PipelineDiedError,
    PipelineError,
    PoserName,
    Progress,
    Stage,
    UserError,
)
from pipeline.types.output import FrameRateError
from tests.pipeline.engine.loopback import LoopbackCluster
from tests.pipeline.engine.stubs import TooTallError, look, request
from tests.pipeline.engine.workshops import CLUSTER, ENGINES, PATIENCE, Hired, Workshop, until_running

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def hired(loopback: LoopbackCluster, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Hired]:
    hired = Hired(loopback, tmp_path_factory.mktemp("blobs"))
    yield hired
    await hired.close()


@pytest_asyncio.fixture(params=[*ENGINES, CLUSTER], loop_scope="module")
async def workshop(request: pytest.FixtureRequest, hired: Hired) -> AsyncIterator[Workshop]:
    if request.param == CLUSTER:
        yield await hired.workshop()
        return
    async with ENGINES[request.param]() as workshop:
        yield workshop


async def ended(job: RenderJob[object]) -> object:
    """The job's result, or what it ended with."""
    outcomes = await asyncio.wait_for(asyncio.gather(job.result(), return_exceptions=True), PATIENCE)
    return outcomes[0]


async def test_a_job_comes_to_its_result_along_the_road(workshop: Workshop) -> None:
    job = workshop.submit(owner=1, label="test")
    seen: list[Progress] = [progress async for progress in job]
    order = list(Stage)
    stages = [order.index(progress.stage) for progress in seen]
    assert stages == sorted(stages)
    assert seen[0].stage is Stage.QUEUED
    assert all(0 <= progress.fraction <= 1 for progress in seen)
    result = await job.result()
    assert result.frames > 0 and len(result.track) > 0 and result.data
    assert job.position == 0


async def test_a_job_that_is_over_has_nothing_more_to_tell_and_keeps_its_result(workshop: Workshop) -> None:
    job = workshop.submit()
    one, two = await asyncio.gather(job.result(), job.result())
    assert one is two is await job.result()
    assert [progress async for progress in job] == []


async def test_who_stops_waiting_for_a_job_does_not_stop_it(workshop: Workshop) -> None:
    job = workshop.submit()
    waiting = asyncio.ensure_future(job.result())
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    assert (await job.result()).data


async def test_jobs_know_their_places_and_move_up(workshop: Workshop) -> None:
    busy = await workshop.busy()
    jobs = [workshop.submit() for _ in range(3)]
    assert [job.position for job in busy] == [0] * workshop.engine.slots
    assert [job.position for job in jobs] == [1, 2, 3]
    assert workshop.engine.waiting == 3
    jobs[0].cancel()
    assert [job.position for job in jobs] == [0, 1, 2]
    assert workshop.engine.waiting == 2
    workshop.free(busy)
    assert [await ended(job) is not None for job in jobs[1:]] == [True, True]
    assert workshop.engine.waiting == 0


async def test_a_place_that_changes_is_news(workshop: Workshop) -> None:
    busy = await workshop.busy()
    first, second = workshop.submit(), workshop.submit()
    news = second.__aiter__()
    await anext(news)
    assert second.position == 2
    first.cancel()
    await asyncio.wait_for(anext(news), 1)
    assert second.position == 1
    workshop.free(busy)
    assert await ended(second) is not None


async def test_people_take_fair_turns(workshop: Workshop) -> None:
    busy = await workshop.busy()
    begun: list[str] = []

    async def note(job: RenderJob[object], label: str) -> None:
        async for _ in job:
            if job.position == 0:
                begun.append(label)
                break
        await job.result()

    greedy = [workshop.submit(owner="greedy", label=f"g{n}") for n in range(4)]
    modest = [workshop.submit(owner=n, label=f"m{n}") for n in range(3)]
    assert [job.position for job in greedy] == [1, 5, 6, 7]
    assert [job.position for job in modest] == [2, 3, 4]
    notes = [note(job, f"g{n}") for n, job in enumerate(greedy)] + [note(job, f"m{n}") for n, job in enumerate(modest)]
    workshop.free(busy)
    await asyncio.wait_for(asyncio.gather(*notes), PATIENCE)
    assert begun == ["g0", "m0", "m1", "m2", "g1", "g2", "g3"]


async def test_a_waiting_job_is_cancelled_at_once(workshop: Workshop) -> None:
    busy = await workshop.busy()
    waiting, after = workshop.submit(), workshop.submit()
    waiting.cancel()
    assert (waiting.position, after.position) == (0, 1)
    with pytest.raises(JobCancelled):
        await waiting.result()
    workshop.free(busy)
    assert (await after.result()).data


async def test_a_running_job_is_cancelled_at_once_and_the_next_one_runs(workshop: Workshop) -> None:
    busy = await workshop.busy()
    after = workshop.submit()
    workshop.free(busy)
    for job in busy:
        with pytest.raises(JobCancelled):
            await asyncio.wait_for(job.result(), 0.1)
        assert [progress async for progress in job] == []
    assert (await asyncio.wait_for(after.result(), PATIENCE)).data


async def test_cancelling_what_is_over_changes_nothing(workshop: Workshop) -> None:
    job = workshop.submit()
    result = await job.result()
    job.cancel()
    job.cancel()
    assert await job.result() is result


async def test_a_users_mistake_comes_out_as_it_is(workshop: Workshop) -> None:
    job = workshop.engine.submit(workshop.fail(False))
    with pytest.raises(UserError, match=r"^Anna is taller than 3\.$") as caught:
        await job.result()
    assert caught.value.key == TooTallError.key
    assert caught.value.fields == {"name": "Anna", "limit": 3}
    assert [progress async for progress in job] == []


async def test_somebody_is_looked_at(workshop: Workshop, tmp_path: Path) -> None:
    job = workshop.engine.submit(look(tmp_path / "clip.mp4", "quick"), owner=1, label="test")
    seen = [progress.stage async for progress in job]
    likeness = await job.result()
    assert isinstance(likeness, Likeness) and likeness.words[:2] == ("glasses", "brown hair")
    assert seen[0] is Stage.QUEUED
    assert job.position == 0


async def test_looks_and_animojis_wait_in_one_line_and_are_cancelled_alike(workshop: Workshop, tmp_path: Path) -> None:
    busy = await workshop.busy()
    looks = [workshop.engine.submit(look(tmp_path / f"{n}.mp4", "quick"), owner="one") for n in range(2)]
    animoji = workshop.submit(owner="two")
    assert [looks[0].position, animoji.position, looks[1].position] == [1, 2, 3]
    looks[0].cancel()
    with pytest.raises(JobCancelled):
        await looks[0].result()
    workshop.free(busy)
    assert isinstance(await ended(looks[1]), Likeness) and isinstance(await ended(animoji), AnimojiResult)


async def test_a_look_under_way_is_cancelled_at_once(workshop: Workshop, tmp_path: Path) -> None:
    workshop.hold()
    job = workshop.engine.submit(look(tmp_path / "clip.mp4", "slow"))
    await until_running(job)
    job.cancel()
    with pytest.raises(JobCancelled):
        await asyncio.wait_for(job.result(), 0.1)
    workshop.release()
    assert (await asyncio.wait_for(workshop.submit().result(), PATIENCE)).data


async def test_why_nobody_could_be_looked_at_comes_out(workshop: Workshop, tmp_path: Path) -> None:
    workshop.fail(False)
    with pytest.raises(UserError, match="Anna is taller"):
        await workshop.engine.submit(look(tmp_path / "clip.mp4", "mistake Anna")).result()


async def test_a_look_whose_process_dies_is_begun_once_more(workshop: Workshop, tmp_path: Path) -> None:
    if workshop.kill is None:
        pytest.skip("there is nothing that could die")
    job = workshop.engine.submit(look(tmp_path / "clip.mp4", "slow 20"))
    await until_running(job)
    await workshop.kill()
    assert isinstance(await asyncio.wait_for(job.result(), PATIENCE), Likeness)


async def test_a_bug_comes_out_as_one(workshop: Workshop) -> None:
    with pytest.raises(PipelineError, match="one over nothing"):
        await workshop.engine.submit(workshop.fail(True)).result()


async def test_as_many_jobs_run_side_by_side_as_there_are_slots(workshop: Workshop) -> None:
    busy = await workshop.busy()
    waiting = workshop.submit()
    assert [job.position for job in (*busy, waiting)] == [0] * workshop.engine.slots + [1]
    workshop.free(busy[:1])
    assert (await asyncio.wait_for(waiting.result(), PATIENCE)).data
    workshop.free(busy)


async def test_what_dies_is_replaced_and_its_job_begun_once_more(workshop: Workshop) -> None:
    if workshop.kill is None:
        pytest.skip("there is nothing that could die")
    job = workshop.engine.submit(request("slow 20"))
    await until_running(job)
    await workshop.kill()
    assert (await asyncio.wait_for(job.result(), PATIENCE)).data
    assert (await asyncio.wait_for(workshop.submit().result(), PATIENCE)).data


async def test_a_job_over_which_things_die_twice_is_given_up_and_no_other(workshop: Workshop) -> None:
    if workshop.kill is None:
        pytest.skip("there is nothing that could die")
    deadly = workshop.engine.submit(request("die"))
    quick = workshop.submit()
    with pytest.raises(PipelineDiedError):
        await asyncio.wait_for(deadly.result(), PATIENCE)
    assert (await asyncio.wait_for(quick.result(), PATIENCE)).data


async def test_what_can_never_be_made_is_refused_at_once(workshop: Workshop) -> None:
    picture = Character(CharacterKind.UPLOADED, picture=b"x")
    with pytest.raises(PoserUnsuitedError):
        workshop.engine.submit(replace(request("quick"), character=picture, poser=PoserName.RIG))
    with pytest.raises(FrameRateError):
        workshop.engine.submit(replace(request("quick"), output=Output(fps=0)))
    assert workshop.engine.waiting == 0


async def test_closing_gives_up_what_runs_and_what_waits(workshop: Workshop) -> None:
    busy = await workshop.busy()
    waiting = workshop.submit()
    await asyncio.wait_for(workshop.close(), PATIENCE)
    for job in (*busy, waiting):
        with pytest.raises(EngineClosedError):
            await job.result()
        assert [progress async for progress in job] == []
    with pytest.raises(EngineClosedError):
        workshop.submit()
