"""``animemoji character``: a prompt becomes a character, as a picture and as a file to use again."""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import Final

from animemoji.verbs.files import add_prompt_arguments, checked_file, prompt_source, write_file
from animemoji.verbs.terminal import Outcome, Terminal
from pipeline.types import limits

HELP: Final = "a prompt becomes a character: its picture, and a file to use it again"
EXAMPLE: Final = 'animemoji character --prompt "elf boy, green hair, hoodie" --seed 7 --out elf.png'


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the verb's options."""
    parser.add_argument(
        "--prompt",
        required=True,
        metavar="TEXT",
        help=f"the character in words, of ten languages, at most {limits.PROMPT_LENGTH} characters",
    )
    add_prompt_arguments(parser)
    parser.add_argument(
        "--others",
        action="store_true",
        help="keep the next best ones, too, that Stable Diffusion painted to choose from: FILE-2.png and so on",
    )
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FILE.png", help="the picture; FILE.json beside it is the character"
    )
    parser.add_argument(
        "--puppet",
        type=Path,
        metavar="FILE.puppet",
        help="also write a drawn character for browsers, which draw it themselves (docs/puppet.md)",
    )
    parser.add_argument(
        "--psd",
        type=Path,
        metavar="FILE.psd",
        help="also write a drawn character in layers, to be rigged for Live2D or Inochi2D (docs/export.md)",
    )


def run(args: argparse.Namespace, terminal: Terminal) -> Outcome:
    """Does what the options ask for.

    Raises:
        NoPuppetError, NoLayersError: a painted character was to be a puppet, or to have layers.
        UserError: an option or a file cannot be used.
    """
    from pipeline.characters import make_character, save_character
    from pipeline.characters.drawn.describe import describe
    from pipeline.posers.psd import psd_bytes
    from pipeline.posers.puppet import puppet_bytes
    from pipeline.render import draw_portrait
    from pipeline.settings import load_pipeline_settings
    from pipeline.types import understood_lines

    started = time.perf_counter()
    out = checked_file("--out", args.out, (".png",))
    puppet = None if args.puppet is None else checked_file("--puppet", args.puppet, (".puppet",))
    psd = None if args.psd is None else checked_file("--psd", args.psd, (".psd",))
    made = make_character(prompt_source(args), terminal.on_progress, load_pipeline_settings())
    terminal.notices(made.notices)
    packed = b"" if puppet is None else puppet_bytes(made.character)  # refused before anything is written
    layered = b"" if psd is None else psd_bytes(made.character)
    kept = {out: made.character}
    if args.others:
        kept |= {out.with_stem(f"{out.stem}-{number}"): other for number, other in enumerate(made.others, 2)}
    for path, character in kept.items():
        save_character(character, draw_portrait(character), path)
    if puppet is not None:
        write_file(puppet, packed)
    if psd is not None:
        write_file(psd, layered)
    seconds = time.perf_counter() - started

    if made.understood:
        terminal.say("understood: " + "; ".join(understood_lines(made.understood)))
    if made.ignored:
        terminal.say("left out: " + ", ".join(made.ignored))
    spec = made.character.spec
    description = "" if spec is None else describe(spec)
    if description:
        terminal.say(f"in words: {description}")
    terminal.say(f"seed: {made.character.seed} (with --seed and another number what the prompt leaves open is another)")
    if puppet is not None:
        terminal.say(f"{puppet} is for browsers")
    if psd is not None:
        terminal.say(f"{psd} has the character in layers")
    for path in kept:
        terminal.say(f"{path} and {path.with_suffix('.json')}")
    if made.others and not args.others:
        terminal.say(f"{len(made.others)} more were painted that --others keeps")
    shown = made.character.to_json()
    shown.pop("picture", None)
    return Outcome(
        {
            "out": str(out),
            "puppet": None if puppet is None else str(puppet),
            "psd": None if psd is None else str(psd),
            "others": [str(path) for path in kept if path != out],
            "character": shown,
            "understood": understood_lines(made.understood),
            "ignored": list(made.ignored),
            "description": description,
            "total_seconds": round(seconds, 3),
        }
    )
