"""What a pipeline process may do, seen from inside a real one."""

from __future__ import annotations

import asyncio
import json
import os
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import pipeline
from pipeline.engine import Engine, Limits
from pipeline.engine.confinement import landlock_version
from pipeline.types import (
    AnimojiRequest,
    JobCancelled,
    PipelineDiedError,
    PipelineError,
    PipelineOverdueError,
    PipelineSettings,
    PromptSource,
    VideoMotion,
)
from tests.pipeline.engine import inside, stubs
from tests.pipeline.engine.stubs import request

SECRETS = {"DISCORD_TOKEN": "hunter2", "ANIMEMOJI_DATABASE_URL": "postgresql://me:hunter2@db/x", "AWS_KEY": "hunter2"}
MIB = 1024 * 1024


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The bot's data folder with a database, and a clip of somebody's."""
    data = tmp_path / "data"
    (data / "work").mkdir(parents=True)
    (data / "animemoji.sqlite3").write_bytes(b"SQLite format 3\0")
    (data / "clip.mp4").write_bytes(b"a selfie" * 1000)
    (tmp_path / ".env").write_text("DISCORD_TOKEN=hunter2")
    return data


@pytest.fixture
async def looking(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Engine]:
    for name, value in SECRETS.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    monkeypatch.syspath_prepend(str(tmp_path))  # as in a checkout, whose folder holds the .env and the data
    models = tmp_path / "models"
    models.mkdir()
    (models / "weights.bin").write_bytes(b"weights")
    async with Engine(inside.look, settings=PipelineSettings(models=models), folder=data / "work") as engine:
        yield engine


def files_below(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*"))


async def seen(engine: Engine, order: AnimojiRequest | None = None, **wanted: list[str]) -> dict[str, Any]:
    order = order or request("")
    result = await engine.submit(replace(order, character=PromptSource(json.dumps(wanted)))).result()
    answer: dict[str, Any] = json.loads(result.data)
    return answer


async def test_it_has_no_secrets_in_its_environment(looking: Engine) -> None:
    found = await seen(looking)
    assert found["environment"]["OMP_NUM_THREADS"] == "1"
    assert found["environment"]["PATH"] == os.environ["PATH"]
    everything = " ".join([*found["environment"], *found["environment"].values(), *found["raw_environment"]])
    assert not any(name in everything or value in everything for name, value in SECRETS.items())
    assert "hunter2" not in everything


async def test_it_works_in_an_empty_folder_of_its_own_that_is_gone_afterwards(looking: Engine, data: Path) -> None:
    path, mode, content = (await seen(looking))["folder"]
    assert Path(path).parent == data / "work"
    assert (mode, content) == ("0o700", [])
    await looking.__aexit__(None, None, None)
    assert list((data / "work").iterdir()) == []


async def test_its_limits_hold(looking: Engine) -> None:
    found = await seen(looking)
    assert found["umask"] == "0o77"
    assert found["limits"]["CORE"] == [0, 0]
    assert found["limits"]["FSIZE"][0] == 4 * 1024 * MIB
    assert found["limits"]["AS"][0] == 3 * 1024 * MIB
    assert 0 < found["limits"]["CPU"][0] <= 3700
    assert found["oom"] == "1000"
    assert found["status"]["NoNewPrivs"] == "1"
    assert found["status"]["Seccomp"] == "2"
    assert found["status"]["CapEff"] == "0" * 16
    # Its output, its pipe and what it lists right now: nothing of the bot's is open in it.
    assert found["descriptors"] <= 6


async def test_what_is_not_its_business_is_refused(looking: Engine, data: Path, tmp_path: Path) -> None:
    assert landlock_version() >= 1
    forbidden = ["/etc/passwd", str(data / "animemoji.sqlite3"), str(tmp_path / ".env"), str(data / "clip.mp4")]
    allowed = [json.__file__, str(Path(pipeline.__file__)), str(tmp_path / "models" / "weights.bin")]
    places = [str(data / "new"), "/tmp/new", str(tmp_path / "models" / "weights.bin"), pipeline.__file__]
    found = await seen(looking, read=[*forbidden, *allowed], write=[*places, "own.txt"], list=["/home", str(data)])
    assert found["read"] == dict.fromkeys(forbidden, "EACCES") | dict.fromkeys(allowed, "done")
    assert found["write"] == dict.fromkeys(places, "EACCES") | {"own.txt": "done"}
    assert found["list"]["/home"] == "EACCES"
    assert found["parents_memory"] in ("EACCES", "EPERM")
    assert found["program"] in ("EACCES", "EPERM")
    assert set(found["sockets"].values()) == {"EPERM"}
    assert found["kill_parent"] == ("EPERM" if landlock_version() >= 6 else "done")


async def test_it_reads_its_input_without_a_path_that_leads_there(looking: Engine, data: Path) -> None:
    order = replace(request(""), motion=VideoMotion(data / "clip.mp4"))
    for _ in range(2):
        ((path, size, changed),) = (await seen(looking, order))["files"]
        assert path.startswith("/proc/self/fd/")
        assert (size, changed) == (8000, "EPERM")
    assert (await seen(looking))["descriptors"] <= 6  # the inputs are closed again


async def test_a_file_that_is_gone_is_the_jobs_error_and_not_the_processs(looking: Engine, data: Path) -> None:
    order = replace(request("{}"), motion=VideoMotion(data / "gone.mp4"))
    with pytest.raises(PipelineError, match=r"gone\.mp4"):
        await looking.submit(order).result()


async def test_its_limits_are_values_of_a_plan() -> None:
    limits = Limits(memory=1, network_memory=2)
    async with Engine(stubs.render, limits=limits) as engine:
        assert limits.memory_of(engine._plan(request("quick"))) == 1


def worked(pid: int) -> float:
    """Seconds of processor time that a process has used, however busy the machine is with others."""
    own, system = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]
    return (int(own) + int(system)) / os.sysconf("SC_CLK_TCK")


async def test_a_job_that_asks_for_endless_memory_is_refused_in_seconds_and_the_next_one_runs() -> None:
    async with Engine(inside.eat_memory, limits=Limits(memory=1024 * MIB)) as engine:
        await engine.submit(request("quick")).result()
        (pid,) = before = engine.pids
        began = worked(pid)
        with pytest.raises(PipelineOverdueError, match="more memory than it may"):
            await engine.submit(request("bomb")).result()
        assert worked(pid) - began < 5
        assert (await engine.submit(request("quick")).result()).frames == 25
        assert engine.pids == before


@pytest.mark.parametrize("ending", ["quick", "mistake Anna", "bug", "die", "cancelled"])
async def test_however_a_job_ends_nothing_of_its_input_stays_on_disk(ending: str, data: Path) -> None:
    work = data / "work"
    before = files_below(data)
    async with Engine(inside.leave_files, folder=work, grace_seconds=0.1) as engine:
        order = replace(request("slow" if ending == "cancelled" else ending), motion=VideoMotion(data / "clip.mp4"))
        job = engine.submit(order)
        if ending == "cancelled":
            async for progress in job:
                if progress.fraction > 0:
                    job.cancel()
        await asyncio.gather(job.result(), return_exceptions=True)
    assert files_below(data) == before


async def test_a_process_that_dies_while_it_starts_costs_a_job_no_try(tmp_path: Path) -> None:
    warm_up = partial(inside.die_at_first_starts, tmp_path, 3)
    async with Engine(stubs.render, warm_up=warm_up, shared=(tmp_path,), pause_seconds=0.01) as engine:
        assert (await engine.submit(request("quick")).result()).frames == 25
        assert len(files_below(tmp_path)) == 3


async def test_processes_that_never_start_are_begun_more_and_more_seldom_and_then_the_job_is_given_up() -> None:
    async with Engine(stubs.render, warm_up=inside.die_at_start, pause_seconds=0.02) as engine:
        began = time.monotonic()
        with pytest.raises(PipelineError, match="died 5 times while it started") as failed:
            await engine.submit(request("quick")).result()
        assert not isinstance(failed.value, PipelineDiedError)
        assert time.monotonic() - began >= 0.02 * (1 + 2 + 4 + 8)


async def test_a_job_can_be_cancelled_while_no_process_starts() -> None:
    async with Engine(stubs.render, warm_up=inside.die_at_start, pause_seconds=60) as engine:
        job = engine.submit(request("quick"))
        async for _ in job:
            job.cancel()
        with pytest.raises(JobCancelled):
            await job.result()


async def test_it_is_no_part_of_our_terminal(looking: Engine) -> None:
    await seen(looking)
    (pid,) = looking.pids
    assert os.getsid(pid) == pid
