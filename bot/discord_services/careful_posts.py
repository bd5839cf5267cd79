"""Requests that discord.py must not repeat: those that make something new each time, and those that are soon stale."""

from __future__ import annotations

import re
import time
from typing import Any, Final

import aiohttp

from bot.services.posts import StaleError, UnsureError, deadline

_MAKING: Final = re.compile(r"/(guilds/\d+/(emojis|stickers)|applications/\d+/emojis)$")


def careful_posts() -> aiohttp.TraceConfig:
    """What keeps discord.py from repeating requests, as its ``http_trace``.

    It repeats whatever ends with a 5xx, and Discord may have done it all the same. With this, such an answer raises
    UnsureError where an emoji or a sticker was asked for, and StaleError in a block that is ``at_once``.
    """

    async def look_before(_session: aiohttp.ClientSession, _context: Any, _: aiohttp.TraceRequestStartParams) -> None:
        until = deadline()
        if until is not None and time.monotonic() > until:
            raise StaleError("it had to wait for too long")

    async def look_after(_session: aiohttp.ClientSession, _context: Any, end: aiohttp.TraceRequestEndParams) -> None:
        status = end.response.status
        if deadline() is not None and (status >= 500 or status == 429):
            end.response.close()
            raise StaleError(f"HTTP {status}")
        if end.method == "POST" and status >= 500 and _MAKING.search(end.url.path):
            end.response.close()
            raise UnsureError(f"HTTP {status}")

    trace = aiohttp.TraceConfig()
    trace.on_request_start.append(look_before)
    trace.on_request_end.append(look_after)
    return trace
