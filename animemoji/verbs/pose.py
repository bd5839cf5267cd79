"""``animemoji pose``: a character in each pose of a file, as pictures."""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import Final

from animemoji.verbs.files import add_poser_argument, checked_folder
from animemoji.verbs.named import named_character
from animemoji.verbs.terminal import Outcome, Terminal
from pipeline.types import PoserName, Poses, Progress, Stage, UserError, clamp_poses, poses_in_order

HELP: Final = "a character in each pose of a file, as pictures"
EXAMPLE: Final = "animemoji pose --character elf.json --poses poses.json --out poses/"

_BATCH: Final = 8


class PosesFileError(UserError):
    """The file holds no poses."""

    key = "error.poses_file"
    template = 'That is not a file of poses: use a .json like {{"names": ["mouth_aaa"], "poses": [[0.5], [1.0]]}}.'


class PictureSizeError(UserError):
    """The size of the pictures is out of range."""

    key = "error.pose_size"
    template = "The size {size} does not work: choose one from 16 to 1024 pixels."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the verb's options."""
    parser.add_argument("--character", type=Path, required=True, metavar="FILE", help="a saved character, or a picture")
    parser.add_argument(
        "--poses", type=Path, required=True, metavar="FILE.json", help='{"names": […], "poses": [[…], …]}'
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="gets pose_00.png, pose_01.png, …")
    parser.add_argument("--size", type=int, default=512, metavar="PIXELS", help="width and height (512)")
    add_poser_argument(parser)


def run(args: argparse.Namespace, terminal: Terminal) -> Outcome:
    """Does what the options ask for.

    Raises:
        UserError: an option or a file cannot be used.
    """
    from PIL import Image

    from pipeline.characters import make_character
    from pipeline.posers import open_poser
    from pipeline.settings import load_pipeline_settings

    started, settings = time.perf_counter(), load_pipeline_settings()
    if not 16 <= args.size <= 1024:
        raise PictureSizeError(size=args.size)
    poses = read_poses(args.poses)
    source = named_character(args.character, settings)
    folder = checked_folder(args.out)
    character = make_character(source, terminal.on_progress, settings).character
    poser = open_poser(character, PoserName(args.poser), settings)
    files: list[str] = []
    for start in range(0, len(poses), _BATCH):
        for frame in poser.pose(character, poses[start : start + _BATCH], args.size):
            path = folder / f"pose_{len(files):02}.png"
            Image.fromarray(frame).save(path)
            files.append(str(path))
        terminal.on_progress(Progress(Stage.POSE, len(files) / len(poses)))
    terminal.say(f"{len(files)} pictures in {folder}, drawn by {poser.name.value}")
    return Outcome(
        {
            "out": str(folder),
            "files": files,
            "size": args.size,
            "poser": poser.name.value,
            "total_seconds": round(time.perf_counter() - started, 3),
        }
    )


def read_poses(path: Path) -> Poses:
    """The poses in a file, each number brought within its range: float32 [N, 45]. Raises PosesFileError."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return clamp_poses(poses_in_order(data["names"], data["poses"]))
    except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
        raise PosesFileError from error
