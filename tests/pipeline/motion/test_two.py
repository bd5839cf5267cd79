"""Motions for two: from a clip of two people, and one each."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import pytest

from pipeline.motion import make_track, make_two_tracks
from pipeline.motion.selfie import track_clip
from pipeline.motion.two import facing, find_people, in_step
from pipeline.types import (
    POSE_INDEX,
    FloatArray,
    Gesture,
    Loop,
    PoseTrack,
    PresetMotion,
    Progress,
    Tracker,
    VideoMotion,
    make_pose,
)
from tests.pipeline.motion.clips import SAMPLE, write_two_people


def ignore(_: Progress) -> None: ...


def column(track: PoseTrack, name: str) -> FloatArray:
    return track.poses[:, POSE_INDEX[name]].astype(np.float64)


@cache
def alone() -> PoseTrack:
    """The sample's person, seen as they are: not in a mirror."""
    return track_clip(SAMPLE, Tracker.MESH, 25.0, ignore).track.mirrored()


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_two_people(tmp_path_factory.mktemp("two") / "two.mp4")


def test_two_people_are_found_where_they_are(clip: Path) -> None:
    found = find_people(clip, ignore)
    assert found is not None
    left, right = found
    assert (left.left, right.right) == (0.0, 1.0)
    assert left.right == right.left == pytest.approx(0.5, abs=0.05)


def test_one_person_is_not_two() -> None:
    assert find_people(SAMPLE, ignore) is None


def test_each_of_two_people_moves_the_figure_at_their_side(clip: Path) -> None:
    heard: list[float] = []
    motion = VideoMotion(clip, Tracker.MESH, None, Loop.NONE)
    left, right = make_two_tracks(motion, None, 25.0, lambda progress: heard.append(progress.fraction))
    assert len(left.track) == len(right.track) == len(alone())
    for name in ("head_y", "mouth_aaa", "eye_wink_left"):
        is_left = np.corrcoef(column(left.track, name), column(alone(), name))[0, 1]
        is_right = np.corrcoef(column(right.track, name), column(alone(), name)[::-1])[0, 1]
        assert is_left > 0.85 and is_right > 0.85, name
    assert heard == sorted(heard) and heard[-1] == 1.0
    assert "notice.several_faces" not in [notice.key for notice in (*left.notices, *right.notices)]


def test_the_best_part_of_a_clip_is_the_same_for_both(clip: Path) -> None:
    left, right = make_two_tracks(VideoMotion(clip, Tracker.MESH, 1.5), None, 25.0, ignore)
    assert len(left.track) == len(right.track) == 38
    assert left.track.loops and right.track.loops
    assert [notice.key for notice in left.notices] == ["notice.trimmed"]


def test_a_single_motion_is_done_by_both_as_in_a_mirror() -> None:
    left, right = make_two_tracks(PresetMotion("wave"), None, 25.0, ignore)
    assert right.track.mirrored().poses == pytest.approx(left.track.poses)
    assert {gesture.name for gesture in left.track.gestures} & {"wave", "wave_right"}
    assert [gesture.mirrored for gesture in right.track.gestures] == list(left.track.gestures)


def test_motions_of_their_own_are_brought_to_one_length() -> None:
    short, long = (make_track(PresetMotion(name), 25.0, ignore).track for name in ("nod", "idle"))
    assert len(short) < len(long)
    left, right = in_step((short, long))
    assert len(left) == len(right) == len(long)
    assert right is long
    begun = slice(0, len(short) - 10), slice(0, -1)  # its breath is taken anew for the whole
    assert left.poses[begun] == pytest.approx(short.poses[begun])
    assert left.loops
    assert np.abs(left.poses[-1] - left.poses[0]).sum() < 1.0


def test_two_figures_turn_to_each_other_and_raise_their_outer_hands() -> None:
    still = PoseTrack(25.0, np.stack([make_pose()] * 4), np.ones(4, np.bool_), gestures=(Gesture("wave", 0, 4),))
    left, right = facing(still, still)
    assert (column(left, "head_y") < 0).all() and (column(right, "head_y") > 0).all()  # above 0 is to the viewer's left
    assert [gesture.name for gesture in left.gestures] == ["wave_right"]
    assert [gesture.name for gesture in right.gestures] == ["wave"]
    busy = (Gesture("wave", 0, 4), Gesture("wave_right", 0, 4), Gesture("stars", 0, 4))
    both = PoseTrack(25.0, still.poses, still.tracked, gestures=busy)
    assert facing(both, both)[0].gestures == busy
