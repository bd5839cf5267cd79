"""The copy of a student that a browser draws."""

from __future__ import annotations

from pathlib import Path

from pipeline.posers.student.errors import NoStudentError, PoorStudentError, StudentFileError
from pipeline.posers.student.file import fitting_bytes
from pipeline.posers.student.model import Student
from pipeline.posers.student.recipe import BROWSER_RANKS, LARGEST_BROWSER_FILE
from pipeline.posers.student.shelf import open_student
from pipeline.types import Character


def browser_bytes(student: Student) -> bytes:
    """A coarser file of at most 4 MB, for ``studio/static/student.js``. It takes seconds."""
    return fitting_bytes(student, BROWSER_RANKS, LARGEST_BROWSER_FILE)


def browser_student(character: Character, shelf: Path) -> bytes | None:
    """The same for a character; None where ``--poser auto`` would not draw it with a student."""
    if character.picture is None:
        return None
    try:
        return browser_bytes(open_student(character, shelf))
    except (NoStudentError, PoorStudentError, StudentFileError):
        return None
