"""``animemoji telegram``: the bot in Telegram, the same as ``python -m telegram_bot``."""

from __future__ import annotations

import argparse
from typing import Final

from animemoji.verbs.terminal import Outcome, Terminal

HELP: Final = "the bot in Telegram (python -m telegram_bot)"
EXAMPLE: Final = "TELEGRAM_TOKEN=… animemoji telegram"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the verb's options: it has none; settings are in the environment."""


def run(args: argparse.Namespace, _terminal: Terminal) -> Outcome:
    """Serves until the process is asked to end."""
    from telegram_bot.__main__ import main

    return Outcome(code=main([]))
