"""The connection to a cluster, as the bot's process has it: a driver's process, and orders to it."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import socket
import sys
from collections.abc import Callable
from typing import Any, Final

from pipeline.engine.cluster.protocol import (
    ActorAnswer,
    ActorLostError,
    Connect,
    DriverLostError,
    Gone,
    News,
    Numbered,
    Order,
    read,
    write,
)

_GOODBYE_SECONDS: Final = 8.0
"""How long a driver may take to end by itself."""
_MODULE: Final = "pipeline.engine.cluster.driver"


class Connection:
    """A connection that is open, or lost for ever."""

    def __init__(
        self, process: asyncio.subprocess.Process, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        """Callers use ``connect``."""
        self._process = process
        self._reader = reader
        self._writer = writer
        self._numbers = itertools.count(1)
        self._answers: dict[int, asyncio.Future[ActorAnswer]] = {}
        self._listeners: dict[int, Callable[[Any], None]] = {}
        self._lost: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._reading = asyncio.create_task(self._read(), name="cluster driver")

    async def order(self, order: Order, hear: Callable[[Any], None] | None = None) -> Any:
        """Has an order carried out; its answer. ``hear`` is called with each of its news.

        Raises:
            ActorLostError: the actor that it is for is gone.
            DriverLostError: the connection is lost; so is all that was ordered.
        """
        number = next(self._numbers)
        answer = self._answers[number] = asyncio.get_running_loop().create_future()
        if hear is not None:
            self._listeners[number] = hear
        try:
            if not self._lost.done():
                write(self._writer, Numbered(number, order))
            await asyncio.wait((answer, self._lost), return_when=asyncio.FIRST_COMPLETED)
            if not answer.done():
                raise DriverLostError(self._lost.result())
            found = answer.result()
            if found.lost:
                raise ActorLostError(found.lost)
            return found.value
        finally:
            self._answers.pop(number, None)
            self._listeners.pop(number, None)

    async def close(self) -> None:
        """Lets go of the cluster and ends the driver."""
        self._lose("it was closed")
        self._reading.cancel()
        self._writer.close()
        try:
            await asyncio.wait_for(self._process.wait(), _GOODBYE_SECONDS)
        except asyncio.TimeoutError:
            with contextlib.suppress(ProcessLookupError):
                self._process.kill()
            await self._process.wait()
        with contextlib.suppress(OSError):
            await self._writer.wait_closed()
        await asyncio.gather(self._reading, return_exceptions=True)

    async def _read(self) -> None:
        while (message := await read(self._reader)) is not None:
            match message:
                case News(number, value) if number in self._listeners:
                    self._listeners[number](value)
                case ActorAnswer(number) if number in self._answers and not self._answers[number].done():
                    self._answers[number].set_result(message)
                case Gone(reason):
                    self._lose(reason)
        self._lose("the driver's process ended")

    def _lose(self, reason: str) -> None:
        if not self._lost.done():
            self._lost.set_result(reason)


async def connect(head: str, token: str) -> Connection:
    """Joins the cluster whose client server listens at ``head``.

    Raises:
        DriverLostError: that did not work.
        OSError: no process can be started.
    """
    ours, theirs = socket.socketpair()
    with theirs:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            _MODULE,
            str(theirs.fileno()),
            pass_fds=(theirs.fileno(),),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is for the bot, which ends the driver in its turn
        )
    connection = Connection(process, *await asyncio.open_connection(sock=ours))
    try:
        await connection.order(Connect(head, token))
    except BaseException:
        await connection.close()
        raise
    return connection
