"""The bot as a process of its own, on a local Discord: ``python -m tests.e2e.bot_process PORT``."""

from __future__ import annotations

import asyncio
import sys

from bot.app import open_bot
from bot.logs import set_up_logs
from bot.settings import load_settings
from pipeline import Engine
from tests.discord_server.server import point_client_at
from tests.e2e.quick_render import quick_render


async def run(port: int) -> None:
    """Serves until SIGTERM."""
    point_client_at(port)
    settings = load_settings()
    set_up_logs("info", "text")
    async with Engine(quick_render) as engine, open_bot(settings, engine=engine, guild_ready_timeout=0.1) as bot:
        await bot.run_until_stopped(settings.discord_token.get_secret_value())


if __name__ == "__main__":
    asyncio.run(run(int(sys.argv[1])))
