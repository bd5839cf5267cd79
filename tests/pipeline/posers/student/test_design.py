"""The poses that a teacher is asked for."""

from __future__ import annotations

import numpy as np

from pipeline.posers.student import design
from pipeline.types import POSE_HIGH, POSE_LOW, Poses

EXAMPLES: Poses = np.random.default_rng(4).uniform(POSE_LOW, POSE_HIGH, (90, 45)).astype(np.float32)


def test_faces_begin_with_every_entry_alone_and_stay_in_range() -> None:
    faces = design.faces(600, EXAMPLES, 0)
    assert faces.shape == (600, 45)
    assert not faces[0].any()
    alone = {int(np.flatnonzero(pose)[0]) for pose in faces[: len(design.face_anchors())] if (pose != 0).sum() == 1}
    assert alone == set(range(39))
    assert (faces >= POSE_LOW).all()
    assert (faces <= POSE_HIGH).all()
    assert not faces[:, 39:].any()


def test_a_quarter_of_the_faces_close_their_eyes_or_speak_alone() -> None:
    faces = design.faces(3000, EXAMPLES, 0)[len(design.face_anchors()) :]
    eyes = (faces[:, 12:26].reshape(-1, 7, 2) > 0).any(2)
    for closing in (0, 1, 3):
        only = eyes[:, closing] & (eyes.sum(1) == 1)
        assert only.mean() > 0.05
        glances = np.abs(faces[only][:, 37:39]).max(1) > 0.5
        assert glances.mean() > 0.3, "a shut eye shows nothing of where it looks, which has to be learnt"


def test_eyes_close_under_full_brows_of_each_kind() -> None:
    faces = design.faces(640, EXAMPLES, 0)
    closed = faces[(faces[:, 12:14] == 1).all(1) & ~faces[:, 26:].any(1)]
    for brow in range(0, 12, 2):
        assert ((closed[:, brow : brow + 2] == 1).all(1) & (closed[:, :12].sum(1) == 2)).sum() == 1
    # Of few faces they are few: everything alone goes first.
    few = design.faces(256, EXAMPLES, 0)[len(design.face_anchors()) :]
    assert (few[:, :12] == 1).all(1).sum() < len(few) / 10


def test_lids_close_between_the_anchors_and_in_all_ways_under_brows_at_last() -> None:
    faces = design.faces(1152, EXAMPLES, 0)
    everyday, between, lids = np.split(faces, [907, 907 + 32])
    for kind in (12, 14, 18, 20):
        (own,) = np.nonzero(between[:, kind])
        assert len(own) == 8
        assert (between[own] != 0).sum(1).max() == 2
        strengths = np.unique(between[own][:, kind : kind + 2])
        np.testing.assert_allclose(strengths, [0.15, 0.3, 0.4, 0.6, 0.65, 0.85, 0.9], rtol=1e-6)
    assert ((lids[:, :12] >= 0.6).sum(1) >= 2).all()
    assert (lids[:, 12:26] >= 0.5).any(1).all()
    assert not lids[:, 26:37].any()
    assert 0.3 < (lids[:, 37:39] != 0).any(1).mean() < 0.5
    one_eye = (lids[:, 12:26:2] > 0).any(1) != (lids[:, 13:26:2] > 0).any(1)
    assert 70 <= one_eye.sum() <= 150
    assert everyday[len(design.face_anchors()) :, 26:].any(1).mean() > 0.75


def test_people_glance_further_than_examples_do() -> None:
    faces = design.faces(1152, EXAMPLES * 0.2, 0)[len(design.face_anchors()) : 907]
    far = np.abs(faces[:, 37:39]).max(1) > 0.7
    assert 0.2 < far.mean() < 0.5


def test_the_same_seed_asks_the_same_and_another_one_something_else() -> None:
    np.testing.assert_array_equal(design.faces(300, EXAMPLES, 5), design.faces(300, EXAMPLES, 5))
    np.testing.assert_array_equal(design.turns(300, EXAMPLES, 5), design.turns(300, EXAMPLES, 5))
    assert (design.faces(300, EXAMPLES, 5) != design.faces(300, EXAMPLES, 6)).any()
    assert (design.turns(300, EXAMPLES, 5) != design.turns(300, EXAMPLES, 6)).any()


def test_turns_reach_every_end_and_cover_the_range() -> None:
    turns = design.turns(512, EXAMPLES, 0)
    anchors = turns[: len(design.turn_anchors())]
    assert not turns[0].any()
    assert len(np.unique(turns[(np.abs(turns[:, :5]) == 1).all(1)][:, :5], axis=0)) == 32, "every corner"
    np.testing.assert_array_equal(anchors.max(0), np.ones(6))
    np.testing.assert_array_equal(anchors.min(0), [-1, -1, -1, -1, -1, 0])
    assert (np.abs(turns[:, :5]) <= 1).all()
    # No place of the range is far from what was asked: in the three numbers of the head, half a range at most.
    places = np.random.default_rng(0).uniform(-1, 1, (200, 3))
    nearest = np.sqrt(((places[:, None] - turns[None, :, :3]) ** 2).sum(-1)).min(1)
    assert nearest.max() < 0.6


def test_held_out_poses_are_none_of_those_it_learns_from() -> None:
    held_out = design.held_out(24, EXAMPLES, 0)
    faces = design.faces(600, EXAMPLES, 0)
    distance = np.abs(held_out[:, None, :39] - faces[None, :, :39]).max(-1)
    assert distance.min() > 0.02


def test_corners_of_the_range_come_equally_often_and_every_other_one_not_quite_so_far() -> None:
    turns = design.turns(1056, EXAMPLES * 0.7, 0)[len(design.turn_anchors()) :]
    ends = np.where(turns[:, 5:] > 0.5, POSE_HIGH[39:], POSE_LOW[39:])
    ends[:, :5] = np.sign(turns[:, :5])
    far = (np.abs(turns - ends)[:, :5] <= 0.2).all(1) & (np.abs(turns - ends)[:, 5] <= 0.2)
    assert 0.25 < far.mean() < 0.33
    _, times = np.unique(ends[far], axis=0, return_counts=True)
    assert len(times) == 64
    assert times.min() >= 3
    exact = (turns == ends)[far].all(1)
    assert 0.45 < exact.mean() < 0.6


def test_a_few_turns_are_not_all_corners() -> None:
    few = design.turns(48, EXAMPLES * 0.7, 0)[len(design.turn_anchors()) :]
    assert (np.abs(few[:, :5]) >= 0.8).all(1).sum() <= 2
