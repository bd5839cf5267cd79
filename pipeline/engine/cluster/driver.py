"""The driver: the process that is connected to a cluster, for the bot's process that started it.

``python -m pipeline.engine.cluster.driver FD`` serves orders from a socket until that closes. When the connection to
the cluster breaks, it says so and ends: a new driver knows nothing of old troubles.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import socket
import sys
import threading
import time
from typing import Any, Final

from pipeline.engine.cluster.actor import JobActor
from pipeline.engine.cluster.protocol import (
    ActorAnswer,
    ActorLostError,
    Ask,
    Assignment,
    CancelActor,
    Connect,
    Dismiss,
    DriverLostError,
    Gone,
    Hire,
    ListNodes,
    News,
    Node,
    Numbered,
    Order,
    read,
    write,
)
from pipeline.settings import set_variables
from pipeline.types.errors import reason_of

RECONNECT_SECONDS: Final = 5
"""How long Ray itself tries to mend a connection that broke."""
_CONNECT_SECONDS: Final = 60.0
_PING_SECONDS: Final = 10.0
_GOODBYE_SECONDS: Final = 5.0
_CLOSE_SECONDS: Final = 5.0
"""How long an actor may take to be ended, beyond its grace."""
_PROGRESS_SECONDS: Final = 0.1
"""Between two reports of a job."""


class Driver:
    """Does what it is ordered, by Ray."""

    def __init__(self, writer: asyncio.StreamWriter) -> None:
        self._writer = writer
        self._actors: dict[int, Any] = {}

    async def serve(self, reader: asyncio.StreamReader) -> None:
        """Obeys until the bot's process goes away or the connection breaks."""
        under_way: set[asyncio.Task[None]] = set()
        gone: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        reading = asyncio.ensure_future(read(reader))
        while True:
            await asyncio.wait((reading, gone), return_when=asyncio.FIRST_COMPLETED)
            if gone.done():
                write(self._writer, Gone(gone.result()))
                await self._writer.drain()
                return
            message = reading.result()
            if message is None:
                return
            reading = asyncio.ensure_future(read(reader))
            task = asyncio.create_task(self._answer(message, gone))
            under_way.add(task)
            task.add_done_callback(under_way.discard)

    async def _answer(self, message: Numbered, gone: asyncio.Future[str]) -> None:
        try:
            answer = ActorAnswer(message.number, await self._obey(message.number, message.order))
        except ActorLostError as lost:
            answer = ActorAnswer(message.number, lost=str(lost))
        except Exception as error:  # what Ray raises when its connection breaks has many types
            if not gone.done():
                gone.set_result(str(error) if isinstance(error, DriverLostError) else reason_of(error))
            return
        write(self._writer, answer)

    async def _obey(self, number: int, order: Order) -> Any:
        match order:
            case Connect():
                return await asyncio.wait_for(asyncio.to_thread(_connect, order), _CONNECT_SECONDS)
            case ListNodes():
                return await asyncio.to_thread(_look)
            case Hire():
                return await self._hire(order)
            case Assignment():
                return await self._work(number, order)
            case CancelActor():
                return await _call(self._actor(order.actor).cancel)
            case Dismiss():
                return await self._dismiss(order)
            case Ask():
                return await _ask(order)

    def _actor(self, number: int) -> Any:
        if number not in self._actors:
            raise ActorLostError("the actor was dismissed")
        return self._actors[number]

    async def _hire(self, order: Hire) -> Any:
        import ray
        from ray.util.scheduling_strategies import NodeAffinitySchedulingStrategy

        kind = ray.remote(JobActor).options(
            num_cpus=0 if order.gpus else 1,
            num_gpus=order.gpus,
            max_restarts=0,
            max_task_retries=0,
            scheduling_strategy=NodeAffinitySchedulingStrategy(order.node, soft=False),
        )
        self._actors[order.actor] = actor = await asyncio.to_thread(kind.remote, order.equipment)
        return await _call(actor.greet)

    async def _work(self, number: int, order: Assignment) -> bytes:
        actor, heard = self._actor(order.actor), 0
        work: asyncio.Future[bytes] = asyncio.ensure_future(_call(actor.work, number, order.task))
        try:
            while not work.done():
                news = asyncio.ensure_future(_call(actor.news, number, heard))
                await asyncio.wait((work, news), return_when=asyncio.FIRST_COMPLETED)
                if work.done():
                    news.cancel()
                    break
                heard, progress = await news
                write(self._writer, News(number, progress))
                await asyncio.wait((work,), timeout=_PROGRESS_SECONDS)
            return await work
        finally:
            work.cancel()

    async def _dismiss(self, order: Dismiss) -> None:
        import ray

        actor = self._actors.pop(order.actor, None)
        if actor is None:
            return
        with contextlib.suppress(ActorLostError, asyncio.TimeoutError):
            await asyncio.wait_for(_call(actor.close, order.grace_seconds), order.grace_seconds + _CLOSE_SECONDS)
        await asyncio.to_thread(ray.kill, actor)


