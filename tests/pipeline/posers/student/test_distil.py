"""A picture becomes a student: how close it comes, and what happens when a run is cut off."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from pipeline.distil import NeedsPictureError, distil_character, example_poses
from pipeline.posers.student.distil import DistilProgress, distil
from pipeline.posers.student.errors import NoMovingFaceError
from pipeline.posers.student.model import picture_key
from pipeline.posers.student.recipe import CHUNK, recipe_for
from pipeline.posers.student.teacher import Device
from pipeline.posers.student.timetable import Phase
from pipeline.types import DEFAULT_SETTINGS, Character, CharacterKind, JobCancelled, RigSpec
from tests.pipeline.posers.student.conftest import TINY, Made
from tests.pipeline.posers.student.strokes import poses


def test_even_a_tiny_budget_comes_close_to_the_teacher(made: Made) -> None:
    judgement = made.distilled.judgement
    assert judgement.psnr.figure > 25
    assert judgement.psnr.whole > 31
    assert judgement.psnr.head > 23
    assert judgement.ssim > 0.97
    assert len(made.distilled.data) < 7_000_000
    assert made.distilled.student.judgement == judgement
    assert made.distilled.student.picture == picture_key(made.picture)
    assert set(made.distilled.seconds) == {phase.value for phase in Phase}


def test_a_cut_off_run_goes_on_where_it_ended_and_gives_the_same_bytes(made: Made, tmp_path: Path) -> None:
    def cancel_in(phase: Phase) -> Iterator[None]:
        def on_progress(progress: DistilProgress) -> None:
            if progress.phase is phase and progress.fraction > 0.3:
                raise JobCancelled

        with pytest.raises(JobCancelled):
            distil(made.picture, example_poses(), TINY, lambda: made.teacher, tmp_path, on_progress)
        yield

    asked = made.teacher.faces_asked, made.teacher.figures_asked
    for _ in (*cancel_in(Phase.FACES), *cancel_in(Phase.TURNS)):
        pass
    kept = sorted(path.name for path in tmp_path.glob("*/*"))
    assert "faces_0.npz" in kept
    assert not [name for name in kept if name.endswith(".part")]
    # A file that was damaged meanwhile, and one that holds answers to other questions, are asked for again.
    (damaged,) = tmp_path.glob("*/faces_32.npz")
    content = bytearray(damaged.read_bytes())
    content[len(content) // 2] ^= 0xFF
    damaged.write_bytes(content)
    damaged.with_name("faces_64.npz").write_bytes(damaged.with_name("faces_96.npz").read_bytes())
    seen: list[DistilProgress] = []
    finished = distil(made.picture, example_poses(), TINY, lambda: made.teacher, tmp_path, seen.append)
    assert finished.data == made.distilled.data
    assert not any(tmp_path.iterdir())
    faces = made.teacher.faces_asked - asked[0]
    assert faces == TINY.faces + 3 + TINY.held_out + 2 * CHUNK
    assert made.teacher.figures_asked - asked[1] == TINY.turns + TINY.held_out
    check_progress(seen)


def check_progress(seen: list[DistilProgress]) -> None:
    """It grows to the end, and says how long it takes."""
    fractions = [progress.fraction for progress in seen]
    assert fractions == sorted(fractions)
    assert fractions[0] == 0
    assert fractions[-1] > 0.9
    assert list(dict.fromkeys(progress.phase for progress in seen)) == list(Phase)
    assert all(progress.seconds_left is not None for progress in seen[len(seen) // 2 :])


def test_the_teacher_says_the_same_twice(made: Made) -> None:
    asked = example_poses()[:1]
    first = made.teacher._teacher.faces(asked)
    np.testing.assert_array_equal(made.teacher._teacher.faces(asked), first)
    one, other = (made.teacher._teacher.figures(first, asked[:, 39:]) for _ in range(2))
    np.testing.assert_array_equal(one[0], other[0])
    np.testing.assert_array_equal(one[1], other[1])


def test_a_gpus_teacher_says_what_a_processors_says(made: Made) -> None:
    """The same code on a processor, two poses together and one alone."""
    from pipeline.posers.student.teacher import TorchTeacher
    from pipeline.posers.tha3.poser import open_networks

    teacher = TorchTeacher(made.picture, open_networks(DEFAULT_SETTINGS.models), Device.CPU, 2)
    asked = example_poses()[[3, 40, 80]]
    faces = teacher.faces(asked)
    assert np.abs(faces.astype(int) - made.teacher.faces(asked)).max() <= 1
    pictures, flows = teacher.figures(faces, asked[:, 39:])
    expected, expected_flows = made.teacher.figures(faces, asked[:, 39:])
    seen = expected[..., 3] > 0
    assert np.abs(pictures.astype(int) - expected)[seen].mean() < 0.5
    assert np.abs(flows.astype(float) - expected_flows).mean() * 256 < 0.15


def test_a_picture_in_which_no_face_moves_is_refused_at_once(made: Made, tmp_path: Path) -> None:
    from pipeline.posers.student.teacher import open_teacher

    image = Image.new("RGBA", (512, 512))
    ImageDraw.Draw(image).rectangle((150, 100, 360, 511), fill=(90, 120, 60, 255))
    picture = np.asarray(image)
    teacher = partial(open_teacher, picture, Device.CPU, DEFAULT_SETTINGS.models)
    with pytest.raises(NoMovingFaceError, match="open eyes"):
        distil(picture, poses(), TINY, teacher, tmp_path)
    assert not any(tmp_path.iterdir())


def test_a_drawn_character_needs_no_student() -> None:
    with pytest.raises(NeedsPictureError):
        distil_character(Character(CharacterKind.DRAWN, spec=RigSpec()), 60, Device.CPU)


def test_more_seconds_ask_for_more_up_to_what_fits_in_a_file() -> None:
    recipes = [recipe_for(seconds, Device.CPU) for seconds in (20, 60, 120, 300, 900, 86400)]
    for less, more in pairwise(recipes):
        assert less.faces <= more.faces <= 3072
        assert less.turns <= more.turns <= 4480
    assert recipes[0].faces >= 256
    assert all(recipe.faces % CHUNK == 0 and recipe.turns % CHUNK == 0 for recipe in recipes)
    assert recipe_for(60, Device.CUDA).turns > recipe_for(60, Device.CPU).turns
