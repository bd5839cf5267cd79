"""The scene of end-to-end tests; no test may leave a request behind that Discord would have refused as malformed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.app import AnimeMojiBot
from tests.discord_server import DiscordServer
from tests.e2e.scene import Scene, make_scene


@pytest_asyncio.fixture
async def scene(tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[Scene]:
    """A Discord without the bot yet. With ``both_doors`` a test plays twice: over the gateway and over HTTP."""
    async with DiscordServer() as server:
        scene = make_scene(server, tmp_path)
        scene.over_http = getattr(request, "param", "gateway") == "http"
        yield scene
        await scene.engine.close()
        assert server.violations == []


@pytest_asyncio.fixture
async def bot(scene: Scene) -> AsyncIterator[AnimeMojiBot]:
    """The bot, logged in to the scene's Discord, on the stub engine."""
    async with scene.bot() as bot:
        yield bot
