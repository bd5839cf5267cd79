"""Requests that discord.py must not repeat: those that make something new each time, and those that are soon stale."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Final

import aiohttp

_MAKING: Final = re.compile(r"/(guilds/\d+/(emojis|stickers)|applications/\d+/emojis)$")
_until: ContextVar[float | None] = ContextVar("until", default=None)


class UnsureError(Exception):
    """Discord may or may not have done what it was asked for: look before asking again."""


class StaleError(Exception):
    """It was not done at once, and is not worth doing any more."""


@contextmanager
def at_once(seconds: float) -> Iterator[None]:
    """Requests of this block are sent within so many seconds and once, or not at all; they raise StaleError then.

    To cancel them instead would not do: discord.py's lock for an interaction's requests may then be held for ever.
    """
    before = _until.set(time.monotonic() + seconds)
    try:
        yield
    finally:
        _until.reset(before)


def careful_posts() -> aiohttp.TraceConfig:
    """What keeps discord.py from repeating requests, as its ``http_trace``.

    It repeats whatever ends with a 5xx, and Discord may have done it all the same. With this, such an answer raises
    UnsureError where an emoji or a sticker was asked for, and StaleError in a block that is ``at_once``.
    """

    async def look_before(_session: aiohttp.ClientSession, _context: Any, _: aiohttp.TraceRequestStartParams) -> None:
        until = _until.get()
        if until is not None and time.monotonic() > until:
            raise StaleError("it had to wait for too long")

    async def look_after(_session: aiohttp.ClientSession, _context: Any, end: aiohttp.TraceRequestEndParams) -> None:
        status = end.response.status
        if _until.get() is not None and (status >= 500 or status == 429):
            end.response.close()
            raise StaleError(f"HTTP {status}")
        if end.method == "POST" and status >= 500 and _MAKING.search(end.url.path):
            end.response.close()
            raise UnsureError(f"HTTP {status}")

    trace = aiohttp.TraceConfig()
    trace.on_request_start.append(look_before)
    trace.on_request_end.append(look_after)
    return trace
