"""``animemoji bot``: the Discord bot, the same as ``python -m bot``."""

from __future__ import annotations

import argparse
from typing import Final

from animemoji.verbs.terminal import Outcome, Terminal

HELP: Final = "the Discord bot (python -m bot)"
EXAMPLE: Final = "DISCORD_TOKEN=… animemoji bot"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the verb's options."""
    parser.add_argument(
        "action", nargs="?", choices=("run", "migrate"), default="run", help="start it, or update its database and end"
    )


def run(args: argparse.Namespace, _terminal: Terminal) -> Outcome:
    """Does what the options ask for.

    Raises:
        UserError: an option or a file cannot be used.
    """
    from bot.__main__ import main

    return Outcome(code=main([args.action]))
