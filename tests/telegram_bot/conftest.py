"""The scene; no test may leave a call behind that Telegram refused, unless it says so."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from random import Random

import pytest
import pytest_asyncio

pytest.importorskip("telegram", reason="python-telegram-bot is not installed (extra: telegram)")

from bot.services import seeds
from telegram_bot.app import TelegramBot
from tests.bot.databases import put_newest
from tests.telegram_bot.scene import Scene
from tests.telegram_server import Person, TelegramServer


@pytest_asyncio.fixture
async def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Scene]:
    """A Telegram without the bot yet, that does not look into the stub engine's films."""
    monkeypatch.setattr(seeds, "DICE", Random(1))  # who is drawn by chance is the same in each run
    put_newest(tmp_path / "animemoji.sqlite3")
    async with TelegramServer(strict=False) as server:
        scene = Scene(server, Person(server, 4242, "Alice"), Person(server, 4343, "Bob", "ja"), tmp_path)
        yield scene
        await scene.engine.close()


@pytest_asyncio.fixture
async def bot(scene: Scene) -> AsyncIterator[TelegramBot]:
    """The bot, on the stub engine. Telegram must take all that it sends."""
    async with scene.bot() as bot:
        yield bot
    assert [
        each for each in scene.server.wire.refusals if each != "getStickerSet: Bad Request: STICKERSET_INVALID"
    ] == []
