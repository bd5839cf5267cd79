"""``animemoji export``: an animoji as the file that another place takes."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Final

from animemoji.verbs.files import checked_file, write_file
from animemoji.verbs.render import add_who_and_what, request_as
from animemoji.verbs.terminal import Outcome, Terminal
from pipeline.targets import TARGETS, check_file, find_target

HELP: Final = "the best loop as a sticker or an emoji for Telegram, WhatsApp, LINE and others"
EXAMPLE: Final = 'animemoji export --prompt "girl, silver twin tails" --motion wave --for telegram-emoji --out me.webm'


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the verb's options."""
    add_who_and_what(parser)
    file = parser.add_argument_group("for which place")
    file.add_argument("--for", dest="target", required=True, metavar="TARGET", help=", ".join(TARGETS))
    file.add_argument("--out", type=Path, required=True, metavar="FILE", help="ends as the place wants it")


def run(args: argparse.Namespace, terminal: Terminal) -> Outcome:
    """Makes the file and reads it again, as ``check`` does.

    Raises:
        UserError: an option cannot be used, or the animation does not fit into what the place takes.
    """
    from pipeline.render import render_animoji
    from pipeline.settings import load_pipeline_settings

    target = find_target(args.target)
    out = checked_file("--out", args.out, [target.format.extension])
    settings = load_pipeline_settings()
    request = replace(request_as(args, target.output, settings), outline=target.outline, best_seconds=target.seconds)
    result = render_animoji(request, settings, terminal.on_progress)
    problems = check_file(result.data, target)
    write_file(out, result.data)
    terminal.notices(result.notices)
    terminal.say(
        f"{out}: {result.frames} frames, {result.size}x{result.size}, {result.fps:.4g} fps, {len(result.data)} bytes",
        target.upload,
        *problems,
    )
    report = {
        "out": str(out),
        "for": target.name,
        "bytes": len(result.data),
        "frames": result.frames,
        "fps": result.fps,
        "size": result.size,
        "fits": not problems,
        "problems": list(problems),
        "upload": target.upload,
    }
    return Outcome(report, 1 if problems else 0)
