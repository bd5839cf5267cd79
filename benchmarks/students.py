"""Students of many pictures, made by the product's own code from a fixed number of samples, and how good they are.

    python -m benchmarks.students OUT [--pictures FOLDER] [--only NAME …] [--outlines]

takes the first picture that OUT has no figures of, makes its student there, measures it and prints the table of all
that are done: give the same command again for the next one. A run that was cut off goes on where it ended. Pictures are
those of FOLDER, by default the optional test data's, and the drawn characters of ``DRAWN``, which come first.

Processor time means something on a busy machine, wall time does not: everything here is processor time of all cores,
and no clock decides how many samples there are.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
from PIL import Image

from benchmarks.measurement import SAMPLE
from benchmarks.student_measures import ask, measure
from pipeline.characters.pictures.upload import align_picture
from pipeline.distil import example_poses
from pipeline.motion import make_track
from pipeline.posers import open_poser
from pipeline.posers.student.distil import distil
from pipeline.posers.student.file import fitting_bytes, read_student
from pipeline.posers.student.recipe import BROWSER_RANKS, LARGEST_BROWSER_FILE, Recipe
from pipeline.posers.student.teacher import Device, open_teacher
from pipeline.progress import ignore
from pipeline.settings import load_pipeline_settings
from pipeline.types import FULL, Character, Frames, Poses, VideoMotion, neutral_poses
from tests.shared_data import SHARED_DATA

CHARACTERS: Final = Path(__file__).with_name("students_characters.json")
DRAWN: Final[Mapping[str, Character]] = {
    name: Character.from_json(told) for name, told in json.loads(CHARACTERS.read_text("utf-8")).items()
}
"""Characters as they were saved, drawn by the first edition of our art: neither ever changes, whatever becomes of how
prompts are read.
"""
_PEOPLE: Final = 48
"""Frames of people to judge by, evenly from all clips."""
_FACES, _TURNS = 1152, 1056
"""What ``--seconds 120`` asks for on two cores."""


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, help="a folder for students, figures, and what an unfinished run keeps")
    parser.add_argument("--pictures", type=Path, default=SHARED_DATA / "images", help="a folder of pictures")
    parser.add_argument("--clips", type=Path, default=SHARED_DATA / "clips", help="a folder of clips of people")
    parser.add_argument("--only", nargs="*", default=(), metavar="NAME", help="these pictures, also once more")
    parser.add_argument("--faces", type=int, default=_FACES, help=f"faces to ask for ({_FACES})")
    parser.add_argument("--turns", type=int, default=_TURNS, help=f"turned figures to ask for ({_TURNS})")
    parser.add_argument("--outlines", action="store_true", help="also compare outlines with the teacher's in 250 poses")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    names = [*DRAWN, *sorted(path.stem for path in args.pictures.glob("*.png"))]
    waiting = [name for name in names if name in args.only or not (args.only or _row(args.out, name).exists())]
    for name in waiting if args.only else waiting[:1]:
        picture = drawn(name) if name in DRAWN else uploaded(args.pictures / f"{name}.png")
        figures = measured(picture, args, _row(args.out, name).with_suffix(".student"))
        _row(args.out, name).write_text(json.dumps(figures, indent=2) + "\n", "utf-8")
    print_table(
        {name: json.loads(_row(args.out, name).read_text("utf-8")) for name in names if _row(args.out, name).exists()}
    )


def drawn(name: str) -> Frames:
    """A drawn character as a picture: uint8 [512, 512, 4]."""
    character = DRAWN[name]
    picture: Frames = open_poser(character).pose(character, neutral_poses(1), 512, FULL)[0]
    # As an upload, so that a head of another size is brought to the usual one.
    return align_picture(picture).picture


def uploaded(path: Path) -> Frames:
    """A picture file, aligned: uint8 [512, 512, 4]."""
    return align_picture(np.asarray(Image.open(path).convert("RGBA"))).picture


def measured(picture: Frames, args: argparse.Namespace, file: Path) -> dict[str, Any]:
    """Makes the student, keeps it in ``file`` and measures it."""
    models = load_pipeline_settings().models
    recipe = Recipe(faces=args.faces, turns=args.turns)
    people = people_poses(args.clips, args.out)
    began = time.process_time()
    made = distil(
        picture, example_poses(), recipe, lambda: open_teacher(picture, Device.CPU, models), args.out / "work"
    )
    seconds = time.process_time() - began
    file.write_bytes(made.data)
    truth = ask(open_teacher(picture, Device.CPU, models), people, args.outlines)
    small = fitting_bytes(made.student, BROWSER_RANKS, LARGEST_BROWSER_FILE)
    return {
        "recipe": [args.faces, args.turns],
        "cpu_seconds": round(seconds, 1),
        "bytes": len(made.data),
        "closeness": measure(made.student, truth).to_json(),
        "browser_bytes": len(small),
        "browser": measure(read_student(small), truth).to_json(),
    }


def people_poses(clips: Path, out: Path) -> Poses:
    """Poses [48, 45] of people, from all clips alike; of the bundled clip where there are none."""
    kept = out / "people.npy"
    if not kept.exists():
        files = sorted(clips.glob("*.mp4")) or [SAMPLE]
        tracks = [make_track(VideoMotion(file), 12.5, ignore).track.poses for file in files]
        share = -(-_PEOPLE // len(tracks))
        chosen = [poses[np.linspace(0, len(poses) - 1, share + 2).astype(int)[1:-1]] for poses in tracks]
        np.save(kept, np.concatenate(chosen)[:_PEOPLE])
    poses: Poses = np.load(kept)
    return poses


def print_table(rows: Mapping[str, Mapping[str, Any]]) -> None:
    """The figures of all pictures, as docs/students.md shows them."""
    print(
        "| picture | CPU s | whole | figure | worst | head | SSIM | corners: figure, worst | < 27 dB of 72 "
        "| lids | under brows | by lot | outlines alone, in pairs | ms | file | browser: figure, worst, head, file |"
    )
    print("|---" * 16 + "|")
    for name, row in rows.items():
        here, there = row["closeness"], row["browser"]
        people, corners, psnr = here["people"], here["corners"], here["people"]["psnr"]
        outlines = "" if here["alone"] is None else f"{_share(here['alone'])}, {_share(here['pairs'])}"
        cells = [
            name,
            f"{row['cpu_seconds']:.0f}",
            f"{psnr['whole']:.1f}",
            f"{psnr['figure']:.1f}",
            f"{people['worst']:.1f}",
            f"{psnr['head']:.1f}",
            _share(people["ssim"], 4),
            f"{corners['psnr']['figure']:.1f}, {corners['worst']:.1f}",
            str(here["low"]),
            _share(here["lids"]),
            _share(here["lids_under_brows"]),
            _share(here["lids_by_lot"]),
            outlines,
            f"{here['milliseconds']:.1f}",
            f"{row['bytes'] / 1e6:.1f} MB",
            f"{there['people']['psnr']['figure']:.1f}, {there['people']['worst']:.1f}, "
            f"{there['people']['psnr']['head']:.1f}, {row['browser_bytes'] / 1e6:.1f} MB",
        ]
        print("| " + " | ".join(cells) + " |")


def _share(value: float, digits: int = 3) -> str:
    return f"{value:.{digits}f}".lstrip("0")


def _row(out: Path, name: str) -> Path:
    return out / f"{name.replace(' ', '_')}.json"


if __name__ == "__main__":
    main()
