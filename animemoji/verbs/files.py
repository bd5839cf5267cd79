"""The files that verbs write, checked before the work begins, and the words that several verbs have in common."""

from __future__ import annotations

import argparse
import math
import os
from collections.abc import Callable, Sequence
from pathlib import Path

from pipeline.atomic import write_whole
from pipeline.types import PoserName, PromptSource, Source, UserError


class EndingError(UserError):
    """A file name has an ending that says nothing."""

    key = "error.file_ending"
    template = "{option} must end in {endings}, not {name}: the ending chooses the kind of file."


class NoFileError(UserError):
    """The file is not there."""

    key = "error.no_file"
    template = "There is no file {path}: check its name and folder."


class CannotWriteError(UserError):
    """The file or its folder cannot be written."""

    key = "error.cannot_write"
    template = "{path} cannot be written ({reason}): choose another place."


def existing_file(path: Path) -> Path:
    """The path of a file to be read. Raises NoFileError when there is none."""
    if not path.is_file():
        raise NoFileError(path=path)
    return path


def checked_file(option: str, path: Path, endings: Sequence[str]) -> Path:
    """The path, if a file of that ending can be written there; makes its folder.

    Raises:
        EndingError, CannotWriteError
    """
    if path.suffix.lower() not in endings:
        *most, last = endings
        listed = f"{', '.join(most)} or {last}" if most else last
        raise EndingError(option=option, endings=listed, name=path.name)
    checked_folder(path.parent)
    if path.is_dir():
        raise CannotWriteError(path=path, reason="it is a folder")
    return path


def checked_folder(folder: Path) -> Path:
    """The folder, made where it is missing, if files can be written into it. Raises CannotWriteError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWriteError(path=folder, reason=(error.strerror or "no folder").lower()) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise CannotWriteError(path=folder, reason="permission denied")
    return folder


def write_file(path: Path, data: bytes) -> None:
    """Writes all of it or nothing. Raises CannotWriteError."""
    try:
        write_whole(path, data)
    except OSError as error:
        raise CannotWriteError(path=path, reason=(error.strerror or "failed").lower()) from error


def number_between(low: float, high: float) -> Callable[[str], float]:
    """A ``type`` for argparse: a number from ``low`` to ``high``."""

    def read(text: str) -> float:
        try:
            value = float(text)
        except ValueError:
            value = math.nan
        if not low <= value <= high:
            raise argparse.ArgumentTypeError(f"{text!r} is not a number from {low:g} to {high:g}")
        return value

    return read


def add_prompt_arguments(parser: argparse._ActionsContainer) -> None:
    """--seed, --source and --sketch, beside --prompt."""
    parser.add_argument("--seed", type=int, metavar="N", help="decides what the prompt leaves open (the prompt's own)")
    parser.add_argument(
        "--source",
        choices=[source.value for source in Source],
        default=Source.AUTO.value,
        help="draw the character, or make its picture with Stable Diffusion",
    )
    parser.add_argument("--sketch", type=Path, metavar="FILE", help="a drawing that Stable Diffusion paints over")


def prompt_source(args: argparse.Namespace) -> PromptSource:
    """The character that --prompt and ``add_prompt_arguments`` ask for. Raises NoFileError for a missing sketch."""
    from pipeline.characters.drawn import own_seed

    sketch = None if args.sketch is None else existing_file(args.sketch)
    seed = own_seed(args.prompt) if args.seed is None else args.seed
    return PromptSource(args.prompt, seed, Source(args.source), sketch)


def add_poser_argument(parser: argparse._ActionsContainer) -> None:
    """--poser."""
    parser.add_argument(
        "--poser",
        choices=[name.value for name in PoserName],
        default=PoserName.AUTO.value,
        help="who moves the character (auto: rig for drawn ones, the student of a picture or tha3)",
    )
