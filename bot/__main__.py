"""``python -m bot``: starts the bot, or brings its database up to date."""

from __future__ import annotations

import argparse
import asyncio
import sys

from bot.errors import StartupError


def main(arguments: list[str] | None = None) -> int:
    """Runs the command line and answers its exit code: 0, or 2 after one sentence on stderr."""
    parser = argparse.ArgumentParser(
        prog="python -m bot",
        description="AnimeMoji in Discord. Settings come from the environment and from .env; see .env.example.",
        epilog="Example: DISCORD_TOKEN=… python -m bot",
    )
    verbs = parser.add_subparsers(dest="verb", metavar="{run,migrate}")
    verbs.add_parser("run", help="start the bot (this happens too when nothing is named)")
    verbs.add_parser("migrate", help="bring the database to the newest schema and end")
    chosen = parser.parse_args(arguments)
    try:
        asyncio.run(_migrate() if chosen.verb == "migrate" else _run())
    except StartupError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    except KeyboardInterrupt:
        return 0
    return 0


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
    from bot.logs import set_up_logs
    from bot.reports import reporting

    set_up_logs(settings.log_level, settings.log_format)
    try:
        with reporting(settings.sentry_dsn.get_secret_value()):
            async with open_bot(settings) as bot:
                await bot.run_until_stopped(token)
    except discord.LoginFailure:
        raise StartupError("Discord refused DISCORD_TOKEN: copy it again from the developer portal.") from None


if __name__ == "__main__":
    sys.exit(main())
