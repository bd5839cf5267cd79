"""Where finished students are kept: on a shelf (a folder of the settings), by the picture that they were made from.

That is the whole rule. A student is found by the pixels of a character's picture, wherever the character came from.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Final

from pipeline.atomic import write_whole
from pipeline.pixels.pictures import picture_pixels
from pipeline.posers.student.errors import NoStudentError, PoorStudentError, StudentFileError
from pipeline.posers.student.file import ENDING, VERSION, read_judgement, read_student_file
from pipeline.posers.student.model import Student, picture_key
from pipeline.posers.student.samples import remove_runs
from pipeline.types import FLOOR, Character, Judgement

_PREVIEWS: Final = "previews"


def workshop(shelf: Path) -> Path:
    """The folder of what unfinished students have learnt so far."""
    return shelf / "unfinished"


def student_path(character: Character, shelf: Path) -> Path:
    """Where the student of a picture character lies or would lie. Raises ValueError for a drawn one."""
    if character.picture is None:
        raise ValueError("a student needs a character with a picture")
    return shelf / (_key(character.picture) + ENDING)


def has_student(character: Character, shelf: Path) -> bool:
    """Whether the character has a student here; whether it is any good shows when it is opened."""
    return character.picture is not None and student_path(character, shelf).is_file()


def open_student(character: Character, shelf: Path) -> Student:
    """The student of a picture character.

    Raises:
        NoStudentError: it has none.
        StudentFileError: its file is damaged, or of another version.
        PoorStudentError: it is too far from its teacher to be shown.
    """
    path = student_path(character, shelf)
    try:
        written = path.stat().st_mtime_ns
    except OSError:
        raise NoStudentError from None
    return _checked(path, written)


def keep_student(character: Character, shelf: Path, data: bytes) -> Path:
    """Puts a student's file on the shelf, and returns where it lies."""
    path = student_path(character, shelf)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, data)
    return path


def preview_path(character: Character, shelf: Path) -> Path:
    """Where the preview of a picture character lies or would lie, as this version writes it.

    Raises ValueError for a drawn one.
    """
    return shelf / _PREVIEWS / f"{student_path(character, shelf).stem}-{VERSION}{ENDING}"


def keep_preview(character: Character, shelf: Path, data: bytes) -> None:
    """Puts a preview where pages find it until there is a student."""
    path = preview_path(character, shelf)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, data)


def kept_preview(character: Character, shelf: Path) -> bytes | None:
    """The preview of a character; None where it has none here."""
    if character.picture is None:
        return None
    try:
        return preview_path(character, shelf).read_bytes()
    except OSError:
        return None


def judgement_of(character: Character, shelf: Path) -> Judgement | None:
    """How good the character's student is; None where it has none here that can be read, or nobody has judged it."""
    if not has_student(character, shelf):
        return None
    try:
        return read_judgement(student_path(character, shelf))
    except StudentFileError:
        return None


def forget_student(character: Character, shelf: Path) -> None:
    """Removes the character's student, its preview, and what an unfinished one has learnt so far."""
    path = student_path(character, shelf)
    path.unlink(missing_ok=True)
    for preview in (shelf / _PREVIEWS).glob(f"{path.stem}-*"):
        preview.unlink(missing_ok=True)
    remove_runs(workshop(shelf), path.stem)


@lru_cache(maxsize=4)
def _checked(path: Path, _written: int) -> Student:
    student = read_student_file(path)
    if student.judgement is None or not student.judgement.is_usable:
        figure = "?" if student.judgement is None else f"{student.judgement.psnr.figure:.1f}"
        raise PoorStudentError(figure=figure, floor=f"{FLOOR:g}")
    return student


@lru_cache(maxsize=16)
def _key(picture: bytes) -> str:
    return picture_key(picture_pixels(picture))
