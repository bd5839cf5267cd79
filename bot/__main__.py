"""``python -m bot``: starts the bot, or looks after its database: brings it up to date, backs it up, restores it."""

from __future__ import annotations

import argparse
import asyncio
import sys
from pathlib import Path

from bot.errors import StartupError


def main(arguments: list[str] | None = None) -> int:
    """Runs the command line and answers its exit code: 0, or 2 after one sentence on stderr."""
    parser = argparse.ArgumentParser(
        prog="python -m bot",
        description="AnimeMoji in Discord. Settings come from the environment and from .env; see .env.example.",
        epilog="Example: DISCORD_TOKEN=… python -m bot",
    )
    verbs = parser.add_subparsers(dest="verb", metavar="{run,migrate,backup,restore}")
    verbs.add_parser("run", help="start the bot (this happens too when nothing is named)")
    verbs.add_parser("migrate", help="bring the database to the newest schema and end")
    backup = verbs.add_parser("backup", help="write the whole database to one file, also while the bot runs")
    backup.add_argument("file", type=Path, help="the zip that is written")
    restoring = verbs.add_parser("restore", help="fill an empty database from such a file; stop the bot first")
    restoring.add_argument("file", type=Path, help="the zip that is read")
    restoring.add_argument("--replace", action="store_true", help="delete what is in the database now")
    chosen = parser.parse_args(arguments)
    try:
        asyncio.run(_verb(chosen))
    except StartupError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    except KeyboardInterrupt:
        return 0
    return 0


async def _verb(chosen: argparse.Namespace) -> None:
    if chosen.verb == "migrate":
        await _migrate()
    elif chosen.verb == "backup":
        await _back_up(chosen.file)
    elif chosen.verb == "restore":
        await _restore(chosen.file, chosen.replace)
    else:
        await _run()


async def _back_up(file: Path) -> None:
    from bot.settings import load_settings
    from bot.store.backup import back_up

    made = await back_up(load_settings().database, file)
    sys.stdout.write(f"{file} holds {made.rows} rows of {len(made.tables)} tables at revision {made.revision}.\n")


async def _restore(file: Path, replace: bool) -> None:
    from bot.settings import load_settings
    from bot.store.backup import restore

    read = await restore(load_settings().database, file, replace)
    sys.stdout.write(f"The database holds {read.rows} rows of {len(read.tables)} tables again.\n")


async def _migrate() -> None:
    from bot.settings import load_settings
    from bot.store.database import open_store

    settings = load_settings()
    async with open_store(settings.database) as store:
        sys.stdout.write(f"The database is at revision {await store.revision()}.\n")


async def _run() -> None:
    from bot.settings import load_settings

    settings = load_settings()
    token = settings.discord_token.get_secret_value()
    if not token:
        raise StartupError(
            "DISCORD_TOKEN is missing: copy .env.example to .env and put in the token of your bot from "
            "https://discord.com/developers/applications."
        )
    import discord

    from bot.app import open_bot
    from bot.discord_services.weather import LOST_CONNECTIONS
    from bot.logs import set_up_logs
    from bot.reports import reporting

    set_up_logs(settings.log_level, settings.log_format, "discord", LOST_CONNECTIONS)
    try:
        with reporting(settings.sentry_dsn.get_secret_value()):
            async with open_bot(settings) as bot:
                await bot.run_until_stopped(token)
    except discord.LoginFailure:
        raise StartupError("Discord refused DISCORD_TOKEN: copy it again from the developer portal.") from None


if __name__ == "__main__":
    sys.exit(main())
