"""``animemoji character``: a prompt becomes a character, as a picture and as a file to use again."""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import Final

from pipeline.verbs.files import add_prompt_arguments, checked_file, prompt_source
from pipeline.verbs.terminal import Outcome, Terminal

HELP: Final = "a prompt becomes a character: its picture, and a file to use it again"
EXAMPLE: Final = 'animemoji character --prompt "elf boy, green hair, hoodie" --seed 7 --out elf.png'


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--prompt", required=True, metavar="TEXT", help="the character in words, English or Japanese")
    add_prompt_arguments(parser)
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FILE.png", help="the picture; FILE.json beside it is the character"
    )


def run(args: argparse.Namespace, terminal: Terminal) -> Outcome:
    from pipeline.characters import make_character, save_character
    from pipeline.characters.drawn.describe import describe
    from pipeline.render import draw_portrait

    started = time.perf_counter()
    out = checked_file("--out", args.out, (".png",))
    made = make_character(prompt_source(args), terminal.on_progress)
    save_character(made.character, draw_portrait(made.character), out)
    seconds = time.perf_counter() - started

    terminal.notices(made.notices)
    if made.understood:
        terminal.say("understood: " + "; ".join(made.understood))
    if made.ignored:
        terminal.say("not understood: " + ", ".join(made.ignored))
    spec = made.character.spec
    description = "" if spec is None else describe(spec)
    if description:
        terminal.say(f"in words: {description}")
    terminal.say(f"{out} and {out.with_suffix('.json')}")
    character = made.character.to_json()
    character.pop("picture", None)
    return Outcome(
        {
            "out": str(out),
            "character": character,
            "understood": list(made.understood),
            "ignored": list(made.ignored),
            "description": description,
            "total_seconds": round(seconds, 3),
        }
    )
