"""A cluster of two nodes on this machine: what it costs, and what becomes of jobs while a part of it dies.

``python -m benchmarks.cluster --jobs 200 --kill node`` (or ``head``) lets 200 people ask for an animoji each, which
a stub (or, with ``--drawn``, the rig) draws; when a quarter of them have theirs, one node is killed, or the head, which
is started again.
``animemoji bench cluster`` measures the speed alone. Linux only.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import aiohttp
import sqlalchemy as sa

from benchmarks.measurement import Measurement
from bot.services.asker import Asker
from bot.services.orders import Order, Preset, Words
from bot.services.uploads import UploadService
from bot.services.wishes import NewAnimoji
from bot.store.database import open_store
from bot.store.models import JobRow
from pipeline import Output
from pipeline.engine import Engine
from pipeline.engine.scheduler import Scheduler
from pipeline.render import render_animoji
from tests.bot.office import Office, open_office
from tests.pipeline.engine.loopback import STUBS, LoopbackCluster, cluster_engine
from tests.pipeline.engine.stubs import render, request

AT_ONCE: Final = 200
PATIENCE: Final = 600.0
"""Seconds for all jobs; what is not over then is stuck."""


def run() -> list[Measurement]:
    """Jobs of a hundredth of nothing, so that what is measured is the way to them and back."""
    loopback = LoopbackCluster()
    try:
        loopback.start()
        with tempfile.TemporaryDirectory(prefix="animemoji-") as folder:
            return asyncio.run(_compare(loopback, Path(folder)))
    finally:
        loopback.stop()


async def _compare(loopback: LoopbackCluster, folder: Path) -> list[Measurement]:
    began = time.perf_counter()
    async with cluster_engine(loopback, folder) as engine:
        await engine.submit(request("quick")).result()
        ready = time.perf_counter() - began
        cluster = await _speed(engine)
    async with Engine(render, processes=2) as local:
        here = await _speed(local)
    return [
        Measurement("connecting to a cluster, until its first job is done", ready, "s"),
        Measurement("a job that does nothing, here", here[0] * 1000, "ms"),
        Measurement("  on a cluster of two nodes", cluster[0] * 1000, "ms", at_most=100),
        Measurement(f"{AT_ONCE} of them at once, two processes here", here[1], "a second"),
        Measurement("  on the cluster", cluster[1], "a second", at_least=20),
    ]


async def _speed(engine: Scheduler) -> tuple[float, float]:
    """Seconds of one job after the other, and jobs a second of many at once."""
    await asyncio.gather(*(engine.submit(request("slow 4")).result() for _ in range(engine.slots)))  # warms all up
    began = time.perf_counter()
    for _ in range(AT_ONCE // 4):
        await engine.submit(request("quick")).result()
    each = (time.perf_counter() - began) / (AT_ONCE // 4)
    began = time.perf_counter()
    await asyncio.gather(*(engine.submit(request("quick")).result() for _ in range(AT_ONCE)))
    return each, AT_ONCE / (time.perf_counter() - began)


async def play(loopback: LoopbackCluster, jobs: int, kill: str, drawn: bool, folder: Path) -> list[Measurement]:
    """Everybody asks, it happens, and then what became of it."""
    wish = _drawn_wish if drawn else _wish
    cluster: Any = cluster_engine(loopback, folder, replace(STUBS, perform=render_animoji) if drawn else STUBS)
    async with (
        open_store(f"sqlite+aiosqlite:///{folder / 'cluster.sqlite3'}") as store,
        cluster as engine,
        aiohttp.ClientSession() as http,
        open_office(store, engine, UploadService(http, folder, 1, 1, 1, []), folder, jobs=jobs) as office,
    ):
        began = time.monotonic()
        numbers = [await office.ask(wish(number), Asker(number, "en", None)) for number in range(jobs)]
        delivered = office.courier.delivered
        while len(delivered) < jobs // 4:  # noqa: ASYNC110 - the courier tells nobody
            await asyncio.sleep(0.05)
        if kill == "node":
            await asyncio.to_thread(loopback.kill_node)
        if kill == "head":
            await asyncio.to_thread(loopback.kill_head)
            await asyncio.to_thread(loopback.start)
        while await _open(office) and time.monotonic() - began < PATIENCE:  # noqa: ASYNC110
            await asyncio.sleep(0.1)
        seconds = time.monotonic() - began
        times = Counter(job.id for job, _ in delivered)
        stuck = await _open(office)
        told = {job.id for job, _ in office.courier.told}
        left = len(list((folder / "requests").glob("[!p]*")))
    return [
        Measurement("jobs accepted", jobs, ""),
        Measurement("  delivered", len(times), ""),
        Measurement("  lost", sum(not times[number] and number not in told for number in numbers), "", at_most=0),
        Measurement("  delivered twice", sum(count > 1 for count in times.values()), "", at_most=0),
        Measurement("  given up", len(told), "", at_most=0),
        Measurement("  stuck", stuck, "", at_most=0),
        Measurement("files left in the blob store", left, "", at_most=0),
        Measurement("all over after", seconds, "s"),
    ]


def _wish(number: int) -> NewAnimoji:
    """One for whose plan nothing is drawn, slowly: a fifth of a second."""
    return NewAnimoji(Order(Words("slow 4", number), Preset("wink")), Output(size=64))


def _drawn_wish(number: int) -> NewAnimoji:
    """One that is really drawn."""
    return NewAnimoji(Order(Words("girl, silver twin tails, sailor uniform", number), Preset("wink")), Output(size=160))


async def _open(office: Office) -> int:
    """How many jobs are not over."""
    async with office.store.look() as work:
        return await work.session.scalar(sa.select(sa.func.count()).where(JobRow.due_at.is_not(None))) or 0


def main() -> None:
    """Prints the table; exit status 1 where a limit was not kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jobs", type=int, default=200)
    parser.add_argument("--kill", choices=("nothing", "node", "head"), default="node")
    parser.add_argument("--drawn", action="store_true", help="animojis are drawn, not told by a stub")
    options = parser.parse_args()
    loopback = LoopbackCluster()
    try:
        loopback.start()
        with tempfile.TemporaryDirectory(prefix="animemoji-") as folder:
            table = asyncio.run(play(loopback, options.jobs, options.kill, options.drawn, Path(folder)))
    finally:
        loopback.stop()
    print("\n".join(line.line() for line in table))
    raise SystemExit(not all(line.reached for line in table))


if __name__ == "__main__":
    main()
