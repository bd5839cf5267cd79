"""The engine with real processes."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import pytest

from pipeline.engine import Budget, Engine, EngineClosedError, JobHandle, JobPhase, Limits
from pipeline.types import (
    AnimojiResult,
    JobCancelled,
    PipelineDiedError,
    PipelineError,
    PipelineOverdueError,
    Progress,
    SetupError,
    Stage,
    UserError,
)
from tests.pipeline.engine.stubs import (
    fail_to_warm_up,
    render,
    request,
    warm_up,
)


@pytest.fixture
async def engine(tmp_path: Path) -> AsyncIterator[Engine]:
    async with Engine(render, grace_seconds=0.5, shared=(tmp_path,)) as engine:
        yield engine
    assert_nothing_is_left()


def assert_nothing_is_left() -> None:
    # multiprocessing keeps one helper of its own, once anybody has shared memory; tests of a cluster keep that.
    kept = ("resource_tracker", "tests.pipeline.engine.loopback")
    assert [command for command in map(command_of, children()) if not any(name in command for name in kept)] == []
    assert not [thread for thread in threading.enumerate() if thread.name == "pipeline-pipe" and thread.is_alive()]
    assert asyncio.all_tasks() == {asyncio.current_task()}


def children() -> list[str]:
    """The ids of the processes that this one started and that are still there."""
    return [pid for tasks in Path("/proc/self/task").glob("*/children") for pid in tasks.read_text().split()]


def command_of(pid: str) -> str:
    return Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")


def only_pid(engine: Engine) -> int:
    (pid,) = engine.pids
    return pid


def pid_of(result: AnimojiResult) -> int:
    return int(result.data.split(b":")[0])


async def until_running(job: JobHandle[AnimojiResult]) -> None:
    async for progress in job:
        if progress.stage not in (Stage.QUEUED, Stage.CHARACTER):
            return


async def test_a_job_runs_in_another_process_and_tells_its_progress(engine: Engine) -> None:
    job = engine.submit(request("quick"), owner=1, label="test")
    seen = [progress async for progress in job]
    result = await job.result()
    assert result.data.endswith(b":quick")
    assert pid_of(result) == only_pid(engine) != os.getpid()
    assert seen[0].stage is Stage.QUEUED
    assert job.progress == Progress(Stage.ENCODE, 1.0)
    assert (job.state, job.position) == (JobPhase.DONE, 0)
    assert [progress async for progress in job] == []


async def test_errors_come_back_as_they_are_and_bugs_with_their_traceback(engine: Engine) -> None:
    mistake, bug, unportable, after = (
        engine.submit(request(prompt)) for prompt in ("mistake Anna", "bug", "unportable", "quick")
    )
    with pytest.raises(UserError, match=r"^Anna is taller than 3\.$") as caught:
        await mistake.result()
    assert (caught.value.key, caught.value.fields) == ("error.test", {"name": "Anna", "limit": 3})
    assert not isinstance(caught.value, SetupError)
    with pytest.raises(PipelineError, match="one over nothing") as failed:
        await bug.result()
    assert "stubs.py" in failed.value.details
    with pytest.raises(UserError, match=r"^a/b has no place") as caught:
        await unportable.result()
    assert caught.value.fields == {"reason": "a/b"}
    assert (await after.result()).data.endswith(b":quick")


async def test_a_running_job_stops_at_its_next_report_and_its_process_lives_on(engine: Engine) -> None:
    before = only_pid(engine)
    job = engine.submit(request("slow"))
    await until_running(job)
    job.cancel()
    with pytest.raises(JobCancelled):
        await job.result()
    assert [progress async for progress in job] == []
    assert pid_of(await engine.submit(request("quick")).result()) == before
    job.cancel()  # once more does no harm


async def test_a_job_that_does_not_stop_is_killed_with_its_process(engine: Engine) -> None:
    before = only_pid(engine)
    job = engine.submit(request("stubborn"))
    await wait_for_stage(job, Stage.CHARACTER)
    job.cancel()
    with pytest.raises(JobCancelled):
        await job.result()
    after = pid_of(await engine.submit(request("quick")).result())
    assert after == only_pid(engine) != before


async def wait_for_stage(job: JobHandle[AnimojiResult], stage: Stage) -> None:
    async for progress in job:
        if progress.stage is stage:
            return


async def test_a_job_is_begun_again_when_its_process_ends(engine: Engine, tmp_path: Path) -> None:
    before = only_pid(engine)
    result = await engine.submit(request(f"die_once {tmp_path / 'mark'}")).result()
    assert pid_of(result) == only_pid(engine) != before


async def test_a_killed_process_is_replaced_once_and_then_the_job_is_given_up(engine: Engine) -> None:
    job = engine.submit(request("slow"))
    for _ in range(2):
        await wait_for_stage(job, Stage.POSE)
        os.kill(only_pid(engine), signal.SIGKILL)
        await wait_for_stage(job, Stage.QUEUED)
    with pytest.raises(PipelineDiedError):
        await job.result()
    assert (await engine.submit(request("quick")).result()).frames == 25


async def test_a_job_that_kills_every_process_is_given_up(engine: Engine) -> None:
    deadly, quick = engine.submit(request("die")), engine.submit(request("quick"))
    with pytest.raises(PipelineDiedError):
        await deadly.result()
    assert (await quick.result()).frames == 25


async def test_a_process_that_dies_idle_is_replaced(engine: Engine) -> None:
    before = pid_of(await engine.submit(request("quick")).result())
    os.kill(before, signal.SIGKILL)
    assert pid_of(await engine.submit(request("quick")).result()) != before


async def test_a_job_that_says_nothing_any_more_is_given_up_after_one_silence_and_not_begun_again(
    tmp_path: Path,
) -> None:
    begun = tmp_path / "begun"
    async with Engine(render, limits=Limits(frame=1.0), shared=(tmp_path,)) as engine:
        stalled, chatty, quick = (engine.submit(request(prompt)) for prompt in (f"silent {begun}", "slow 30", "quick"))
        await wait_for_stage(stalled, Stage.MOTION)
        with pytest.raises(PipelineOverdueError, match=r"said nothing for 1(\.\d+)? s in the stage motion"):
            await stalled.result()
        assert begun.read_text() == "begun\n"
        assert (await chatty.result()).frames == 25  # for longer than one silence
        assert (await quick.result()).frames == 25


async def test_a_flood_of_reports_becomes_a_few_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[Progress] = []
    show = JobHandle.show

    def listen(job: JobHandle[AnimojiResult], progress: Progress, position: int = 0) -> None:
        heard.append(progress)
        show(job, progress, position)

    monkeypatch.setattr(JobHandle, "show", listen)
    async with Engine(render) as engine:
        job = engine.submit(request("chatty"))
        await wait_for_stage(job, Stage.MOTION)
        began = asyncio.get_running_loop().time()
        await job.result()
        seconds = asyncio.get_running_loop().time() - began
    told = [progress for progress in heard if progress.stage is Stage.MOTION]
    assert [progress.fraction for progress in told[:2]] == [0, 1 / 100_000]
    assert 2 <= len(told) <= 2 + 25 * seconds + 5


async def test_a_job_that_talks_for_ever_is_given_up_when_its_time_is_over() -> None:
    async with Engine(render, limits=Limits(usual=Budget(wall=1.0, cpu=60.0))) as engine:
        with pytest.raises(PipelineOverdueError, match="took longer than"):
            await engine.submit(request("slow")).result()
        assert (await engine.submit(request("quick")).result()).frames == 25


@pytest.mark.skipif(sys.platform == "win32", reason="needs a system that limits processor time")
async def test_a_job_that_uses_up_its_processor_time_is_ended_by_the_system_and_not_begun_again(tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    async with Engine(render, limits=Limits(usual=Budget(wall=60.0, cpu=0.5)), shared=(tmp_path,)) as engine:
        burning = engine.submit(request(f"burn {begun}"))
        with pytest.raises(PipelineOverdueError, match="processor time"):
            await burning.result()
        assert begun.read_text() == "begun\n"
        for _ in range(2):  # each job has a budget of its own
            assert (await engine.submit(request("quick")).result()).frames == 25


async def test_seconds_left_are_learnt(engine: Engine) -> None:
    assert engine.estimate(request("quick")) is None
    await engine.submit(request("quick")).result()
    usual = engine.estimate(request("quick"))
    assert usual is not None and usual > 0
    slow, waiting = engine.submit(request("slow")), engine.submit(request("quick"))
    await until_running(slow)
    assert slow.progress.seconds_left is not None
    async for progress in waiting:
        if progress.seconds_left is not None:
            assert progress.seconds_left >= usual
            break
    slow.cancel()
    await waiting.result()


async def test_closing_gives_up_all_jobs_and_leaves_nothing() -> None:
    async with Engine(render, grace_seconds=0.3) as engine:
        running, waiting = engine.submit(request("stubborn")), engine.submit(request("quick"))
        await wait_for_stage(running, Stage.CHARACTER)
    for job in (running, waiting):
        with pytest.raises(EngineClosedError):
            await job.result()
    with pytest.raises(EngineClosedError):
        engine.submit(request("quick"))
    assert engine.pids == ()
    assert_nothing_is_left()


async def test_closing_while_the_process_starts_leaves_nothing() -> None:
    async with Engine(render, grace_seconds=0.3) as engine:
        job = engine.submit(request("die"))
        await wait_for_stage(job, Stage.CHARACTER)
    assert_nothing_is_left()


async def test_a_second_process_starts_when_there_is_work_for_it_and_ends_when_there_is_none() -> None:
    async with Engine(render, grace_seconds=0.5, processes=2, idle_seconds=0.2) as engine:
        first = engine.pids
        for _ in range(3):
            assert pid_of(await engine.submit(request("quick")).result()) == first[0]
        assert engine.pids == first
        slow, quick = engine.submit(request("slow")), engine.submit(request("quick"))
        assert pid_of(await quick.result()) != first[0]
        while len(engine.pids) == 2:  # noqa: ASYNC110 - nobody tells when a process has gone to rest
            await asyncio.sleep(0.02)
        assert engine.pids == first
        assert pid_of(await engine.submit(request("quick")).result()) not in first
        slow.cancel()
    assert_nothing_is_left()


async def test_who_waits_is_told_when_the_first_of_two_will_be_free() -> None:
    async with Engine(render, grace_seconds=0.5, processes=2) as engine:
        await engine.submit(request("slow 20")).result()
        usual = engine.estimate(request("slow 20"))
        assert usual is not None
        for _ in range(2):
            await wait_for_stage(engine.submit(request("slow")), Stage.POSE)
        one, two, three = (engine.submit(request("slow 20")) for _ in range(3))
        seconds = [job.progress.seconds_left or 0.0 for job in (one, two, three)]
        assert usual <= seconds[0] <= seconds[1] < seconds[2] == pytest.approx(seconds[0] + usual)


async def test_the_process_warms_up_before_its_first_job(tmp_path: Path) -> None:
    async with Engine(render, warm_up=partial(warm_up, tmp_path / "warm"), shared=(tmp_path,)) as engine:
        await engine.submit(request("quick")).result()
        assert (tmp_path / "warm").read_text() == "warm"


async def test_a_failed_warm_up_does_no_harm() -> None:
    async with Engine(render, warm_up=fail_to_warm_up) as engine:
        assert (await engine.submit(request("quick")).result()).frames == 25


async def test_the_loop_is_never_blocked() -> None:
    longest = 0.0

    async def watch() -> None:
        nonlocal longest
        loop = asyncio.get_running_loop()
        while True:
            before = loop.time()
            await asyncio.sleep(0.005)
            longest = max(longest, loop.time() - before)

    watcher = asyncio.create_task(watch())
    async with Engine(render, grace_seconds=1.0) as engine:
        job = engine.submit(request("stubborn"))
        await wait_for_stage(job, Stage.CHARACTER)
        job.cancel()
        await engine.submit(request("quick")).result()
    watcher.cancel()
    # The job got a second to stop; a loop that waited for it, or for the process to be gone, would show it.
    assert longest < 0.7
