"""The engine of many machines."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any, Final

from pipeline.engine.cluster.connection import Connection, connect
from pipeline.engine.cluster.files import RequestFiles
from pipeline.engine.cluster.protocol import ActorLostError, Ask, DriverLostError, Equipment, ListNodes, Node
from pipeline.engine.cluster.runner import ActorRunner, Seat
from pipeline.engine.cluster.seats import NOTHING, place_of, room_for, seats_of
from pipeline.engine.engine import IDLE_SECONDS
from pipeline.engine.job import JobHandle
from pipeline.engine.scheduler import Runner, RunnerLostError, Scheduler
from pipeline.types import DEFAULT_SETTINGS, PipelineSettings, SetupError

log = logging.getLogger(__name__)

_LOOK_SECONDS: Final = 1.0
"""Between two looks at which nodes there are."""
_SILENCE_SECONDS: Final = 20.0
"""How long the cluster may take to say that."""
_FIRST_PAUSE: Final = 1.0
_LONGEST_PAUSE: Final = 60.0
"""Seconds until a lost cluster is tried again; each pause is twice the one before."""
_LOST_SECONDS: Final = 3.0
"""How long a seat is left alone whose actor was lost: until then it shows whether its node is lost, too."""
_REFUSED_SECONDS: Final = 30.0
"""The same where no actor can be had: others may have taken what it needs."""


@dataclass(frozen=True)
class ClusterOptions:
    """Which cluster, and how much of it.

    Attributes:
        head: HOST:PORT of its client server.
        token: its secret.
        jobs_per_gpu: how many jobs share a GPU.
        at_most: how many jobs may run at once; None for as many as there is room for.
        idle_seconds: how long an actor without work is kept, except for the first.
    """

    head: str
    token: str
    jobs_per_gpu: int = 1
    at_most: int | None = None
    idle_seconds: float = IDLE_SECONDS


class ClusterEngine(Scheduler):
    """Runs jobs on the nodes of a Ray cluster.

    Nodes that come bring room, nodes that go take it. A job on a node that dies is begun again elsewhere. When the
    cluster itself is lost, jobs that ran end with EngineClosedError, those that wait go on waiting, and the engine
    connects again, ever less often.
    """

    def __init__(
        self, options: ClusterOptions, equipment: Equipment, settings: PipelineSettings = DEFAULT_SETTINGS
    ) -> None:
        """``equipment``: what the actors work with; its probe is found by the engine itself.

        Raises:
            BlobAddressError, BlobStoreError: the blob store cannot be used.
        """
        super().__init__(settings, equipment.grace_seconds)
        self._options = options
        self._equipment = equipment
        self._files = RequestFiles(equipment.blobs)
        self._numbers = itertools.count(1)
        self._left_alone: dict[Seat, float] = {}
        self._asked = NOTHING
        self._asking: asyncio.Task[None] | None = None
        self._keeper: asyncio.Task[None] | None = None
        self._look_now = asyncio.Event()

    async def open(self) -> None:
        """Connects; where that fails at first, it goes on in the background."""
        tried = asyncio.Event()
        self._keeper = asyncio.create_task(self._keep_connected(tried), name="cluster")
        await tried.wait()

    async def close(self) -> None:
        """As every engine does; lets go of the cluster at last."""
        keeper, self._keeper = self._keeper, None
        await super().close()
        if keeper is not None:
            keeper.cancel()
            await asyncio.gather(keeper, return_exceptions=True)

    @property
    def slots(self) -> int:
        """How many jobs can run at once; at least one, that waits for a cluster which is away."""
        return max(1, len(self._runners))

    @property
    def pids(self) -> tuple[int, ...]:
        """The process ids of the actors that are ready, each on its node."""
        return tuple(each.pid for each in self._actors if each.pid is not None)

    @property
    def _actors(self) -> list[ActorRunner]:
        return [runner for runner in self._runners if isinstance(runner, ActorRunner)]

    async def _keep_connected(self, tried: asyncio.Event) -> None:
        pause = _FIRST_PAUSE
        while True:
            try:
                async with self._connected() as connection:
                    pause = _FIRST_PAUSE
                    await self._look_after(connection, tried)
            except (DriverLostError, SetupError, OSError) as error:
                reason = str(error)
            except Exception as error:
                log.exception("the engine goes on after a mistake")
                reason = repr(error)
            finally:
                tried.set()
            log.error("The cluster %s cannot be used (%s); trying again in %g s.", self._options.head, reason, pause)
            await asyncio.sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)

    @asynccontextmanager
    async def _connected(self) -> AsyncIterator[Connection]:
        probe = await self._files.probe()
        self._equipment = replace(self._equipment, probe=probe)
        try:
            connection = await connect(self._options.head, self._options.token)
            try:
                yield connection
            finally:
                # First, as a cluster that says nothing would not let go of its actors either.
                await connection.close()
                runners, self._runners = self._actors, []
                await asyncio.gather(*(runner.close() for runner in runners))
        finally:
            await self._files.remove(probe)

    async def _look_after(self, connection: Connection, tried: asyncio.Event) -> None:
        """Follows who comes and goes until the connection is lost."""
        known: tuple[Node, ...] = ()
        self._asked = NOTHING
        while True:
            nodes = await self._look(connection)
            if nodes != known:
                cpus, gpus = sum(node.cpus for node in nodes), sum(node.gpus for node in nodes)
                log.info("The cluster has %d nodes, %g CPUs, %g GPUs.", len(nodes), cpus, gpus)
                known = nodes
            self._seat(connection, nodes)
            tried.set()
            if self._is_open:
                self._start_work()
                self._ask_for_room(connection)
            self._look_now.clear()
            with contextlib.suppress(asyncio.TimeoutError):
                await asyncio.wait_for(self._look_now.wait(), _LOOK_SECONDS)

    @staticmethod
    async def _look(connection: Connection) -> tuple[Node, ...]:
        try:
            nodes: tuple[Node, ...] = await asyncio.wait_for(connection.order(ListNodes()), _SILENCE_SECONDS)
        except asyncio.TimeoutError:
            raise DriverLostError(f"it said nothing for {_SILENCE_SECONDS:g} s") from None
        return nodes

    def _seat(self, connection: Connection, nodes: tuple[Node, ...]) -> None:
        """Makes the runners fit the nodes. Those of lost nodes that are busy end by themselves."""
        now = asyncio.get_running_loop().time()
        self._left_alone = {seat: until for seat, until in self._left_alone.items() if until > now}
        options = self._options
        seats = [
            seat for seat in seats_of(nodes, options.jobs_per_gpu, options.at_most) if seat not in self._left_alone
        ]
        runners = {runner.seat: runner for runner in self._actors}
        for seat, runner in runners.items():
            if seat not in seats and runner not in self._busy:
                self._retire(runner)
        for seat in seats:
            place = place_of(seat, seats)
            if seat in runners:
                runners[seat].place = place
                continue
            idle = options.idle_seconds if self._runners else None
            runner = ActorRunner(connection, next(self._numbers), seat, place, self._equipment, self._files, idle)
            self._runners.append(runner)
            if idle is None:
                runner.start()

    def _retire(self, runner: ActorRunner) -> None:
        self._runners.remove(runner)
        closing = asyncio.create_task(runner.close())
        self._tasks.add(closing)
        closing.add_done_callback(self._tasks.discard)

    def _lose(self, runner: Runner, job: JobHandle[Any], loss: RunnerLostError) -> None:
        super()._lose(runner, job, loss)
        if isinstance(runner, ActorRunner):
            pause = _REFUSED_SECONDS if runner.was_refused else _LOST_SECONDS
            self._left_alone[runner.seat] = asyncio.get_running_loop().time() + pause
        self._look_now.set()

    def _ask_for_room(self, connection: Connection) -> None:
        plans = [job.plan for job in (*self.running, *self._queue.keys())]
        ask = room_for(plans, self._expected, [runner.seat for runner in self._actors])
        if ask != self._asked and (self._asking is None or self._asking.done()):
            self._asked = ask
            self._asking = asyncio.create_task(_told(connection, ask))


async def _told(connection: Connection, ask: Ask) -> None:
    try:
        await connection.order(ask)
    except ActorLostError as error:
        log.warning("The cluster's autoscaler was not asked for room: %s.", error)
    except DriverLostError:  # the engine sees that by itself
        pass
