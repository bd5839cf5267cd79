from __future__ import annotations

import contextlib
import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.types import POSE_INDEX, Gesture, NewerFileError, PoseTrack, TrackFileError, clamp_poses


def _track(frames: int = 50) -> PoseTrack:
    rng = np.random.default_rng(1)
    return PoseTrack(
        fps=25.0,
        poses=clamp_poses(rng.uniform(-1, 1, (frames, 45))),
        tracked=rng.random(frames) > 0.2,
        neutral_frames=(3, 4),
        gestures=(Gesture("wave", 10, 20),),
        emotions=np.full((frames, 7), 1 / 7, np.float32),
        places=rng.uniform(-0.1, 0.1, (frames, 3)).astype(np.float32),
    )


def test_json_round_trip() -> None:
    track = _track()
    again = PoseTrack.from_json(json.loads(json.dumps(track.to_json())))
    np.testing.assert_allclose(again.poses, track.poses, atol=1e-5)
    np.testing.assert_array_equal(again.tracked, track.tracked)
    assert again.places == pytest.approx(track.places, abs=1e-4)
    assert (again.fps, again.neutral_frames, again.gestures) == (25.0, (3, 4), track.gestures)


def test_compact_round_trip_keeps_half_precision_and_is_small() -> None:
    track = _track(150)
    stored = track.to_bytes()
    again = PoseTrack.from_bytes(stored)
    np.testing.assert_allclose(again.poses, track.poses, atol=1e-3)
    assert again.gestures == track.gestures
    assert len(stored) < 40_000


def test_resampling_keeps_the_length_in_seconds() -> None:
    track = _track(50)
    slower = track.resampled(12.5)
    assert len(slower) == 25
    np.testing.assert_allclose(slower.poses, track.poses[::2], atol=1e-6)
    assert slower.gestures == (Gesture("wave", 5, 10),)
    assert slower.places is not None
    assert track.places is not None
    np.testing.assert_allclose(slower.places, track.places[::2], atol=1e-6)
    faster = track.resampled(50)
    np.testing.assert_allclose(faster.poses[1], (track.poses[0] + track.poses[1]) / 2, atol=1e-6)


def test_times_that_are_not_even_are_kept_and_obeyed() -> None:
    times = np.concatenate([np.arange(20) / 20, 1 + np.arange(10) / 5])
    poses = np.zeros((30, 45), np.float32)
    poses[:, POSE_INDEX["head_x"]] = times / 4
    gestures = (Gesture("wave", 20, 25),)
    track = PoseTrack(10.0, poses, np.ones(30, np.bool_), (21,), gestures, times=times)
    again = PoseTrack.from_json(json.loads(json.dumps(track.to_json())))
    stored = PoseTrack.from_bytes(track.to_bytes())
    assert again.times is not None
    assert stored.times is not None
    np.testing.assert_allclose(again.times, times, atol=1e-5)
    np.testing.assert_allclose(stored.times, times, atol=1e-5)
    assert track.seconds == pytest.approx(2.9)

    even = track.resampled(20)
    assert even.times is None
    assert len(even) == 58
    np.testing.assert_allclose(even.poses[:57, POSE_INDEX["head_x"]], np.arange(57) / 80, atol=1e-6)
    assert even.gestures == (Gesture("wave", 20, 40),)
    assert even.neutral_frames == (24,)
    assert len(track.even()) == 29
    part = track.part(slice(20, 30))
    assert part.times is not None
    np.testing.assert_allclose(part.times, np.arange(10) / 5, atol=1e-9)


@pytest.mark.parametrize("times", [[0.0], [0, 1, 1], [0, 1, float("nan")], [1, 2, 3], [0, 2, 1], "abc"])
def test_times_that_are_none_are_refused(times: object) -> None:
    data = {"fps": 25, "names": ["head_x"], "poses": [[0], [0], [0]], "times": times}
    with pytest.raises(TrackFileError):
        PoseTrack.from_json(data)


def test_a_track_of_a_newer_version_says_so() -> None:
    with pytest.raises(NewerFileError, match=r"its version is 99"):
        PoseTrack.from_json(_track().to_json() | {"version": 99})


NOT_A_TRACK: list[object] = [
    None,
    [],
    {},
    {"fps": 25},
    {"fps": 0, "names": [], "poses": []},
    {"fps": "x", "names": ["head_x"], "poses": [[0]]},
    {"fps": float("inf"), "names": ["head_x"], "poses": [[0]]},
    {"fps": "25", "names": ["head_x"], "poses": [[0]]},
    {"fps": True, "names": ["head_x"], "poses": [[0]]},
    {"fps": 25, "names": ["head_x"], "poses": [["0"]]},
    {"fps": 25, "names": ["head_x"], "poses": [[True]]},
    {"fps": 25, "names": ["head_x"], "poses": [[0]], "tracked": ["false"]},
    {"fps": 25, "names": ["head_x"], "poses": [[0]], "tracked": [1]},
    {"fps": 25, "names": ["head_x"], "poses": [[0]], "loops": "false"},
    {"fps": 25, "names": ["head_x"], "poses": [[0]], "neutral_frames": [0.5]},
    {"fps": 25, "names": ["head_x"], "poses": [[0]], "version": "1"},
    {"fps": 25, "names": ["head_x"], "poses": [[0]], "emotions": {"values": [[1, 0]]}},
]


@pytest.mark.parametrize("data", NOT_A_TRACK)
def test_what_is_no_track_is_refused_in_one_sentence(data: object) -> None:
    with pytest.raises(TrackFileError, match=r"animemoji track"):
        PoseTrack.from_json(data)


scalars = st.none() | st.booleans() | st.floats() | st.text(max_size=8)
json_values = scalars | st.lists(scalars | st.lists(scalars, max_size=4), max_size=4)
KEYS = ("fps", "names", "poses", "tracked", "neutral_frames", "gestures", "emotions", "times")


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(KEYS, json_values)))
def test_any_json_is_a_track_or_a_user_error(data: dict[str, object]) -> None:
    with contextlib.suppress(TrackFileError):
        PoseTrack.from_json({"fps": 25.0, "names": ["head_x"], "poses": [[0.5]]} | data)
