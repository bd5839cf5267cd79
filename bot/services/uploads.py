"""Files that people send: fetched within bounds into a file that is always deleted."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from uuid import uuid4

import aiohttp
import discord

from bot.errors import UploadEmptyError, UploadGoneError, UploadTooLargeError
from bot.texts import file_size

_CHUNK = 256 * 1024


class UploadService:
    """Fetches attachments.

    Args:
        http: the session to fetch with.
        folder: where files lie while they are needed.
        limit: bytes that a file may have.
        seconds: how long a download may take.
    """

    def __init__(self, http: aiohttp.ClientSession, folder: Path, limit: int, seconds: float) -> None:
        self._http = http
        self._folder = folder
        self._limit = limit
        self._timeout = aiohttp.ClientTimeout(total=seconds)

    def check(self, attachment: discord.Attachment) -> None:
        """Refuses by what Discord says of the file, before anything is fetched.

        Raises:
            UploadEmptyError, UploadTooLargeError
        """
        if attachment.size == 0:
            raise UploadEmptyError
        self._check_size(attachment.size)

    @asynccontextmanager
    async def fetch(self, attachment: discord.Attachment) -> AsyncIterator[Path]:
        """The file on disk, for as long as the block lasts.

        Raises:
            UploadEmptyError, UploadTooLargeError: it is; the download stops as soon as that is known.
            UploadGoneError: it could not be fetched.
        """
        self.check(attachment)
        ending = Path(attachment.filename).suffix.lower()
        path = self._folder / (uuid4().hex + (ending if re.fullmatch(r"\.[a-z0-9]{1,5}", ending) else ""))
        try:
            await self._download(attachment.url, path)
            yield path
        finally:
            path.unlink(missing_ok=True)

    async def _download(self, url: str, path: Path) -> None:
        size = 0
        try:
            async with self._http.get(url, timeout=self._timeout) as response:
                response.raise_for_status()
                with path.open("wb") as file:
                    async for chunk in response.content.iter_chunked(_CHUNK):
                        size += len(chunk)
                        self._check_size(size)
                        await asyncio.to_thread(file.write, chunk)
        except (aiohttp.ClientError, asyncio.TimeoutError) as error:
            raise UploadGoneError from error
        if size == 0:
            raise UploadEmptyError

    def _check_size(self, size: int) -> None:
        if size > self._limit:
            raise UploadTooLargeError(size=file_size(size), limit=file_size(self._limit))
