"""How many poses the teacher is asked for: what a number of seconds is spent on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from pipeline.posers.student.teacher import Device, TeacherName
from pipeline.threads import threads


@dataclass(frozen=True)
class Ranks:
    """Components of the three bases."""

    face: int
    flow: int
    rest: int

    def scaled(self, share: float) -> Ranks:
        """As many of each, times ``share``; at least one."""
        return Ranks(*(max(1, round(rank * share)) for rank in (self.face, self.flow, self.rest)))


FULL_RANKS: Final = Ranks(128, 192, 96)
"""What is kept on this machine, unless the file becomes larger than ``LARGEST_FILE``."""
LARGEST_FILE: Final = 9_500_000
"""Bytes."""
BROWSER_RANKS: Final = Ranks(80, 88, 32)
"""The same for a browser."""
LARGEST_BROWSER_FILE: Final = 4_000_000


@dataclass(frozen=True)
class Recipe:
    """What a student is made from. The same recipe gives the same bytes on the same machine.

    Attributes:
        faces, turns: how many poses the teacher is asked for; a multiple of ``CHUNK``.
        held_out: how many to judge by.
        seed: decides which poses.
        ranks: how fine the result is.
        teacher: who is asked.
    """

    faces: int
    turns: int
    held_out: int = 24
    seed: int = 0
    ranks: Ranks = FULL_RANKS
    teacher: TeacherName = TeacherName.THA3


CHUNK: Final = 32
_SECONDS: Final = {TeacherName.THA3: (0.05, 0.132), TeacherName.THA4: (1.2, 4.5)}
"""One core's time for a face and for a turned figure, with what is computed of them here."""
_TURNS_A_FACE: Final = 0.92
"""Turned figures for each face."""
_FIXED_SECONDS: Final = 12.0
_FIXED_SHARE: Final = 0.08
"""Opening the teacher, fitting and judging: wall time on two cores, and a part that grows with the samples."""
_GPU_SPEED: Final = 60.0
"""How many cores a GPU is worth."""
_SMALLEST: Final = (256, 128)
_LARGEST: Final = (3072, 4480)
"""More than this changes the figures by less than .1 dB and no longer fits in the file."""


def recipe_for(seconds: float, device: Device, seed: int = 0, teacher: TeacherName = TeacherName.THA3) -> Recipe:
    """What so many seconds of wall time are enough for on this machine, as far as one knows beforehand."""
    cores = threads()
    speed = _GPU_SPEED if device is Device.CUDA else float(cores)
    asking = max(0.0, (seconds - _FIXED_SECONDS) * (1 - _FIXED_SHARE)) * speed
    face, turn = _SECONDS[teacher]
    faces = asking / (face + _TURNS_A_FACE * turn)
    recipe = Recipe(_in_chunks(faces, 0), _in_chunks(faces * _TURNS_A_FACE, 1), seed=seed, teacher=teacher)
    return replace(recipe, turns=max(recipe.turns, _SMALLEST[1]))


def _in_chunks(count: float, which: int) -> int:
    return int(min(max(count, _SMALLEST[which]), _LARGEST[which])) // CHUNK * CHUNK
