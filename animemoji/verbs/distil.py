"""``animemoji distil``: a picture character becomes a student, which moves in real time."""

from __future__ import annotations

import argparse
import time
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

from animemoji.verbs.files import checked_file, number_between, write_file
from animemoji.verbs.terminal import Outcome, Terminal

if TYPE_CHECKING:
    from pipeline.posers.student.distil import Distilled, DistilProgress

HELP: Final = "a picture character becomes a student: small, real-time, without a network"
EXAMPLE: Final = "animemoji distil --character elf.png --out elf.student --seconds 300 --sheet elf-sheet.png"

_DOING: Final = {
    "prepare": "opening the teacher",
    "faces": "asking for faces",
    "turns": "asking for turned figures",
    "judge": "asking for poses to judge by",
    "fit": "fitting",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``animemoji distil``."""
    parser.add_argument(
        "--character", type=Path, required=True, metavar="PICTURE", help="a picture, or a saved picture character"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.student", help="the student")
    parser.add_argument(
        "--seconds",
        type=number_between(20, 86400),
        default=900.0,
        metavar="S",
        help="time from the picture to the file (900); 120 are enough for a good one",
    )
    parser.add_argument(
        "--device", choices=("auto", "cpu", "cuda"), default="auto", help="where the teacher runs (auto)"
    )
    parser.add_argument(
        "--teacher",
        choices=("tha3", "tha4"),
        default="tha3",
        help="whose pictures it learns (tha3); tha4 is for a GPU, and its weights are yours to bring, not for commerce",
    )
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="decides which poses are asked for (0)")
    parser.add_argument(
        "--sheet", type=Path, metavar="FILE", help="teacher, student and difference in some poses (.png or .webp)"
    )
    parser.add_argument(
        "--browser", type=Path, metavar="FILE.student", help="a coarser copy of at most 4 MB for a web page"
    )


def run(args: argparse.Namespace, terminal: Terminal) -> Outcome:
    """Makes the student, its sheet and its copy for a browser."""
    from pipeline.characters import load_character, make_character
    from pipeline.characters.pictures.findings import look_over
    from pipeline.distil import distil_character
    from pipeline.posers.student.browser import browser_bytes
    from pipeline.posers.student.teacher import Device, TeacherName
    from pipeline.settings import load_pipeline_settings
    from pipeline.types import Character

    started, settings = time.monotonic(), load_pipeline_settings()
    out = checked_file("--out", args.out, (".student",))
    sheet = None if args.sheet is None else checked_file("--sheet", args.sheet, (".png", ".webp"))
    browser = None if args.browser is None else checked_file("--browser", args.browser, (".student",))
    source = load_character(args.character)
    made = make_character(source, terminal.on_progress, settings)
    terminal.notices(look_over(source) if isinstance(source, Character) else made.notices)

    def on_progress(progress: DistilProgress) -> None:
        left = "" if progress.seconds_left is None else f", about {_length(progress.seconds_left)} left"
        terminal.bar(progress.fraction, _DOING[progress.phase.value] + left)

    seconds = args.seconds - (time.monotonic() - started)
    distilled = distil_character(
        made.character, seconds, Device(args.device), args.seed, settings, on_progress, TeacherName(args.teacher)
    )
    write_file(out, distilled.data)
    if browser is not None:
        write_file(browser, browser_bytes(distilled.student))
    if sheet is not None:
        _write_sheet(sheet, distilled)
    report = {
        "out": str(out),
        "bytes": len(distilled.data),
        "seconds_by_phase": distilled.seconds,
        "total_seconds": round(time.monotonic() - started, 1),
        "device": distilled.device.value,
        **_figures(distilled),
    }
    judgement, recipe = distilled.judgement, distilled.recipe
    psnr = judgement.psnr
    terminal.say(
        f"{out}: {len(distilled.data) / 1e6:.1f} MB from {recipe.faces} faces and {recipe.turns} turned figures",
        f"in poses it did not learn from: {psnr.whole:.1f} dB, figure {psnr.figure:.1f} dB (worst frame "
        f"{judgement.worst:.1f} dB), head {psnr.head:.1f} dB, SSIM {judgement.ssim:.4f}",
    )
    wanted = distilled.wanted
    if (recipe.faces, recipe.turns) != (wanted.faces, wanted.turns):
        terminal.say(
            f"{args.seconds:g} s are enough for {wanted.faces} and {wanted.turns} where nothing else runs, but this "
            "machine was busy: give more --seconds, or the same again when it is quiet"
        )
    return Outcome(report)


def _figures(distilled: Distilled) -> dict[str, object]:
    judgement = distilled.judgement
    return {
        "psnr": {name: round(value, 2) for name, value in asdict(judgement.psnr).items()},
        "worst": round(judgement.worst, 2),
        "ssim": round(judgement.ssim, 4),
        "faces": distilled.recipe.faces,
        "turns": distilled.recipe.turns,
        "wanted_faces": distilled.wanted.faces,
        "wanted_turns": distilled.wanted.turns,
    }


def _write_sheet(path: Path, distilled: Distilled) -> None:
    from PIL import Image

    from pipeline.posers.student.sheet import make_sheet

    picture = make_sheet(distilled.teacher, distilled.drawn, distilled.student.face_box)
    Image.fromarray(picture).save(path, quality=92)


def _length(seconds: float) -> str:
    return f"{max(1, round(seconds))} s" if seconds < 90 else f"{round(seconds / 60)} min"
