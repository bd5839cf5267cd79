"""``python -m telegram_bot``: starts the bot in Telegram. ``python -m bot`` looks after the database of both."""

from __future__ import annotations

import argparse
import asyncio
import sys

from bot.errors import StartupError


def main(arguments: list[str] | None = None) -> int:
    """Runs the command line and answers its exit code: 0, or 2 after one sentence on stderr."""
    parser = argparse.ArgumentParser(
        prog="python -m telegram_bot",
        description="AnimeMoji in Telegram. Settings come from the environment and from .env; see .env.example.",
        epilog="Example: TELEGRAM_TOKEN=… python -m telegram_bot",
    )
    parser.parse_args(arguments)
    try:
        asyncio.run(_run())
    except StartupError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    except KeyboardInterrupt:
        return 0
    return 0


async def _run() -> None:
    from bot.settings import load_settings

    settings = load_settings()
    if not settings.telegram_token.get_secret_value():
        raise StartupError(
            "TELEGRAM_TOKEN is missing: copy .env.example to .env and put in the token that @BotFather gave you."
        )
    from bot.logs import set_up_logs
    from bot.reports import reporting

    try:
        from telegram_bot.app import LOST_CONNECTIONS, open_telegram_bot
    except ModuleNotFoundError as error:
        if error.name not in ("telegram", "httpx"):
            raise
        raise StartupError("Telegram needs an extra: run pip install 'animemoji[telegram]'.") from None

    set_up_logs(settings.log_level, settings.log_format, "telegram", LOST_CONNECTIONS)
    with reporting(settings.sentry_dsn.get_secret_value()):
        async with open_telegram_bot(settings) as bot:
            await bot.run_until_stopped()


if __name__ == "__main__":
    sys.exit(main())
