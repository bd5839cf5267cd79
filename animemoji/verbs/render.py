"""``animemoji render``: the whole road, from a prompt and a clip to a file."""

from __future__ import annotations

import argparse
import time
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from animemoji.verbs.files import (
    add_poser_argument,
    add_prompt_arguments,
    checked_file,
    existing_file,
    number_between,
    prompt_source,
    write_file,
)
from animemoji.verbs.named import named_character
from animemoji.verbs.terminal import Outcome, Terminal
from pipeline.seasons import find_season
from pipeline.types import (
    DEFAULT_SETTINGS,
    AnimojiRequest,
    AnimojiResult,
    Character,
    CharacterSource,
    Effects,
    FileMotion,
    Format,
    Loop,
    MotionSource,
    Outline,
    Output,
    Partner,
    PictureSource,
    PipelineSettings,
    PoserName,
    PresetMotion,
    PromptSource,
    SpeechMotion,
    Tracker,
    UserError,
    VideoMotion,
    VoiceMotion,
    limits,
    understood_lines,
)
from pipeline.types.frames import FRAMINGS

HELP: Final = "a character does what a clip, a motion, a voice or a text says, as a GIF, WebP, APNG, MP4 or WebM"
EXAMPLE: Final = 'animemoji render --prompt "girl, silver twin tails, blue eyes" --video me.mp4 --out me.gif'

FORMATS: Final[dict[str, Format]] = {kind.extension: kind for kind in Format}


class FaceNeedsPictureError(UserError):
    """`--face` was given without a picture."""

    key = "error.face_needs_picture"
    template = "--face says where the head is in a picture: use it with --character FILE.png."


class SketchNeedsPromptError(UserError):
    """`--sketch` was given without a prompt."""

    key = "error.sketch_needs_prompt"
    template = "--sketch says what a painted character starts from: use it with --prompt TEXT."


class NobodyBesideError(UserError):
    """`--with-motion` was given without `--with`."""

    key = "error.nobody_beside"
    template = "--with-motion says what the second character does: use it with --with FILE."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the verb's options."""
    add_who_and_what(parser)
    _add_file(parser)


def add_who_and_what(parser: argparse.ArgumentParser, must_move: bool = True) -> None:
    """The options that say who does what; ``export`` has them too. ``must_move``: whether something is to be done."""
    who = parser.add_argument_group("who")
    either = who.add_mutually_exclusive_group(required=True)
    either.add_argument(
        "--prompt",
        metavar="TEXT",
        help=f"the character in words, of ten languages, at most {limits.PROMPT_LENGTH} characters",
    )
    either.add_argument("--character", type=Path, metavar="FILE", help="a saved character, or a picture")
    add_prompt_arguments(who)
    who.add_argument("--face", type=_face, metavar="X,Y,SIZE", help="where the head is in the picture, in pixels")
    who.add_argument("--save-character", type=Path, metavar="FILE", help="keep it as FILE.png and FILE.json")

    what = parser.add_argument_group("does what")
    one = what.add_mutually_exclusive_group(required=must_move)
    one.add_argument("--video", type=Path, metavar="FILE", help="a clip of a face")
    one.add_argument("--motion", metavar="NAME", help="a ready motion, such as idle, wave or laugh")
    one.add_argument("--voice", type=Path, metavar="FILE", help="a recording to speak along with")
    one.add_argument(
        "--say",
        metavar="TEXT",
        help=f"words to speak, in any language, at most {limits.SPEECH_LENGTH} characters",
    )
    one.add_argument("--track", type=Path, metavar="FILE", help="a motion file: .json of `track`, .vmd, .csv")
    what.add_argument(
        "--tracker", choices=[kind.value for kind in Tracker], default="auto", help="what follows the face"
    )
    what.add_argument(
        "--length",
        type=number_between(0, 600),
        default=6.0,
        metavar="SECONDS",
        help="the best part of the clip, so long (6); 0 for all",
    )
    what.add_argument(
        "--loop", choices=[kind.value for kind in Loop], default="auto", help="how the end meets the start"
    )
    what.add_argument(
        "--expressiveness",
        type=number_between(0.5, 1.5),
        default=1.0,
        metavar="0.5..1.5",
        help="how far movements are enlarged (1)",
    )
    what.add_argument(
        "--effects",
        default="auto",
        metavar="auto|off|NAMES",
        help="signs of comics: what the person feels (auto), none, or names such as hearts,sweat",
    )

    beside = parser.add_argument_group("beside whom (both look at each other)")
    beside.add_argument(
        "--with",
        dest="partner",
        type=Path,
        metavar="FILE",
        help="a second saved character, or picture, at the right; two faces in the clip move one each",
    )
    beside.add_argument("--with-motion", metavar="NAME", help="a ready motion of its own for the second one")

    look = parser.add_argument_group("looking how")
    look.add_argument(
        "--caption", default="", metavar="TEXT", help=f"at most {limits.CAPTION_LENGTH} characters on the picture"
    )
    look.add_argument("--background", default="transparent", metavar="SPEC", help="transparent, a colour, or a name")
    look.add_argument(
        "--season",
        metavar="NAME",
        help="words, a background and a caption that go with a time of the year, where none are given (`seasons`)",
    )
    add_poser_argument(look)


