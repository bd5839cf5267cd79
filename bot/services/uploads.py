"""Files that people send: fetched from the platform alone, within bounds, into a file that no folder lists."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from contextlib import asynccontextmanager
from http import HTTPStatus
from pathlib import Path

import aiohttp
from yarl import URL

from bot.errors import UploadEmptyError, UploadGoneError, UploadTooLargeError
from bot.services.door import as_written
from bot.services.orders import Attached
from bot.texts import file_size
from pipeline import unlinked_file

_CHUNK = 256 * 1024


class UploadService:
    """Fetches attachments.

    Args:
        http: the session to fetch with.
        folder: on whose disk files are while they are needed.
        limit: bytes that a file may have.
        seconds: how long a download may take.
        at_once: how many downloads may be under way; further ones wait.
        hosts: where attachments may be: a name stands for HTTPS on its usual port, "http://NAME:PORT" for just that.
        address: as in ``Door``.
    """

    def __init__(
        self,
        http: aiohttp.ClientSession,
        folder: Path,
        limit: int,
        seconds: float,
        at_once: int,
        hosts: Collection[str],
        address: Callable[[str], Awaitable[str]] = as_written,
    ) -> None:
        self._http = http
        self._folder = folder
        self._limit = limit
        self._timeout = aiohttp.ClientTimeout(total=seconds)
        self._turns = asyncio.Semaphore(at_once)
        self._address = address
        self._origins = {URL(host if "://" in host else f"https://{host}").origin() for host in hosts}

    def check(self, file: Attached) -> None:
        """Refuses by what the platform says of the file, before anything is fetched.

        Raises:
            UploadEmptyError, UploadTooLargeError
        """
        if file.size == 0:
            raise UploadEmptyError
        self._check_size(file.size)

    @asynccontextmanager
    async def fetch(self, file: Attached) -> AsyncIterator[Path]:
        """The file's path in this process, for as long as the block lasts.

        Raises:
            UploadEmptyError, UploadTooLargeError: it is; the download stops as soon as that is known.
            UploadGoneError: it could not be fetched, or is not where the platform keeps files.
        """
        self.check(file)
        ending = file.ending if re.fullmatch(r"\.[a-z0-9]{1,5}", file.ending) else ""
        with unlinked_file(self._folder, ending) as path:
            async with self._turns:
                await self._download(file.url, path)
            yield path

    @asynccontextmanager
    async def unpack(self, data: bytes) -> AsyncIterator[Path]:
        """The path of a file with these bytes in this process, for as long as the block lasts."""
        with unlinked_file(self._folder) as path:
            await asyncio.to_thread(path.write_bytes, data)
            yield path

    async def _download(self, url: str, path: Path) -> None:
        size = 0
        try:
            url = await self._address(url)
            if URL(url).origin() not in self._origins:
                raise UploadGoneError
            # Whoever is redirected is led away from these hosts.
            async with self._http.get(url, timeout=self._timeout, allow_redirects=False) as response:
                if response.status != HTTPStatus.OK:
                    raise UploadGoneError
                with path.open("wb") as file:
                    async for chunk in response.content.iter_chunked(_CHUNK):
                        size += len(chunk)
                        self._check_size(size)
                        await asyncio.to_thread(file.write, chunk)
        except (aiohttp.ClientError, asyncio.TimeoutError, ValueError) as error:
            raise UploadGoneError from error
        if size == 0:
            raise UploadEmptyError

    def _check_size(self, size: int) -> None:
        if size > self._limit:
            raise UploadTooLargeError(size=file_size(size), limit=file_size(self._limit))
