"""A database that goes away for a while and comes back, for the bots of a benchmark alone."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Protocol

import sqlalchemy as sa


class Outage(Protocol):
    """A database, which can be reached at ``url``."""

    url: str

    def away(self) -> AbstractAsyncContextManager[None]:
        """It is away during this block."""
        ...


@dataclass
class LockedFile:
    """An SQLite file; while it is away, another connection holds its lock, so that nothing can be written."""

    url: str

    @asynccontextmanager
    async def away(self) -> AsyncIterator[None]:
        other = sqlite3.connect(sa.make_url(self.url).database or "", timeout=60, isolation_level=None)
        try:
            while True:  # not in a thread: there it might get the lock after this block was given up
                with suppress(sqlite3.OperationalError):
                    other.execute("PRAGMA busy_timeout = 5")
                    other.execute("BEGIN EXCLUSIVE")
                    break
                await asyncio.sleep(0.01)
            yield
        finally:
            other.close()


@dataclass
class CutLine:
    """A PostgreSQL server behind a line of our own; while it is away, the line is cut and takes no calls."""

    target: sa.URL
    url: str = ""
    _open: set[asyncio.StreamWriter] = field(default_factory=set)
    _is_cut: bool = False

    @asynccontextmanager
    async def away(self) -> AsyncIterator[None]:
        self._is_cut = True
        for writer in list(self._open):
            writer.transport.abort()
        try:
            yield
        finally:
            self._is_cut = False

    async def call(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Connects a caller to the server."""
        if self._is_cut:
            writer.transport.abort()
            return
        far_reader, far_writer = await asyncio.open_connection(
            self.target.host or "127.0.0.1", self.target.port or 5432
        )
        self._open |= {writer, far_writer}
        try:
            await asyncio.gather(_carry(reader, far_writer), _carry(far_reader, writer))
        finally:
            self._open -= {writer, far_writer}


async def _carry(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while data := await source.read(65536):
            target.write(data)
            await target.drain()
    target.close()


@asynccontextmanager
async def outage_of(url: str) -> AsyncIterator[Outage]:
    """The database at ``url``, as the bots see it."""
    parsed = sa.make_url(url)
    if parsed.get_backend_name() == "sqlite":
        yield LockedFile(url)
        return
    line = CutLine(parsed)
    server = await asyncio.start_server(line.call, "127.0.0.1")
    line.url = parsed.set(host="127.0.0.1", port=server.sockets[0].getsockname()[1]).render_as_string(False)
    try:
        yield line
    finally:
        async with line.away():
            server.close()
