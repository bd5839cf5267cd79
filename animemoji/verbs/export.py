"""``animemoji export``: an animoji as the file that another place takes, or a whole pack of them."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from animemoji.verbs.files import checked_file, write_file
from animemoji.verbs.render import add_who_and_what, character_of, partner_of, request_as
from animemoji.verbs.terminal import Outcome, Terminal
from pipeline.targets import (
    FEELINGS,
    TARGETS,
    Target,
    check_upload,
    feelings_for,
    find_target,
    pieces_of,
    target_steps,
    write_pack,
)
from pipeline.types import PipelineSettings, PoserName, PresetMotion, UserError

HELP: Final = "the best loop, or a pack of feelings, for Telegram, WhatsApp, LINE and others"
EXAMPLE: Final = 'animemoji export --prompt "girl, silver twin tails" --for whatsapp --out pack.zip'
_ARCHIVE: Final = ".zip"
_WRONG: Final = 2
_USUAL: Final = 6
_MOTIONS: Final = ("video", "motion", "voice", "say", "track")


class NothingDoneError(UserError):
    """A single file needs a motion."""

    key = "error.nothing_done"
    template = (
        "Say what the character does: --motion, --video, --voice, --say or --track; a pack (--out FILE.zip) knows."
    )


class PackMovesError(UserError):
    """A pack brings its own motions."""

    key = "error.pack_moves"
    template = "A pack has a motion for each feeling: leave --{option} out, or write --out FILE{ending} for one file."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the verb's options."""
    add_who_and_what(parser, must_move=False)
    file = parser.add_argument_group("for which place")
    file.add_argument("--for", dest="target", required=True, metavar="TARGET", help=", ".join(TARGETS))
    file.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help="ends as the place wants it, or in .zip for a pack"
    )
    file.add_argument(
        "--count",
        type=int,
        choices=range(1, len(FEELINGS) + 1),
        default=_USUAL,
        metavar="N",
        help=f"files of a pack, 1-{len(FEELINGS)} ({_USUAL}, or what the place wants)",
    )


def run(args: argparse.Namespace, terminal: Terminal) -> Outcome:
    """Makes the file and reads it again, as ``check`` does.

    Raises:
        UserError: an option cannot be used, or the animation does not fit into what the place takes.
    """
    from pipeline.settings import load_pipeline_settings

    target = find_target(args.target)
    ending = target.format.extension
    out = checked_file("--out", args.out, [ending, _ARCHIVE])
    moves = [option for option in _MOTIONS if getattr(args, option) is not None]
    settings = load_pipeline_settings()
    if out.suffix.lower() == _ARCHIVE:
        if moves:
            raise PackMovesError(option=moves[0], ending=ending)
        data, facts = _pack(args, target, out, settings, terminal)
    else:
        if not moves:
            raise NothingDoneError
        data, facts = _file(args, target, out, settings, terminal)
    problems = check_upload(data, target)
    write_file(out, data)
    terminal.say(target.upload, *problems)
    report = {"out": str(out), "for": target.name, "bytes": len(data)} | facts
    report |= {"fits": not problems, "problems": list(problems), "upload": target.upload}
    return Outcome(report, _WRONG if problems else 0)


def _file(
    args: argparse.Namespace, target: Target, out: Path, settings: PipelineSettings, terminal: Terminal
) -> tuple[bytes, dict[str, Any]]:
    from pipeline.render import render_animoji

    asked = request_as(args, target.output, settings)
    for_target = target.request(asked.character, asked.motion)
    request = replace(asked, outline=for_target.outline, best_seconds=for_target.best_seconds)
    result = render_animoji(request, settings, terminal.on_progress)
    terminal.notices(result.notices)
    shown = f"{result.frames} frames, {result.size}x{result.size}, {result.fps:.4g} fps"
    terminal.say(f"{out}: {shown}, {len(result.data)} bytes")
    return result.data, {"frames": result.frames, "fps": result.fps, "size": result.size}


def _pack(
    args: argparse.Namespace, target: Target, out: Path, settings: PipelineSettings, terminal: Terminal
) -> tuple[bytes, dict[str, Any]]:
    from pipeline.render import render_animoji

    character, partner = character_of(args, settings), partner_of(args, settings)
    feelings = feelings_for(target, args.count)
    drawn: dict[str, bytes] = {}
    for piece in pieces_of(target, feelings):
        request = piece.target.request(character, PresetMotion(piece.motion))
        request = replace(request, poser=PoserName(args.poser), partner=partner)
        result = render_animoji(request, settings, terminal.on_progress)
        character, drawn[piece.name] = result.character, result.data
    data = write_pack(target, out.stem, drawn)
    terminal.say(f"{out}: {len(feelings)} files, {len(data)} bytes", *target_steps(target, "en"))
    return data, {"files": list(drawn), "feelings": list(feelings)}
