"""Frames drawn by a student."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from pipeline.posers import PoserUnsuitedError, open_poser
from pipeline.posers.student.errors import NoStudentError, PoorStudentError, StudentFileError
from pipeline.posers.student.file import student_bytes
from pipeline.posers.student.model import premultiplied
from pipeline.posers.student.paint import Painter, straight
from pipeline.posers.student.poser import StudentPoser
from pipeline.posers.student.shelf import keep_student, open_student, student_path
from pipeline.types import (
    BUST,
    FULL,
    Character,
    CharacterKind,
    PipelineSettings,
    PoserName,
    PoseTrack,
    Psnr,
    RigSpec,
    make_pose,
    neutral_poses,
)
from tests.pipeline.posers.student.conftest import Made

POSES = np.stack([make_pose(), make_pose(eye_wink=1), make_pose(mouth_aaa=1, head_y=0.5), make_pose(neck_z=-1)])


@pytest.fixture
def shelf(made: Made, tmp_path: Path) -> Path:
    """A shelf with the session's student, with the figures of one that had more time."""
    judgement = replace(made.distilled.judgement, psnr=Psnr(41.0, 34.0, 32.0))
    keep_student(made.character, tmp_path, student_bytes(replace(made.distilled.student, judgement=judgement)))
    return tmp_path


def test_at_rest_it_shows_the_picture(made: Made, shelf: Path) -> None:
    frame = StudentPoser(shelf).pose(made.character, neutral_poses(1), 512)[0]
    difference = np.abs(premultiplied(frame).astype(int) - premultiplied(made.picture))
    assert difference.mean() < 1.5


def test_frames_have_the_size_and_the_square_that_is_asked_for(made: Made, shelf: Path) -> None:
    poser = StudentPoser(shelf)
    for size, framing in ((512, FULL), (256, FULL), (64, BUST), (320, BUST), (700, FULL)):
        frames = poser.pose(made.character, POSES, size, framing)
        assert frames.shape == (4, size, size, 4)
        assert frames.dtype == np.uint8
    assert poser.pose(made.character, POSES[:0], 64).shape == (0, 64, 64, 4)
    large, small = (poser.pose(made.character, POSES, size).astype(float) for size in (512, 256))
    halved = large.reshape(4, 256, 2, 256, 2, 4).mean((2, 4))
    assert np.abs(halved - small)[..., 3].mean() < 1.0


def test_a_track_comes_in_batches_and_shows_the_same(made: Made, shelf: Path) -> None:
    track = PoseTrack.still(np.repeat(POSES, 5, axis=0))
    batches = list(StudentPoser(shelf).animate(made.character, track, 128, BUST))
    assert [len(batch) for batch in batches] == [8, 8, 4]
    stills = StudentPoser(shelf).pose(made.character, POSES, 128, BUST)
    animated = np.concatenate(batches)[::5]
    np.testing.assert_array_equal(animated, stills)


def test_straight_alpha_is_the_inverse_of_premultiplying() -> None:
    rng = np.random.default_rng(3)
    pictures = rng.integers(4, 256, (2, 16, 16, 4), np.uint8)
    pictures[0, :4, :, 3] = 0
    pictures[0, 4:8, :, 3] = 255
    again = premultiplied(straight(premultiplied(pictures)))
    np.testing.assert_array_equal(again, premultiplied(pictures))
    assert not straight(premultiplied(pictures))[0, :4].any()


def test_auto_takes_the_student_of_just_this_picture(made: Made, shelf: Path) -> None:
    settings = PipelineSettings(students=shelf)
    assert open_poser(made.character, settings=settings).name is PoserName.STUDENT
    assert open_poser(made.character, PoserName.THA3, settings).name is PoserName.THA3
    other = Character(CharacterKind.UPLOADED, picture=_png_with_one_pixel_changed(made))
    assert open_poser(other, settings=settings).name is PoserName.THA3
    with pytest.raises(NoStudentError, match="animemoji distil"):
        open_poser(other, PoserName.STUDENT, settings)
    with pytest.raises(PoserUnsuitedError):
        open_poser(Character(CharacterKind.DRAWN, spec=RigSpec()), PoserName.STUDENT, settings)


def _png_with_one_pixel_changed(made: Made) -> bytes:
    import io

    from PIL import Image

    picture = made.picture.copy()
    picture[300, 256] ^= 0x7F
    buffer = io.BytesIO()
    Image.fromarray(picture).save(buffer, "PNG")
    return buffer.getvalue()


@pytest.mark.parametrize("fault", ["poor", "damaged"])
def test_a_student_that_is_no_good_is_not_used_and_that_is_said(
    made: Made, shelf: Path, fault: str, caplog: pytest.LogCaptureFixture
) -> None:
    settings = PipelineSettings(students=shelf)
    file = student_path(made.character, shelf)
    if fault == "poor":
        judgement = replace(made.distilled.judgement, psnr=Psnr(33.0, 21.0, 20.0))
        file.write_bytes(student_bytes(replace(made.distilled.student, judgement=judgement)))
    else:
        file.write_bytes(made.distilled.data[:1000])
    with caplog.at_level(logging.WARNING):
        assert open_poser(made.character, settings=settings).name is PoserName.THA3
    assert "animemoji distil" in caplog.text or "--seconds" in caplog.text
    with pytest.raises(PoorStudentError if fault == "poor" else StudentFileError):
        open_student(made.character, shelf)
    with pytest.raises(PoorStudentError if fault == "poor" else StudentFileError):
        open_poser(made.character, PoserName.STUDENT, settings)


def test_the_painter_keeps_within_the_figure_box(made: Made) -> None:
    student = made.distilled.student
    frames = Painter(student).paint(POSES, 512)
    outside = np.ones((512, 512), np.bool_)
    outside[student.figure_box.rows, student.figure_box.columns] = False
    assert not frames[:, outside].any()
