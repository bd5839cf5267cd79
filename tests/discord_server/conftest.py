"""A local Discord with the small bot logged in."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest_asyncio

from tests.discord_server import DiscordServer
from tests.discord_server.tiny_bot import TinyBot, running


@pytest_asyncio.fixture
async def server() -> AsyncIterator[DiscordServer]:
    async with DiscordServer() as server:
        server.add_guild()
        async with running(server, TinyBot(max_ratelimit_timeout=30)):
            yield server
        assert server.violations == []
