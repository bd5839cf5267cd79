"""The engine of a real cluster, whose nodes come and go."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import pytest_asyncio

from pipeline.engine import EngineClosedError, JobHandle, JobPhase
from pipeline.engine.cluster.connection import connect
from pipeline.engine.cluster.engine import ClusterEngine
from pipeline.engine.cluster.protocol import DriverLostError
from pipeline.engine.cluster.setup import look
from pipeline.types import (
    AnimojiResult,
    Character,
    CharacterKind,
    EngineSettings,
    PoserName,
    PresetMotion,
    Stage,
    VideoMotion,
)
from tests.pipeline.engine.loopback import GPU_NODE, NODES, TOKEN, LoopbackCluster, cluster_engine, until
from tests.pipeline.engine.stubs import request

pytest.importorskip("ray", reason="needs the extra 'cluster'")
pytestmark = pytest.mark.asyncio(loop_scope="module")

PATIENCE = 120.0
"""Seconds after which a test is not waiting but hanging: Ray takes its time on a busy machine."""
PICTURE = replace(
    request(""), character=Character(CharacterKind.UPLOADED, picture=b"x"), poser=PoserName.THA3, motion=PresetMotion()
)


@dataclass(frozen=True)
class Cluster:
    """A cluster and the engine on it, whose blobs lie in a folder."""

    loopback: LoopbackCluster
    engine: ClusterEngine
    blobs: Path


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def cluster(loopback: LoopbackCluster, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Cluster]:
    await asyncio.to_thread(loopback.start)
    blobs = tmp_path_factory.mktemp("blobs")
    async with cluster_engine(loopback, blobs, jobs_per_gpu=2) as engine:
        yield Cluster(loopback, engine, blobs)


async def running(job: JobHandle[AnimojiResult]) -> None:
    async for progress in job:
        if progress.stage is Stage.POSE:
            return
    await job.result()


async def ended(job: JobHandle[AnimojiResult]) -> AnimojiResult:
    return await asyncio.wait_for(job.result(), PATIENCE)


async def test_a_file_comes_to_its_node_and_is_gone_with_the_job_and_no_token_comes_to_the_process(
    cluster: Cluster, tmp_path: Path
) -> None:
    clip = tmp_path / "clip.mp4"
    clip.write_bytes(b"selfie" * 1000)
    job = cluster.engine.submit(replace(request("{}"), motion=VideoMotion(clip)))
    seen = json.loads((await ended(job)).data)
    ((_, size, overwritten),) = seen["files"]
    assert (size, overwritten) == (6000, "EPERM")
    variables = " ".join((*seen["environment"], *seen["environment"].values()))
    assert "RAY_" not in variables and TOKEN not in variables
    if sys.platform == "linux":
        assert seen["parents_memory"] == "EACCES" and seen["kill_parent"] == "EPERM"
        assert set(seen["sockets"].values()) <= {"EACCES", "EPERM"}
    (probe,) = (cluster.blobs / "requests").iterdir()
    assert probe.name.startswith("probe-")


async def test_a_wrong_token_is_told(cluster: Cluster) -> None:
    with pytest.raises(DriverLostError, match="token"):
        await connect(cluster.loopback.address, TOKEN[::-1])


async def test_a_machine_joins_with_a_gpu_that_pictures_share_and_leaves(cluster: Cluster, tmp_path: Path) -> None:
    engine = cluster.engine
    token = tmp_path / "token"
    token.write_text(TOKEN + "\n")
    joining = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "animemoji", "worker", "--head", cluster.loopback.head, "--host", GPU_NODE),
        *("--jobs", "0", "--gpus", "1"),
        env=os.environ | {"ANIMEMOJI_CLUSTER_TOKEN_FILE": str(token)},
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        await until(lambda: engine.slots == 4, PATIENCE)
        where = EngineSettings(f"ray://{cluster.loopback.address}", cluster_token_file=token, jobs_per_gpu=2)
        assert (await asyncio.to_thread(look, where)).endswith(": 4 on 3 nodes with 2 CPUs and 1 GPUs")
        pictures = [engine.submit(PICTURE) for _ in range(3)]
        drawn = engine.submit(request("quick"))
        assert [job.position for job in (*pictures, drawn)] == [0, 0, 1, 0], "processors leave pictures to GPUs"
        for job in (drawn, *pictures):
            await ended(job)
    finally:
        joining.send_signal(signal.SIGTERM)
        code = await asyncio.wait_for(joining.wait(), PATIENCE)
    assert code == 0
    await until(lambda: engine.slots == NODES, PATIENCE)
    assert (await ended(engine.submit(PICTURE))).data, "now processors take everything"


async def test_a_job_on_a_node_that_dies_is_begun_again_elsewhere_and_a_new_node_takes_jobs(cluster: Cluster) -> None:
    engine = cluster.engine
    jobs = [engine.submit(request("slow 100")) for _ in range(2)]
    await asyncio.gather(*map(running, jobs))
    await asyncio.to_thread(cluster.loopback.kill_node)
    await until(lambda: any(job.losses for job in jobs), PATIENCE)
    lost, other = sorted(jobs, key=lambda job: -job.losses)
    assert (lost.losses, other.losses) == (1, 0)
    other.cancel()
    assert (await ended(lost)).data.endswith(b":slow 100")
    await until(lambda: engine.slots == 1, PATIENCE)
    await asyncio.to_thread(cluster.loopback.start)
    await until(lambda: engine.slots == NODES, PATIENCE)
    jobs = [engine.submit(request("slow 10")) for _ in range(2)]
    await asyncio.gather(*map(running, jobs))
    for job in jobs:
        await ended(job)


async def test_when_the_head_is_lost_running_jobs_are_given_back_and_waiting_ones_run_when_it_is_there_again(
    cluster: Cluster, caplog: pytest.LogCaptureFixture
) -> None:
    engine = cluster.engine
    busy = [engine.submit(request("slow")) for _ in range(2)]
    await asyncio.gather(*map(running, busy))
    waiting = engine.submit(request("quick"))
    await asyncio.to_thread(cluster.loopback.kill_head)
    for job in busy:
        with pytest.raises(EngineClosedError):
            await ended(job)
    await until(lambda: "cannot be used" in caplog.text, PATIENCE)
    assert caplog.text.count("cannot be used") <= 2
    assert (waiting.state, engine.slots) == (JobPhase.QUEUED, 1)
    await asyncio.to_thread(cluster.loopback.start)
    assert (await ended(waiting)).data
    await until(lambda: engine.slots == NODES, PATIENCE)
