"""Requests that must not be sent twice: those by which Discord makes something new each time."""

from __future__ import annotations

import re
from typing import Any, Final

import aiohttp

_MAKING: Final = re.compile(r"/(guilds/\d+/(emojis|stickers)|applications/\d+/emojis)$")


class UnsureError(Exception):
    """Discord may or may not have done what it was asked for: look before asking again."""


def careful_posts() -> aiohttp.TraceConfig:
    """Lets no emoji and no sticker be asked for again blindly.

    discord.py repeats whatever ends with a 5xx, and Discord may have done it all the same. With this as its
    ``http_trace`` such an answer raises UnsureError.
    """

    async def look(_session: aiohttp.ClientSession, _context: Any, end: aiohttp.TraceRequestEndParams) -> None:
        if end.method == "POST" and end.response.status >= 500 and _MAKING.search(end.url.path):
            end.response.close()
            raise UnsureError(f"HTTP {end.response.status}")

    trace = aiohttp.TraceConfig()
    trace.on_request_end.append(look)
    return trace
