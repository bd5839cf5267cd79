"""A request's files on their way to the node that needs them: blobs that are gone when the job is."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any, Final

from pipeline.blobs import BlobGoneError, Blobs, open_blobs
from pipeline.engine.cluster.errors import BlobUnseenError
from pipeline.engine.cluster.protocol import Task
from pipeline.types import SetupError
from pipeline.types.asks import Asks
from pipeline.unlinked import unlinked_file

log = logging.getLogger(__name__)

SECONDS_TO_LIVE: Final = 3 * 3600.0
"""For blobs whose bot died before it could remove them; no job may take longer."""
_SHELF: Final = "requests"


class RequestFiles:
    """Where requests' files lie while they are needed."""

    def __init__(self, address: str) -> None:
        """Raises BlobAddressError, BlobStoreError."""
        self._address = address
        self._blobs: Blobs = open_blobs(address, _SHELF, SECONDS_TO_LIVE)

    @asynccontextmanager
    async def lent(self, request: Asks[Any]) -> AsyncIterator[tuple[str, ...]]:
        """The names of blobs that hold the request's files, for as long as the block lasts.

        What is not there is no file to send; whoever reads it says so. Raises BlobStoreError, BlobStoreFullError.
        """
        async with AsyncExitStack() as stack:
            names = []
            for file in request.files:
                names.append(name := secrets.token_hex(16))
                if await asyncio.to_thread(file.is_file):
                    stack.push_async_callback(self.remove, name)
                    await self._blobs.put(name, file)
            yield tuple(names)

    async def get(self, name: str) -> bytes:
        """The file of this name; empty where there was none. Raises BlobStoreError."""
        try:
            return await self._blobs.get(name)
        except BlobGoneError:
            return b""

    async def probe(self) -> str:
        """Sweeps what others left, and puts a blob by which nodes can tell that they see the same store: its name."""
        await self._blobs.sweep()
        name = f"probe-{secrets.token_hex(16)}"
        await self._blobs.put(name, name.encode())
        return name

    async def check(self, probe: str) -> None:
        """Raises BlobUnseenError where this is another store than the one that ``probe`` was put into."""
        try:
            await self._blobs.get(probe)
        except BlobGoneError:
            raise BlobUnseenError(address=self._address) from None

    async def remove(self, name: str) -> None:
        """Removes a blob. Where that fails it goes when its time is over, which is no reason to lose a job."""
        try:
            await self._blobs.delete(name)
        except SetupError as error:
            log.warning("a file stays until its time is over: %s", error)


@asynccontextmanager
async def fetched(store: RequestFiles, task: Task) -> AsyncIterator[Asks[Any]]:
    """The task's request with files of this machine, which no folder lists and which vanish with this process."""
    async with AsyncExitStack() as stack:
        paths = []
        for name, file in zip(task.files, task.request.files, strict=True):
            path = stack.enter_context(unlinked_file(suffix=file.suffix))
            await asyncio.to_thread(path.write_bytes, await store.get(name))
            paths.append(path)
        yield task.request.with_files(paths) if paths else task.request
