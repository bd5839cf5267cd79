"""What a student does for each of the 45 numbers, alone and in pairs: eyes close, mouths open, nothing tears."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from benchmarks.student_measures import alone, least_overlap, pairs, solid, whole
from pipeline.posers.student.kernels import FACE_NUMBERS
from pipeline.posers.student.model import premultiplied
from pipeline.posers.student.paint import Painter
from pipeline.posers.student.teacher import FACE_LEFT, FACE_TOP
from pipeline.types import POSE_NAMES, Frames, Poses, make_pose, neutral_poses
from tests.pipeline.posers.student.conftest import Made


def made_of_the_change(made: Made, poses: Poses) -> list[tuple[float, int]]:
    """For each pose how much of the teacher's change of the face the student makes, by least squares (1 is all of it),
    and how many pixels the teacher changes visibly."""
    box = made.distilled.student.face_box
    rows = slice(box.top - FACE_TOP, box.top - FACE_TOP + box.height)
    columns = slice(box.left - FACE_LEFT, box.left - FACE_LEFT + box.width)
    poses = np.concatenate([neutral_poses(1), poses])
    theirs = premultiplied(made.teacher.faces(poses)[:, rows, columns]).astype(np.float32)
    ours = Painter(made.distilled.student).faces(poses)
    changes = theirs[1:] - theirs[0]
    return [
        (float(((our - theirs[0]) * change).sum() / (change * change).sum()), int((np.abs(change) > 6).any(-1).sum()))
        for our, change in zip(ours[1:], changes, strict=True)
    ]


def test_blinks_close_and_mouths_open_as_far_as_the_teachers(made: Made) -> None:
    lids = [{"eye_wink": 1.0}, {"eye_wink_left": 1.0}, {"eye_happy_wink": 1.0}, {"eye_wink": 0.5}]
    for entries, (share, _) in zip(lids, made_of_the_change(made, stacked(lids)), strict=True):
        assert share == pytest.approx(1.0, abs=0.03), entries
    mouths = [{"mouth_aaa": 1.0}, {"mouth_ooo": 1.0}, {"mouth_aaa": 0.5}]
    for entries, (share, _) in zip(mouths, made_of_the_change(made, stacked(mouths)), strict=True):
        assert share == pytest.approx(1.0, abs=0.15), entries


def test_lids_close_under_full_brows(made: Made) -> None:
    """Learnt from 128 faces, each of which moves one entry alone, or one of each side."""
    for brows in ("eyebrow_raised", "eyebrow_lowered", "eyebrow_troubled"):
        rows = [{brows: 1.0, "eye_wink": 1.0}, {brows: 1.0, "eye_relaxed": 1.0}]
        for entries, (share, _) in zip(rows, made_of_the_change(made, stacked(rows)), strict=True):
            assert share > 0.87, entries


def stacked(rows: list[dict[str, float]]) -> Poses:
    return np.stack([make_pose(**row) for row in rows])


def test_every_number_of_the_face_does_what_the_teacher_does(made: Made) -> None:
    poses = alone()
    poses = poses[poses[:, :39].any(1)]
    for pose, (share, pixels) in zip(poses, made_of_the_change(made, poses), strict=True):
        # What hardly shows need not be met: a corner of a closed mouth of three pixels' height.
        if pixels > 60:
            assert share > 0.6, POSE_NAMES[int(np.flatnonzero(pose)[0])]


def test_each_number_alone_does_not_tear_and_turns_are_seen(made: Made) -> None:
    poses = np.concatenate([neutral_poses(1), alone()])
    frames = Painter(made.distilled.student).paint(poses, 256)
    check_whole(frames)
    for pose, frame in zip(poses[1:], frames[1:], strict=True):
        if pose[39:44].any():
            assert (np.abs(frame.astype(int) - frames[0]).max(-1) > 6).sum() > 300


def test_pairs_of_numbers_at_their_ends_do_not_tear(made: Made) -> None:
    check_whole(Painter(made.distilled.student).paint(np.concatenate([neutral_poses(1), pairs()]), 256))


def test_outlines_are_the_teachers(made: Made) -> None:
    """A few of what ``python -m benchmarks.students --outlines`` compares."""
    painter = Painter(made.distilled.student)
    turns = [pose for pose in alone() if pose[FACE_NUMBERS:].any()]
    for poses, overlap in ((np.stack(turns), 0.97), (pairs()[:6], 0.96)):
        assert least_overlap(painter, poses, solid(whole(made.teacher, poses))) > overlap


def check_whole(frames: Frames) -> None:
    """The figure is one piece without holes, about as large as at rest, and within its own colours."""
    rest = (frames[0, ..., 3] > 128).sum()
    for frame in frames:
        solid = (frame[..., 3] > 128).astype(np.uint8)
        assert 0.95 < solid.sum() / rest < 1.05
        _, _, stats, _ = cv2.connectedComponentsWithStats(solid)
        assert stats[1:, cv2.CC_STAT_AREA].max() > 0.99 * solid.sum()
        holes, _, _, _ = cv2.connectedComponentsWithStats(1 - solid)
        assert holes <= 4
        # Premultiplied colours are never brighter than their alpha, but for rounding and what is added after the warp.
        excess = frame[..., :3].astype(int) - frame[..., 3:]
        assert np.quantile(excess, 0.999) <= 8