def _add_file(parser: argparse.ArgumentParser) -> None:
    file = parser.add_argument_group("as which file")
    file.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help="ends in .gif, .webp, .png (APNG), .mp4 or .webm"
    )
    file.add_argument(
        "--size",
        type=int,
        default=320,
        metavar="PIXELS",
        help=f"width and height, {limits.MIN_SIZE}-{limits.MAX_SIZE} (320)",
    )
    file.add_argument(
        "--fps", type=float, default=25.0, help=f"frames per second, {limits.MIN_FPS:g}-{limits.MAX_FPS:g} (25)"
    )
    file.add_argument("--max-bytes", type=int, metavar="N", help="make it fit: fewer colours, then fewer frames")
    file.add_argument("--shrink", action="store_true", help="with --max-bytes: the picture may become smaller as well")
    file.add_argument("--framing", choices=list(FRAMINGS), default="bust", help="how much of the figure is shown")
    file.add_argument(
        "--outline",
        choices=[kind.value for kind in Outline],
        default=Outline.AUTO.value,
        help="a white border as of a sticker (auto: on small pictures without a background)",
    )


def run(args: argparse.Namespace, terminal: Terminal) -> Outcome:
    """Does what the options ask for.

    Raises:
        UserError: an option or a file cannot be used.
    """
    from pipeline.characters import save_character
    from pipeline.render import draw_portrait, render_animoji
    from pipeline.settings import load_pipeline_settings

    started = time.perf_counter()
    out = checked_file("--out", args.out, list(FORMATS))
    keep = None if args.save_character is None else _character_file(args.save_character)
    settings = load_pipeline_settings()
    request = make_request(args, settings)
    result = render_animoji(request, settings, terminal.on_progress)
    write_file(out, result.data)
    if keep is not None:
        save_character(result.character, draw_portrait(result.character), keep)
    seconds = time.perf_counter() - started

    terminal.notices(result.notices)
    _tell(out, result, seconds, terminal)
    return Outcome(_report(out, result, seconds))


def make_request(args: argparse.Namespace, settings: PipelineSettings = DEFAULT_SETTINGS) -> AnimojiRequest:
    """The request that the words of the command line stand for.

    Raises:
        UserError: a file is missing or two words do not go together.
    """
    output = Output(
        FORMATS[args.out.suffix.lower()], args.size, args.fps, args.max_bytes, FRAMINGS[args.framing], args.shrink
    )
    return replace(request_as(args, output, settings), outline=Outline(args.outline))


