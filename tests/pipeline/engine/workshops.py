"""The engines that keep the contract, and how their jobs are made to behave."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Hashable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Protocol, TypeVar

import pytest

from bot.services.engine import RenderJob
from pipeline.engine import Engine
from pipeline.engine.cluster.engine import ClusterEngine
from pipeline.types import (
    AnimojiRequest,
    AnimojiResult,
    Asks,
    PipelineError,
    Stage,
)
from tests.e2e.stub_engine import StubEngine
from tests.pipeline.engine.loopback import NODES, LoopbackCluster, cluster_engine, until
from tests.pipeline.engine.stubs import TooTallError, perform, request

Given = TypeVar("Given")

PATIENCE = 30.0
"""Seconds after which a test is not waiting but hanging."""


class AnyEngine(Protocol):
    """What the bot uses of an engine, and what is beside that promised."""

    def submit(self, request: Asks[Given], *, owner: Hashable = None, label: str = "") -> RenderJob[Given]: ...

    def estimate(self, request: Asks[Any]) -> float | None: ...

    @property
    def waiting(self) -> int: ...

    @property
    def slots(self) -> int: ...


@dataclass(frozen=True)
class Workshop:
    """An engine and how its jobs are made to behave.

    Attributes:
        engine: it.
        hold: makes the jobs to come work until they are cancelled.
        release: no longer.
        fail: makes the jobs to come fail with TooTallError, or by a bug.
        close: shuts it down.
        kill: kills all that works now, without a word; None where nothing can be killed.
    """

    engine: AnyEngine
    hold: Callable[[], AnimojiRequest]
    release: Callable[[], None]
    fail: Callable[[bool], AnimojiRequest]
    close: Callable[[], Awaitable[None]]
    kill: Callable[[], Awaitable[None]] | None = None

    def submit(self, *, owner: Hashable = None, label: str = "") -> RenderJob[AnimojiResult]:
        return self.engine.submit(request("quick"), owner=owner, label=label)

    async def busy(self) -> list[RenderJob[AnimojiResult]]:
        """As many jobs as can run at once, worked on until somebody cancels them; jobs submitted later are quick."""
        jobs = [self.engine.submit(self.hold(), owner="busy") for _ in range(self.engine.slots)]
        for job in jobs:
            await until_running(job)
        return jobs

    def free(self, busy: list[RenderJob[AnimojiResult]]) -> None:
        """Lets the others run."""
        self.release()
        for job in busy:
            job.cancel()


async def until_running(job: RenderJob[object]) -> None:
    async for progress in job:
        if progress.stage not in (Stage.QUEUED, Stage.CHARACTER):
            return


def with_stubs(engine: Engine | ClusterEngine, close: Callable[[], Awaitable[None]]) -> Workshop:
    """An engine whose real processes run the stubs."""

    async def kill() -> None:
        for pid in engine.pids:
            os.kill(pid, signal.SIGKILL)

    return Workshop(
        engine,
        hold=lambda: request("slow"),
        release=lambda: None,
        fail=lambda by_bug: request("bug" if by_bug else "mistake Anna"),
        close=close,
        kill=kill,
    )


@asynccontextmanager
async def processes(count: int) -> AsyncIterator[Workshop]:
    """One machine's, with so many real processes."""
    async with Engine(perform, grace_seconds=0.5, processes=count) as engine:
        yield with_stubs(engine, engine.close)


@asynccontextmanager
async def stand_in() -> AsyncIterator[Workshop]:
    """The bot's tests' own."""
    engine = StubEngine()

    def hold() -> AnimojiRequest:
        engine.open.clear()
        return request("slow")

    def fail(by_bug: bool) -> AnimojiRequest:
        engine.fails_with = PipelineError("one over nothing") if by_bug else TooTallError(name="Anna", limit=3)
        return request("fails")

    yield Workshop(engine, hold, engine.open.set, fail, engine.close)
    await engine.close()


ENGINES: dict[str, Callable[[], AbstractAsyncContextManager[Workshop]]] = {
    "one process": partial(processes, 1),
    "two processes": partial(processes, 2),
    "stand-in": stand_in,
}
CLUSTER = "cluster"


class Hired:
    """A cluster's engine that tests share, as its actors take seconds to start; one that was closed is replaced."""

    def __init__(self, loopback: LoopbackCluster, blobs: Path) -> None:
        self._loopback = loopback
        self._blobs = blobs
        self._engine: ClusterEngine | None = None

    async def workshop(self) -> Workshop:
        if self._engine is None:
            pytest.importorskip("ray", reason="needs the extra 'cluster'")
            await asyncio.to_thread(self._loopback.start)
            self._engine = await cluster_engine(self._loopback, self._blobs).__aenter__()
        engine = self._engine
        # A node whose actor an earlier test killed is left alone for some seconds.
        await until(lambda: engine.slots == NODES, 2 * PATIENCE)
        return with_stubs(engine, self.close)

    async def close(self) -> None:
        engine, self._engine = self._engine, None
        if engine is not None:
            await engine.close()
