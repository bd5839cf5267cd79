"""A student made once for all tests: of a drawn character's picture, by the real teacher, with a tiny budget."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
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
    """A real teacher who is asked for each pose once, and counts what is asked."""

    def __init__(self, teacher: Teacher) -> None:
        self._teacher = teacher
        self._faces: dict[bytes, Frames] = {}
        self._figures: dict[bytes, tuple[Frames, Flows]] = {}
        self.device = teacher.device
        self.faces_asked = 0
        self.figures_asked = 0

    def faces(self, poses: Poses) -> Frames:
        self.faces_asked += len(poses)
        keys = [pose.tobytes() for pose in poses]
        new = [number for number, key in enumerate(keys) if key not in self._faces]
        if new:
            self._faces |= zip([keys[number] for number in new], self._teacher.faces(poses[new]), strict=True)
        return np.stack([self._faces[key] for key in keys])

    def figures(self, faces: Frames, turns: Turns) -> tuple[Frames, Flows]:
        self.figures_asked += len(turns)
        keys = [face.tobytes() + turn.tobytes() for face, turn in zip(faces, turns, strict=True)]
        new = [number for number, key in enumerate(keys) if key not in self._figures]
        if new:
            answers = zip(*self._teacher.figures(faces[new], turns[new]), strict=True)
            self._figures |= zip([keys[number] for number in new], answers, strict=True)
        pictures, flows = zip(*(self._figures[key] for key in keys), strict=True)
        return np.stack(pictures), np.stack(flows)


TINY = Recipe(faces=128, turns=32, held_out=2, ranks=Ranks(64, 16, 12))
"""Every entry of a face alone, full and half, and every turn alone: asking the teacher takes nearly all the time."""


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
