"""What is seen moves the character, and life goes on where nothing is."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from pipeline.motion.live.idle import Idle
from pipeline.motion.live.one_euro import Smoothing, Steady, one_euro_program
from pipeline.motion.live.performer import Moment, Performer, wear
from pipeline.types import POSE_INDEX, POSE_SIZE, Poses, make_pose

WINK = [POSE_INDEX["eye_wink_left"], POSE_INDEX["eye_wink_right"]]
OPEN = make_pose(mouth_aaa=1, head_y=0.8)


def played(performer: Performer, seconds: float, seen: Poses | None = None, start: float = 0.0) -> Poses:
    """Poses [T, 45] at 60 a second; ``seen`` is seen in each of them."""
    made = []
    for now in start + np.arange(round(seconds * 60)) / 60:
        if seen is not None:
            performer.see(Moment(seen), float(now))
        made.append(performer.step(float(now)).pose)
    return np.array(made)


def test_who_is_seen_moves_it() -> None:
    poses = played(Performer(), 2, OPEN)
    assert poses[0, POSE_INDEX["mouth_aaa"]] < 0.05
    assert poses[-1, POSE_INDEX["mouth_aaa"]] == pytest.approx(1, abs=0.02)
    assert poses[-1, POSE_INDEX["head_y"]] == pytest.approx(0.8, abs=0.02)
    assert poses[:, POSE_INDEX["breathing"]].max() > 0.5  # nobody is seen breathing, so it goes on by itself


def test_a_mirror_swaps_sides() -> None:
    performer = Performer()
    performer.manner = replace(performer.manner, mirror=True)
    pose = played(performer, 2, make_pose(eye_wink_left=1, head_y=0.8))[-1]
    assert pose[POSE_INDEX["eye_wink_right"]] > 0.95
    assert pose[POSE_INDEX["eye_wink_left"]] < 0.05
    assert pose[POSE_INDEX["head_y"]] == pytest.approx(-0.8, abs=0.02)


@pytest.mark.parametrize("mirror", [False, True])
def test_a_head_goes_to_its_place_and_back(mirror: bool) -> None:
    performer = Performer()
    performer.manner = replace(performer.manner, mirror=mirror)
    seen = Moment(OPEN, np.array([0.08, -0.04, 0.06], np.float32))
    for now in np.arange(120) / 60:
        performer.see(seen, float(now))
        there = performer.step(float(now)).place
    assert there == pytest.approx([-0.08 if mirror else 0.08, -0.04, 0.06], abs=0.002)
    for now in 2 + np.arange(120) / 60:  # a phone says nothing about it
        performer.see(Moment(OPEN), float(now))
        back = performer.step(float(now)).place
    assert back == pytest.approx([0, 0, 0], abs=0.005)


def test_what_nobody_knows_is_alive() -> None:
    voice = np.full(POSE_SIZE, np.nan, np.float32)
    voice[POSE_INDEX["mouth_ooo"]] = 0.9
    poses = played(Performer(), 20, voice)
    assert poses[-1, POSE_INDEX["mouth_ooo"]] > 0.85
    assert poses[:, WINK].max() > 0.9
    assert 3 <= (np.diff((poses[:, WINK[0]] > 0.5).astype(int)) > 0).sum() <= 12


def test_who_is_lost_comes_to_rest_and_lives() -> None:
    performer = Performer()
    played(performer, 2, OPEN)
    after = played(performer, 20, None, 2.0)
    assert after[6, POSE_INDEX["mouth_aaa"]] > 0.9  # a face that is lost for a moment is still there
    assert after[90, POSE_INDEX["mouth_aaa"]] < 0.05
    assert np.abs(np.diff(after, axis=0)).max() < 0.5
    assert after[120:, WINK].max() > 0.9
    assert np.ptp(after[120:, POSE_INDEX["iris_rotation_y"]]) > 0.1


def test_without_life_it_stands_still() -> None:
    performer = Performer()
    performer.manner = replace(performer.manner, idle=False)
    assert not played(performer, 5).any()


def test_an_expression_is_worn_while_a_mouth_talks() -> None:
    angry = make_pose(eyebrow_angry=1, head_x=-0.2, mouth_lowered_corner=0.7)
    worn = wear(make_pose(eyebrow_raised=0.8, mouth_aaa=0.6, head_x=0.5, eye_wink=0.5), angry)
    assert worn[POSE_INDEX["eyebrow_angry_left"]] == 1
    assert worn[POSE_INDEX["eyebrow_raised_left"]] == 0
    assert worn[POSE_INDEX["mouth_aaa"]] == pytest.approx(0.6)
    assert worn[POSE_INDEX["head_x"]] == pytest.approx(0.3)
    assert worn[POSE_INDEX["eye_wink_left"]] == 0.5  # it says nothing about eyes


def test_the_same_seed_is_the_same_life() -> None:
    times = np.arange(600) / 30
    one, same, other = (np.array([life.at(float(t)) for t in times]) for life in (Idle(1), Idle(1), Idle(2)))
    assert np.array_equal(one, same)
    assert not np.array_equal(one, other)


def test_smoothing_takes_the_trembling_and_leaves_the_turn() -> None:
    rng = np.random.default_rng(0)
    true = np.repeat([0.0, 0.0, 1.0, 1.0], 60)
    noisy = np.zeros((240, POSE_SIZE))
    noisy[:, POSE_INDEX["head_y"]] = true + rng.normal(0, 0.03, 240)
    steady = Steady()
    usual = Smoothing()
    calm = np.array([steady.next(pose, 1 / 60, usual.cutoffs(), usual.keenness) for pose in noisy])
    calm = calm[:, POSE_INDEX["head_y"]]
    assert np.diff(calm[20:110]).std() < 0.25 * np.diff(noisy[20:110, POSE_INDEX["head_y"]]).std()
    assert calm[140] > 0.85  # a third of a second later


def test_the_filter_as_a_program_is_the_filter() -> None:
    program = one_euro_program()
    rng = np.random.default_rng(3)
    steady, smoothing = Steady(), Smoothing(0.7, 2.5)
    last, speed = None, np.zeros(POSE_SIZE)
    for pose in rng.uniform(-1, 1, (50, POSE_SIZE)):
        last = pose if last is None else last
        values = {"value": pose, "last": last, "speed": speed, "seconds": 0.02}
        last, speed = program.run(values | {"cutoff": smoothing.cutoffs(), "keenness": smoothing.keenness})
        assert np.allclose(last, steady.next(pose, 0.02, smoothing.cutoffs(), smoothing.keenness), atol=1e-12)
