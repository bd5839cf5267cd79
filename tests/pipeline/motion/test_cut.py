"""The best part of a motion, and loops that do not jump."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from pipeline.motion.cut import close_loop, trim
from pipeline.types import POSE_INDEX, Gesture, Loop, PoseTrack, neutral_poses

FPS = 25.0


def swaying(seconds: float, lively: tuple[float, float] = (0, 1e9), rate: float = 0.8) -> PoseTrack:
    """A head that turns to and fro between two times, and is still otherwise."""
    time = np.arange(round(seconds * FPS)) / FPS
    poses = neutral_poses(len(time))
    moving = (time >= lively[0]) & (time < lively[1])
    poses[:, POSE_INDEX["head_y"]] = np.where(moving, 0.6 * np.sin(2 * np.pi * rate * (time - lively[0])), 0)
    poses[:, POSE_INDEX["breathing"]] = (1 - np.cos(2 * np.pi * time / 3)) / 2
    return PoseTrack.still(poses, FPS)


def test_a_short_clip_is_kept_whole() -> None:
    track = swaying(4)
    assert len(trim(track, 6)) == len(track)
    assert trim(track, None) is track


def test_the_liveliest_seconds_are_chosen() -> None:
    best = trim(swaying(20, (9, 15)), 5)
    assert len(best) == 125
    assert np.abs(best.poses[:, POSE_INDEX["head_y"]]).mean() > 0.25


def test_a_smile_is_worth_more_than_a_head_that_sways() -> None:
    track = swaying(20, (0, 10))
    time = np.arange(len(track)) / FPS
    smile = np.clip(np.sin(np.pi * (time - 12) / 2), 0, 1) * ((time > 12) & (time < 18))
    for side in ("left", "right"):
        track.poses[:, POSE_INDEX[f"mouth_raised_corner_{side}"]] = smile
    best = trim(track, 5)
    assert best.poses[:, POSE_INDEX["mouth_raised_corner_left"]].mean() > 0.3


def test_looking_down_at_the_button_is_not_worth_watching() -> None:
    track = swaying(12, (6, 11), rate=0.4)
    track.poses[:125, POSE_INDEX["head_x"]] = -0.9
    track.poses[:125, [POSE_INDEX["eye_wink_left"], POSE_INDEX["eye_wink_right"]]] = 0.8
    best = trim(track, 5)
    assert best.poses[:, POSE_INDEX["head_x"]].mean() > -0.2


def test_a_dead_head_and_tail_are_cut() -> None:
    best = trim(swaying(5.5, (2, 4)), 6)
    assert 2.5 < best.seconds < 3.6


def test_frames_without_a_face_are_cut_at_both_ends() -> None:
    track = swaying(4)
    tracked = track.tracked.copy()
    tracked[:20] = tracked[-10:] = False
    best = trim(PoseTrack(FPS, track.poses, tracked), 6)
    assert len(best) == 70
    assert best.tracked.all()


@pytest.mark.parametrize("at", [0, 60, 97])
def test_a_face_that_flashes_up_keeps_what_was_filled_in_around_it(at: int) -> None:
    track = swaying(4)
    tracked = np.zeros(100, np.bool_)
    tracked[at : at + 3] = True
    best = trim(PoseTrack(FPS, track.poses, tracked), 6)
    assert len(best) == 38
    assert best.tracked.sum() == 3


def test_a_selection_takes_everything_along() -> None:
    track = PoseTrack(
        FPS,
        neutral_poses(10),
        np.ones(10, np.bool_),
        neutral_frames=(1, 5, 9),
        gestures=(Gesture("wave", 0, 3), Gesture("peace", 4, 9)),
        emotions=np.tile(np.arange(10, dtype=np.float32)[:, None], (1, 7)),
        places=np.tile(np.arange(10, dtype=np.float32)[:, None], (1, 3)),
    )
    part = track.part(slice(4, 8))
    assert part.places is not None
    assert part.places[:, 0].tolist() == [4, 5, 6, 7]
    assert part.neutral_frames == (1,)
    assert part.gestures == (Gesture("peace", 0, 4),)
    assert part.emotions is not None
    assert part.emotions[0, 0] == 4


@pytest.mark.parametrize("seconds", [2.0, 2.3, 4.1, 6.0])
def test_an_automatic_loop_has_no_jump(seconds: float) -> None:
    closed = close_loop(swaying(seconds), Loop.AUTO)
    column = closed.poses[:, POSE_INDEX["head_y"]]
    assert closed.loops
    assert abs(column[0] - column[-1]) <= np.abs(np.diff(column)).max() + 1e-3
    assert np.abs(closed.poses).max() <= 1
    breath = closed.poses[:, POSE_INDEX["breathing"]]
    assert abs(breath[0] - breath[-1]) < 0.1


@pytest.mark.parametrize("loop", [Loop.AUTO, Loop.PINGPONG])
def test_the_head_is_back_in_its_place_when_a_loop_begins_again(loop: Loop) -> None:
    track = swaying(4)
    places = np.linspace(0, 0.1, len(track), dtype=np.float32)[:, None].repeat(3, axis=1)
    closed = close_loop(replace(track, places=places), loop).places
    assert closed is not None
    assert np.abs(closed[-1] - closed[0]).max() < 0.015
    assert closed.max() > 0.08


def test_there_and_back_again() -> None:
    closed = close_loop(swaying(2), Loop.PINGPONG)
    assert len(closed) == 98
    column = closed.poses[:, POSE_INDEX["head_y"]]
    assert np.array_equal(column[1:50], column[:48:-1])


def test_what_shows_on_the_way_there_shows_on_the_way_back() -> None:
    track = swaying(2)
    gestures = (Gesture("hearts", 0, 1), Gesture("peace", 5, 12), Gesture("wave", 40, 50))
    closed = close_loop(replace(track, gestures=gestures), Loop.PINGPONG)
    there = (Gesture("hearts", 0, 1), Gesture("peace", 5, 12))
    assert closed.gestures == (*there, Gesture("wave", 40, 59), Gesture("peace", 87, 94))
    # The same poses lie under both.
    assert np.array_equal(closed.poses[5:12, 40], closed.poses[87:94, 40][::-1])
    assert np.array_equal(closed.poses[40:50, 40], closed.poses[49:59, 40][::-1])


def test_none_leaves_it_as_it_is() -> None:
    track = swaying(3.3)
    assert close_loop(track, Loop.NONE) is track
