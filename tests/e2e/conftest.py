"""The scene of end-to-end tests; no test may leave a request behind that Discord would have refused as malformed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from random import Random
from typing import Final

import pytest
import pytest_asyncio

from bot.app import AnimeMojiBot
from bot.discord_services import faces
from bot.services import seeds
from bot.views import parts
from tests.bot.databases import put_newest
from tests.discord_server import DiscordServer
from tests.discord_server.interactions import ACKNOWLEDGE_SECONDS
from tests.e2e.scene import Scene, make_scene

SLOWNESS: Final = 4.0
"""Seconds of these scenes for one of the product's. A machine that tests runs much else beside them, and stands still
for a moment now and then: what is asked here is what the bot says, not how fast this machine is."""


@pytest_asyncio.fixture
async def scene(
    tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Scene]:
    """A Discord without the bot yet. With ``both_doors`` a test plays twice: over the gateway and over HTTP."""
    monkeypatch.setattr(parts, "PATIENCE", SLOWNESS * parts.PATIENCE)
    monkeypatch.setattr(seeds, "DICE", Random(1))  # who is drawn by chance is the same in each run
    put_newest(tmp_path / "animemoji.sqlite3")
    async with DiscordServer(acknowledge_seconds=SLOWNESS * ACKNOWLEDGE_SECONDS) as server:
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


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words wait for their face, however busy this machine is."""
    monkeypatch.setattr(faces, "PATIENCE", 20.0)
