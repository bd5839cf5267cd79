"""The poser that draws with a student."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from pipeline.posers.pictures import PicturePoser
from pipeline.posers.student.model import Student
from pipeline.posers.student.paint import Painter, straight
from pipeline.posers.student.shelf import open_student
from pipeline.types import DEFAULT_SETTINGS, Character, Frames, PoserName, Poses


class StudentPoser(PicturePoser):
    """Draws picture characters by their students.

    Args:
        shelf: the folder of finished students.
        models: the folder of third-party weights.
    """

    name = PoserName.STUDENT

    def __init__(self, shelf: Path = DEFAULT_SETTINGS.students, models: Path = DEFAULT_SETTINGS.models) -> None:
        super().__init__(models)
        self._shelf = shelf

    def draw(self, character: Character, poses: Poses, size: int) -> Iterator[Frames]:
        """As ``PicturePoser.draw``.

        Raises:
            UserError: the character has no student that can be used.
        """
        painter = _painter(open_student(character, self._shelf))
        for frames in painter.batches(poses, size):
            yield straight(frames)


@lru_cache(maxsize=2)
def _painter(student: Student) -> Painter:
    return Painter(student)
