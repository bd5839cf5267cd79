"""``animemoji check``: whether a file is what a place takes."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from animemoji.verbs.files import existing_file
from animemoji.verbs.terminal import Outcome, Terminal
from pipeline.targets import TARGETS, check_upload, find_target

HELP: Final = "whether a file, or a whole pack as ZIP, is what Telegram, WhatsApp, LINE and others take"
EXAMPLE: Final = "animemoji check wave.webm --for telegram-sticker"
_WRONG: Final = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the verb's options."""
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--for", dest="target", required=True, metavar="TARGET", help=", ".join(TARGETS))


def run(args: argparse.Namespace, terminal: Terminal) -> Outcome:
    """Reads the file again and says what is wrong with it.

    Raises:
        UserError: there is no such file or place.
    """
    target = find_target(args.target)
    problems = check_upload(existing_file(args.file).read_bytes(), target)
    terminal.say(*(problems or (f"{args.file} is what {target.name} takes.",)))
    report = {"file": str(args.file), "for": target.name, "fits": not problems, "problems": list(problems)}
    return Outcome(report, _WRONG if problems else 0)
