"""The poser that draws with a student."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np

from pipeline.posers.signs import with_signs
from pipeline.posers.student.model import Student
from pipeline.posers.student.paint import Painter, straight
from pipeline.posers.student.shelf import open_student
from pipeline.posers.window import Window
from pipeline.types import DEFAULT_SETTINGS, FULL, Character, Frames, Framing, PoserName, Poses, PoseTrack

_BATCH: Final = 8


class StudentPoser:
    """Draws picture characters by their students.

    Args:
        shelf: the folder of finished students.
        models: the folder of third-party weights.
    """

    name = PoserName.STUDENT

    def __init__(self, shelf: Path = DEFAULT_SETTINGS.students, models: Path = DEFAULT_SETTINGS.models) -> None:
        self._shelf = shelf
        self._models = models

    def pose(self, character: Character, poses: Poses, size: int, framing: Framing = FULL) -> Frames:
        """Stills, as ``Poser.pose``.

        Raises:
            UserError: the character has no student that can be used.
        """
        return np.concatenate([np.empty((0, size, size, 4), np.uint8), *self._draw(character, poses, size, framing)])

    def animate(self, character: Character, track: PoseTrack, size: int, framing: Framing = FULL) -> Iterator[Frames]:
        """The track, as ``Poser.animate``; a picture has no hair of its own to swing."""
        yield from with_signs(self._draw(character, track.poses, size, framing), character, track, size, framing)

    def _draw(self, character: Character, poses: Poses, size: int, framing: Framing) -> Iterator[Frames]:
        painter = _painter(open_student(character, self._shelf))
        window = Window(size, framing, self._models)
        for start in range(0, len(poses), _BATCH):
            yield window.show(straight(painter.paint(poses[start : start + _BATCH], window.drawn)))


@lru_cache(maxsize=2)
def _painter(student: Student) -> Painter:
    return Painter(student)
