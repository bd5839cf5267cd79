"""The bot in Telegram as a process of its own: ``python -m tests.telegram_bot.bot_process``."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Hashable
from pathlib import Path
from typing import Any

from bot.settings import load_settings
from pipeline import PromptSource
from telegram_bot.app import open_telegram_bot
from tests.e2e.stub_engine import StubEngine, StubJob
from tests.shared_data import ROOT
from tests.telegram_server import TelegramServer
from tests.telegram_server.server import TOKEN


class TiringEngine(StubEngine):
    """Draws at once, until somebody wants something "endless": that takes for ever, and whatever comes after it."""

    def submit(self, request: Any, *, owner: Hashable = None, label: str = "") -> StubJob:
        if isinstance(request.character, PromptSource) and request.character.prompt == "endless":
            self.open.clear()
        return super().submit(request, owner=owner, label=label)


async def start_bot(server: TelegramServer, folder: Path) -> asyncio.subprocess.Process:
    """A bot that keeps its data in ``folder``, and notices after a second that another one has died."""
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("ANIMEMOJI_", "TELEGRAM_"))}
    values = {"DATA_DIR": str(folder), "TELEGRAM_API": server.url, "PROGRESS_SECONDS": "0.05", "LEASE_SECONDS": "1"}
    own = {f"ANIMEMOJI_{name}": value for name, value in values.items()}
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.telegram_bot.bot_process"),
        cwd=folder,
        env=bare | own | {"TELEGRAM_TOKEN": TOKEN, "PYTHONPATH": str(ROOT)},
    )


async def run() -> None:
    """Serves until SIGTERM."""
    async with open_telegram_bot(load_settings(), TiringEngine()) as bot:
        await bot.run_until_stopped()


if __name__ == "__main__":
    asyncio.run(run())