def request_as(args: argparse.Namespace, output: Output, settings: PipelineSettings) -> AnimojiRequest:
    """The request of the options of ``add_who_and_what`` as this file. Raises UserError as ``make_request`` does."""
    season = None if args.season is None else find_season(args.season)
    source = character_of(args, settings)
    if season is not None and isinstance(source, PromptSource):
        source = replace(source, prompt=season.dressed(source.prompt))
    return AnimojiRequest(
        character=source,
        motion=_motion(args),
        output=output,
        caption=args.caption or ("" if season is None else season.caption()),
        background=season.background if season is not None and args.background == "transparent" else args.background,
        poser=PoserName(args.poser),
        effects=Effects.parse(args.effects),
        partner=partner_of(args, settings),
    )


def partner_of(args: argparse.Namespace, settings: PipelineSettings) -> Partner | None:
    """Who stands beside the character. Raises UserError as ``make_request`` does."""
    if args.partner is None:
        if args.with_motion is not None:
            raise NobodyBesideError
        return None
    motion = None if args.with_motion is None else PresetMotion(args.with_motion)
    return Partner(named_character(args.partner, settings), motion)


def character_of(args: argparse.Namespace, settings: PipelineSettings) -> CharacterSource:
    """Who is to be animated. Raises UserError as ``make_request`` does."""
    if args.character is None:
        source: CharacterSource = prompt_source(args)
    elif args.sketch is not None:
        raise SketchNeedsPromptError
    else:
        source = named_character(args.character, settings)
    if args.face is None:
        return source
    if not isinstance(source, PictureSource):
        raise FaceNeedsPictureError
    return replace(source, face=args.face)


def _motion(args: argparse.Namespace) -> MotionSource:
    if args.video is not None:
        return VideoMotion(
            existing_file(args.video), Tracker(args.tracker), args.length or None, Loop(args.loop), args.expressiveness
        )
    if args.voice is not None:
        return VoiceMotion(existing_file(args.voice))
    if args.say is not None:
        return SpeechMotion(args.say)
    if args.track is not None:
        return FileMotion(existing_file(args.track))
    return PresetMotion(args.motion)


def _character_file(path: Path) -> Path:
    """The picture's path for --save-character, which may name either of the two files."""
    return checked_file("--save-character", path, (".png", ".json")).with_suffix(".png")


def _tell(out: Path, result: AnimojiResult, seconds: float, terminal: Terminal) -> None:
    if result.understood:
        terminal.say("understood: " + "; ".join(understood_lines(result.understood)))
    if result.ignored:
        terminal.say("left out: " + ", ".join(result.ignored))
    stages = ", ".join(f"{stage} {took:.1f}" for stage, took in result.timings.items())
    terminal.say(
        f"{out}: {result.frames} frames, {result.size}x{result.size}, {result.fps:.4g} fps, "
        f"{result.seconds_of_motion:.1f} s, {len(result.data) / 1024:.0f} KiB",
        f"made in {seconds:.1f} s ({stages})",
    )


def _report(out: Path, result: AnimojiResult, seconds: float) -> dict[str, Any]:
    beside = {} if result.partner is None else {"partner": _short(result.partner.character)}
    return {
        "out": str(out),
        "bytes": len(result.data),
        "frames": result.frames,
        "fps": result.fps,
        "size": result.size,
        "seconds_of_motion": round(result.seconds_of_motion, 3),
        "poser": result.poser.value,
        "character": _short(result.character),
        "timings": {stage: round(took, 3) for stage, took in result.timings.items()},
        "total_seconds": round(seconds, 3),
    } | beside


def _short(character: Character) -> dict[str, Any]:
    data = character.to_json()
    data.pop("picture", None)  # hundreds of kilobytes; --save-character keeps it
    return data


def _face(text: str) -> tuple[float, float, float]:
    try:
        x, y, size = (float(word) for word in text.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError("write three numbers, such as 256,128,140") from None
    return x, y, size
