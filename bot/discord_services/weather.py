"""Telling what passes by itself from what Discord means."""

from __future__ import annotations

import asyncio
from typing import Final

import aiohttp
import discord

from bot.services.posts import UnsureError

LOST_CONNECTIONS: Final = (
    *(OSError, asyncio.TimeoutError, aiohttp.ClientError),
    *(discord.HTTPException, discord.ConnectionClosed, discord.GatewayNotFound),
)
"""What discord.py logs at length and mends by itself."""


def is_weather(error: Exception) -> bool:
    """Whether it passes by itself: Discord or the network is away, or asks for patience."""
    if isinstance(error, discord.HTTPException):
        # A 403 with a code is a permission that is missing; one without comes from the guard in front of Discord.
        return error.status >= 500 or error.status in (408, 429) or (error.status == 403 and error.code == 0)
    return isinstance(error, UnsureError | discord.RateLimited | aiohttp.ClientError | OSError | asyncio.TimeoutError)