def _connect(order: Connect) -> None:
    """Raises DriverLostError and whatever Ray does."""
    # Ray reads these when it is imported. They are set here, so that no list of processes shows the token.
    set_variables(
        {
            "RAY_AUTH_MODE": "token",
            "RAY_AUTH_TOKEN": order.token,
            "RAY_USAGE_STATS_ENABLED": "0",
            "RAY_CLIENT_RECONNECT_GRACE_PERIOD": str(RECONNECT_SECONDS),
            "GRPC_VERBOSITY": "NONE",
        }
    )
    try:
        import ray
    except ImportError:
        raise DriverLostError("Ray is not installed: pip install 'animemoji[cluster]'") from None

    if _lets_in(order.head, None):
        raise DriverLostError(
            "it runs without token authentication, so that anybody who reaches it can run programs there: start all of"
            " its machines with RAY_AUTH_MODE=token"
        )
    if not _lets_in(order.head, order.token):
        raise DriverLostError("its token is another one: ANIMEMOJI_CLUSTER_TOKEN_FILE must hold the same everywhere")
    ray.init(f"ray://{order.head}", logging_level=logging.ERROR, log_to_driver=False)


def _lets_in(head: str, token: str | None) -> bool:
    """Whether the cluster answers somebody who brings this token, or none. Ray itself only waits for half a minute."""
    import grpc
    from ray.core.generated import ray_client_pb2, ray_client_pb2_grpc

    with grpc.insecure_channel(head) as channel:
        stub = ray_client_pb2_grpc.RayletDriverStub(channel)
        ping = ray_client_pb2.ClusterInfoRequest(type=ray_client_pb2.ClusterInfoType.PING)
        shown = [] if token is None else [("authorization", f"Bearer {token}")]
        try:
            stub.ClusterInfo(ping, timeout=_PING_SECONDS, metadata=[("client_id", ""), *shown])
        except grpc.RpcError as error:
            if error.code() is grpc.StatusCode.UNAVAILABLE or error.code() is grpc.StatusCode.DEADLINE_EXCEEDED:
                raise DriverLostError("nobody answers there") from None
            return bool(error.code() is not grpc.StatusCode.UNAUTHENTICATED)
        return True


def _look() -> tuple[Node, ...]:
    import ray

    return tuple(
        Node(
            each["NodeID"],
            each["NodeManagerAddress"],
            each["Resources"].get("CPU", 0.0),
            each["Resources"].get("GPU", 0.0),
        )
        for each in ray.nodes()
        if each["Alive"]
    )


async def _ask(order: Ask) -> None:
    """The request must be made on the cluster, as Ray's client has no way to the autoscaler."""
    import ray

    bundles = [*({"CPU": 1.0} for _ in range(order.cpus)), *({"GPU": share} for share in order.gpus)]
    await _call(ray.remote(num_cpus=0)(_request), bundles)


def _request(bundles: list[dict[str, float]]) -> None:
    from ray.autoscaler.sdk import request_resources

    request_resources(bundles=bundles)


async def _call(method: Any, *args: Any) -> Any:
    """Calls a method of an actor, or a remote function. Raises ActorLostError, and whatever a lost connection does."""
    import ray

    try:
        # Not in the loop: where the connection breaks at that moment, Ray keeps whoever asks waiting.
        return await asyncio.wrap_future(await asyncio.to_thread(lambda: method.remote(*args).future()))
    except ray.exceptions.RayTaskError as error:
        raise ActorLostError(reason_of(error.cause if isinstance(error.cause, Exception) else error)) from error
    except ray.exceptions.RayError as error:
        raise ActorLostError(f"{type(error).__name__}: {reason_of(error)}") from error


def _end_with(parent: int) -> None:
    """Ends this process some seconds after the bot's, also where Ray keeps its loop waiting."""
    while os.getppid() == parent:
        time.sleep(1.0)
    time.sleep(_GOODBYE_SECONDS)
    os._exit(1)


async def _main(descriptor: int) -> None:
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    reader, writer = await asyncio.open_connection(sock=socket.socket(fileno=descriptor))
    await Driver(writer).serve(reader)
    if "ray" in sys.modules:
        import ray

        # Lets go of the actors at once; the cluster would wait for a while whether we come back.
        await asyncio.wait((asyncio.ensure_future(asyncio.to_thread(ray.shutdown)),), timeout=_GOODBYE_SECONDS)


if __name__ == "__main__":
    asyncio.get_event_loop_policy().new_event_loop().run_until_complete(_main(int(sys.argv[1])))
    os._exit(0)  # a thread that waits for a lost cluster would keep it
