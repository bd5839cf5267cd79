"""A preview is made in seconds: it blinks, speaks and turns as the teacher does, and its file is a student's."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from benchmarks.student_measures import solid
from pipeline.distil import example_poses
from pipeline.posers.student.bake import bake, baked
from pipeline.posers.student.errors import NoMovingFaceError
from pipeline.posers.student.figures import judge
from pipeline.posers.student.file import read_student
from pipeline.posers.student.model import Box, Student, premultiplied
from pipeline.posers.student.paint import Painter
from pipeline.posers.student.recipe import LARGEST_BROWSER_FILE
from pipeline.posers.student.teacher import FACE_LEFT, FACE_TOP
from pipeline.types import Frames, Poses, make_pose, neutral_poses
from tests.pipeline.posers.student.conftest import Made
from tests.pipeline.posers.student.strokes import StrokeTeacher, poses, stroke_picture


class Unmoved(StrokeTeacher):
    """Whatever is asked, the face is the same."""

    def faces(self, poses: Poses) -> Frames:
        return super().faces(neutral_poses(len(poses)))


def test_a_preview_is_a_students_file_and_draws_what_the_teacher_draws() -> None:
    teacher = StrokeTeacher()
    data = bake(stroke_picture(), poses(), teacher)
    assert teacher.asked < 200
    assert len(data) < LARGEST_BROWSER_FILE
    student = read_student(data)
    assert student.judgement is None
    asked = np.stack([make_pose(), make_pose(eye_wink_left=1.0, mouth_aaa=1.0), make_pose(eye_wink=1.0, head_y=0.5)])
    theirs = premultiplied(teacher.figures(teacher.faces(asked), asked[:, 39:])[0])
    ours = Painter(student).paint(asked, 512)
    assert np.abs(ours.astype(int) - theirs).mean() < 1.5
    box = student.face_box
    shut = np.abs(ours[1].astype(int) - ours[0])[box.rows, box.columns].max(-1) > 60
    assert shut.sum() == pytest.approx(2 * 12 * 24, rel=0.1), "one eye and the mouth, and nothing else"


def test_a_picture_without_a_moving_face_has_none() -> None:
    with pytest.raises(NoMovingFaceError):
        baked(stroke_picture(), poses(), Unmoved())


@pytest.fixture(scope="module")
def preview(made: Made) -> Student:
    return baked(made.picture, example_poses(), made.teacher)


def test_lids_shut_under_all_brows_and_mouths_open(made: Made, preview: Student) -> None:
    kinds = ("troubled", "angry", "lowered", "raised", "happy", "serious")
    rows = [{f"eyebrow_{kind}": 1.0, "eye_wink": 1.0} for kind in kinds]
    rows += [{"eye_wink_left": 1.0}, {"eye_happy_wink": 1.0, "iris_rotation_y": 1.0}, {"mouth_aaa": 1.0}]
    rows += [{"mouth_delta": 1.0, "mouth_raised_corner": 1.0}]
    between = [{"eye_wink": 0.6}, {"mouth_ooo": 0.5}]
    rows += between
    faces = np.stack([make_pose(), *(make_pose(**row) for row in rows)])
    box = preview.face_box
    theirs = np.stack([_in_box(face, box) for face in premultiplied(made.teacher.faces(faces))]).astype(float)
    ours = Painter(preview).faces(faces)
    for row, their, our in zip(rows, theirs[1:] - theirs[0], ours[1:] - theirs[0], strict=True):
        share = float((our * their).sum() / (their * their).sum())
        assert share == pytest.approx(1.0, abs=0.12 if row in between else 0.06), row


def test_turns_are_the_teachers_and_nothing_tears(made: Made, preview: Student) -> None:
    examples = example_poses()
    chosen = examples[np.random.default_rng(5).integers(len(examples), size=8)]
    faces = made.teacher.faces(chosen)
    truth = premultiplied(made.teacher.figures(faces, chosen[:, 39:])[0])
    drawn = Painter(preview).paint(chosen, 512)
    found = judge(drawn, truth, preview.face_box)
    still = judge(np.repeat(preview.source[None], len(chosen), 0), truth, preview.face_box)
    assert found.psnr.figure > 24
    assert found.psnr.figure > still.psnr.figure + 5
    for frame in drawn:
        figure = solid(frame).astype(np.uint8)
        _, _, stats, _ = cv2.connectedComponentsWithStats(figure)
        # A pixel at the tip of a lock may stand alone; 26 would be a piece.
        assert stats[1:, cv2.CC_STAT_AREA].max() > 0.9995 * figure.sum()


def _in_box(face: Frames, box: Box) -> Frames:
    top, left = box.top - FACE_TOP, box.left - FACE_LEFT
    return face[top : top + box.height, left : left + box.width]
