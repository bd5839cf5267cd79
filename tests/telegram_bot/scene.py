"""Where tests of the bot in Telegram play: a local Telegram, two people, and the bot as often as a test wants it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from bot.services.engine import RenderEngine
from bot.settings import Settings
from bot.store.models import JobRow
from telegram_bot.app import TelegramBot, open_telegram_bot
from tests.e2e.stub_engine import StubEngine
from tests.telegram_server import Message, Person, TelegramServer, Upload
from tests.telegram_server.server import TOKEN

CLIP = Upload("selfie.mp4", b"\0\0\0\x18ftypmp42" + bytes(2000))
"""What passes for a clip where the stub engine draws."""


@dataclass
class Scene:
    server: TelegramServer
    alice: Person
    bob: Person
    folder: Path
    engine: StubEngine = field(default_factory=StubEngine)

    @asynccontextmanager
    async def bot(self, engine: RenderEngine | None = None, **settings: Any) -> AsyncIterator[TelegramBot]:
        """The bot, hearing. Its data stay in the scene's folder, so a second one knows what the first one did."""
        values: dict[str, Any] = {"data_dir": self.folder, "_env_file": None, "telegram_token": TOKEN}
        values |= {"telegram_api": self.server.url, "progress_seconds": 0.05, "grace_seconds": 0.5}
        async with open_telegram_bot(Settings(**values | settings), engine or self.engine) as bot:
            serving = asyncio.create_task(bot.serve())
            try:
                yield bot
            finally:
                bot.stop()
                await serving

    async def create(self, person: Person | None = None, words: str = "silver hair, blue eyes") -> Message:
        """An animoji of somebody new, done."""
        who = person or self.alice
        seen = {id(each) for each in self.server.world.messages.values()}
        await who.writes(words)
        return await who.sees(lambda message: message.kind == "animation" and id(message) not in seen)


def done(message: Message) -> bool:
    """Whether an animoji is there with its buttons."""
    return message.kind in ("animation", "video") and bool(message.keyboard)


async def all_over(bot: TelegramBot) -> None:
    """Waits until the bot has nothing more to do about any job."""
    still_open = sa.select(sa.exists().where(JobRow.due_at.is_not(None)))
    while True:
        async with bot.services.store.look() as work:
            if not await work.session.scalar(still_open):
                return
        await asyncio.sleep(0.02)  # the table rings no bell
