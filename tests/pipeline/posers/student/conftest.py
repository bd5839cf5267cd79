"""A student made once for all tests: of a drawn character's picture, by the real teacher, with a tiny budget."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy.typing as npt
import pytest
from PIL import Image

from pipeline.characters import make_character
from pipeline.distil import example_poses
from pipeline.posers import open_poser
from pipeline.posers.student.design import Turns
from pipeline.posers.student.distil import Distilled, distil
from pipeline.posers.student.recipe import Ranks, Recipe
from pipeline.posers.student.teacher import Device, Flows, Teacher, open_teacher
from pipeline.progress import ignore
from pipeline.types import (
    DEFAULT_SETTINGS,
    FULL,
    Character,
    CharacterKind,
    Frames,
    Poses,
    PromptSource,
    Source,
    neutral_poses,
)
from pipeline.types.spec import Edition
from tests.pipeline.posers.tha3.official import official_folder


class Remembered:
    """A real teacher who is asked everything once, and counts what is asked."""

    def __init__(self, teacher: Teacher) -> None:
        self._teacher = teacher
        self._known: dict[bytes, tuple[npt.NDArray[Any], ...]] = {}
        self.device = teacher.device
        self.faces_asked = 0
        self.figures_asked = 0

    def faces(self, poses: Poses) -> Frames:
        self.faces_asked += len(poses)
        (faces,) = self._remember(poses.tobytes(), lambda: (self._teacher.faces(poses),))
        return faces

    def figures(self, faces: Frames, turns: Turns) -> tuple[Frames, Flows]:
        self.figures_asked += len(turns)
        pictures, flows = self._remember(faces.tobytes() + turns.tobytes(), lambda: self._teacher.figures(faces, turns))
        return pictures, flows

    def _remember(
        self, question: bytes, ask: Callable[[], tuple[npt.NDArray[Any], ...]]
    ) -> tuple[npt.NDArray[Any], ...]:
        key = hashlib.sha256(question).digest()
        if key not in self._known:
            self._known[key] = ask()
        return self._known[key]


TINY = Recipe(faces=256, turns=64, held_out=4, ranks=Ranks(64, 32, 16))


@dataclass(frozen=True)
class Made:
    """What the session's student was made from, and what came of it."""

    picture: Frames
    character: Character
    teacher: Remembered
    distilled: Distilled


def drawn_picture() -> Frames:
    """A drawn character's picture, uint8 [512, 512, 4]. The first edition's never change, so neither do its figures."""
    made = make_character(
        PromptSource("girl, short brown hair, school uniform, no glasses", 8, Source.DRAWN), ignore
    ).character
    if made.spec is None:
        raise ValueError("a drawn character has a spec")
    character = replace(made, spec=replace(made.spec, edition=Edition.FIRST))
    picture: Frames = open_poser(character).pose(character, neutral_poses(1), 512, FULL)[0]
    return picture


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    pytest.importorskip("openvino", reason="needs the extra 'neural'")
    official_folder()
    picture = drawn_picture()
    buffer = io.BytesIO()
    Image.fromarray(picture).save(buffer, "PNG")
    teacher = Remembered(open_teacher(picture, Device.CPU, DEFAULT_SETTINGS.models))
    work: Path = tmp_path_factory.mktemp("work")
    distilled = distil(picture, example_poses(), TINY, lambda: teacher, work)
    assert not any(work.iterdir()), "what a finished run kept is removed"
    return Made(picture, Character(CharacterKind.UPLOADED, picture=buffer.getvalue()), teacher, distilled)
