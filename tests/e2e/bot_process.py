"""The bot as a process of its own, on a local Discord: ``python -m tests.e2e.bot_process PORT``."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

from bot.app import open_bot
from bot.discord_services.weather import LOST_CONNECTIONS
from bot.logs import set_up_logs
from bot.settings import load_settings
from pipeline import Engine
from tests.discord_server import DiscordServer, point_client_at
from tests.e2e.quick_render import quick_render
from tests.shared_data import ROOT


async def start_bot(
    server: DiscordServer, folder: Path, module: str = "tests.e2e.bot_process", **settings: str
) -> asyncio.subprocess.Process:
    """A bot that keeps its data in ``folder`` and notices after a second that another one has died.

    Args:
        module: which is run, with the port of the server.
        settings: values of further ``ANIMEMOJI_`` variables.
    """
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("ANIMEMOJI_", "DISCORD_"))}
    values = {"DATA_DIR": str(folder), "UPLOAD_HOSTS": server.cdn.base, "LEASE_SECONDS": "1"}
    values |= {"PROGRESS_SECONDS": "0.2", "MAX_JOBS_PER_USER": "9", "GRACE_SECONDS": "0"} | settings
    own = {f"ANIMEMOJI_{name}": value for name, value in values.items()}
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        module,
        str(server.port),
        cwd=folder,
        env=bare | own | {"DISCORD_TOKEN": server.world.token, "PYTHONPATH": str(ROOT)},
    )


async def run(port: int) -> None:
    """Serves until SIGTERM."""
    point_client_at(port)
    settings = load_settings()
    set_up_logs("info", "text", "discord", LOST_CONNECTIONS)
    async with Engine(quick_render) as engine, open_bot(settings, engine=engine, guild_ready_timeout=0.1) as bot:
        await bot.run_until_stopped(settings.discord_token.get_secret_value())


if __name__ == "__main__":
    asyncio.run(run(int(sys.argv[1])))
