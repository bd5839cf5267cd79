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
        "action",
        nargs="?",
        choices=("run", "migrate", "backup", "restore"),
        default="run",
        help="start it; or update, back up or restore its database, and end",
    )
    parser.add_argument("file", nargs="?", help="the backup that is written or restored")
    parser.add_argument("--replace", action="store_true", help="restore: delete what is in the database now")


def run(args: argparse.Namespace, _terminal: Terminal) -> Outcome:
    """Does what the options ask for.

    Raises:
        UserError: an option or a file cannot be used.
    """
    from bot.__main__ import main

    words = [args.action, *([args.file] if args.file else []), *(["--replace"] if args.replace else [])]
    return Outcome(code=main(words))
