"""What the bot's process and the driver's process say to each other. Both are ours, so it is pickled."""

from __future__ import annotations

import asyncio
import pickle
import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from pipeline.engine.limits import Limits
from pipeline.engine.messages import Perform
from pipeline.engine.perform import perform
from pipeline.engine.runner import GRACE_SECONDS
from pipeline.plan import Course
from pipeline.render import warm_up
from pipeline.types import PipelineSettings
from pipeline.types.asks import Asks

_LENGTH: Final = struct.Struct(">Q")


class ActorLostError(Exception):
    """An actor is gone, or never came."""


class DriverLostError(Exception):
    """The driver is gone, and all that it knew with it. It says why."""


@dataclass(frozen=True)
class Node:
    """A machine of the cluster, with all that it offers, used or not."""

    id: str
    address: str
    cpus: float
    gpus: float


@dataclass(frozen=True)
class Equipment:
    """What an actor works with.

    Attributes:
        blobs: the address of the blob store.
        probe: a blob that is there.
        perform, warm_up: functions of a module, which run in the pipeline process.
        settings: how the node is set up; None for what its own environment says.
        grace_seconds: how long a cancelled job may go on before its process is killed.
        limits: what a job may use.
    """

    blobs: str
    probe: str
    perform: Perform = perform
    warm_up: Callable[[], None] | None = warm_up
    settings: PipelineSettings | None = None
    grace_seconds: float = GRACE_SECONDS
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True)
class Greeting:
    """What an actor says of itself when it is ready. ``pid``: of its process, on its node."""

    pid: int


@dataclass(frozen=True)
class Task:
    """A job as an actor gets it.

    Attributes:
        files: the blobs that hold the request's files, in their order.
        losses: how often what ran it died.
    """

    request: Asks[Any]
    plan: Course
    label: str
    files: tuple[str, ...]
    losses: int


# ---- orders, and what they are answered with -------------------------------------------------------------------------


@dataclass(frozen=True)
class Connect:
    """The first order: join the cluster whose client server listens at ``head``. Answered with None."""

    head: str
    token: str


@dataclass(frozen=True)
class ListNodes:
    """Which nodes are there? Answered with a tuple of Node."""


@dataclass(frozen=True)
class Hire:
    """Start an actor, which will be known by this number. Answered with its Greeting, when it is ready.

    ``gpus`` is its share of a GPU; with 0 it takes one CPU.
    """

    actor: int
    node: str
    gpus: float
    equipment: Equipment


@dataclass(frozen=True)
class Assignment:
    """Give this to the actor. Answered with each Progress, and at last with an encoded ``messages.Ending``."""

    actor: int
    task: Task


@dataclass(frozen=True)
class CancelActor:
    """Tell the actor to stop what it works on. Answered with None."""

    actor: int


@dataclass(frozen=True)
class Dismiss:
    """End the actor, whether it is ready, works or is gone. Answered with None."""

    actor: int
    grace_seconds: float


@dataclass(frozen=True)
class Ask:
    """Tell the cluster's autoscaler what is needed in all: so many CPUs, and shares of GPUs. Answered with None."""

    cpus: int
    gpus: tuple[float, ...]


Order = Connect | ListNodes | Hire | Assignment | CancelActor | Dismiss | Ask


@dataclass(frozen=True)
class Numbered:
    """An order, and the number under which it is answered."""

    number: int
    order: Order


@dataclass(frozen=True)
class News:
    """An order is under way."""

    number: int
    value: Any


@dataclass(frozen=True)
class ActorAnswer:
    """An order is done; with ``lost``, it is not, because the actor is gone."""

    number: int
    value: Any = None
    lost: str = ""


@dataclass(frozen=True)
class Gone:
    """The last message: there is no connection to the cluster any more."""

    reason: str


# ---- the wire --------------------------------------------------------------------------------------------------------


def write(writer: asyncio.StreamWriter, message: Numbered | News | ActorAnswer | Gone) -> None:
    """Sends a message, soon."""
    data = pickle.dumps(message)
    writer.write(_LENGTH.pack(len(data)) + data)


async def read(reader: asyncio.StreamReader) -> Any:
    """The next message; None when the other end is closed."""
    try:
        (length,) = _LENGTH.unpack(await reader.readexactly(_LENGTH.size))
        return pickle.loads(await reader.readexactly(length))  # noqa: S301 - of a process that is ours
    except (asyncio.IncompleteReadError, ConnectionError):
        return None
