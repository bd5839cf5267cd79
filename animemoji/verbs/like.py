"""``animemoji like``: words that describe the person in a clip or a photo, for a prompt."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from animemoji.verbs.files import existing_file
from animemoji.verbs.terminal import Outcome, Terminal
from pipeline.types import LookRequest

HELP: Final = "words that describe the person in a clip or a photo, for a prompt"
EXAMPLE: Final = "animemoji like me.mp4"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the verb's options."""
    parser.add_argument("file", type=Path, metavar="CLIP|PHOTO")


def run(args: argparse.Namespace, terminal: Terminal) -> Outcome:
    """Prints what can be told, and leaves out what is unsure; nothing is kept.

    Raises:
        UserError: there is no such file, it cannot be read, or there is no face in it.
    """
    from pipeline.likeness import look

    words = look(LookRequest(existing_file(args.file)), terminal.on_progress).words
    terminal.say(", ".join(words) or "Nothing can be told for sure: describe the person in your own words.")
    return Outcome({"file": str(args.file), "words": list(words), "prompt": ", ".join(words)})
