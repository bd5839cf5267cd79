from __future__ import annotations

import contextlib
import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.types import Gesture, PoseTrack, TrackFileError, clamp_poses


def _track(frames: int = 50) -> PoseTrack:
    rng = np.random.default_rng(1)
    return PoseTrack(
        fps=25.0,
        poses=clamp_poses(rng.uniform(-1, 1, (frames, 45))),
        tracked=rng.random(frames) > 0.2,
        neutral_frames=(3, 4),
        gestures=(Gesture("wave", 10, 20),),
        emotions=np.full((frames, 7), 1 / 7, np.float32),
    )


def test_json_round_trip() -> None:
    track = _track()
    again = PoseTrack.from_json(json.loads(json.dumps(track.to_json())))
    np.testing.assert_allclose(again.poses, track.poses, atol=1e-5)
    np.testing.assert_array_equal(again.tracked, track.tracked)
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
    faster = track.resampled(50)
    np.testing.assert_allclose(faster.poses[1], (track.poses[0] + track.poses[1]) / 2, atol=1e-6)


NOT_A_TRACK: list[object] = [
    None,
    [],
    {},
    {"fps": 25},
    {"fps": 0, "names": [], "poses": []},
    {"fps": "x", "names": ["head_x"], "poses": [[0]]},
    {"fps": float("inf"), "names": ["head_x"], "poses": [[0]]},
    {"fps": 25, "names": ["head_x"], "poses": [[0]], "emotions": {"values": [[1, 0]]}},
]


@pytest.mark.parametrize("data", NOT_A_TRACK)
def test_what_is_no_track_is_refused_in_one_sentence(data: object) -> None:
    with pytest.raises(TrackFileError, match=r"animemoji track"):
        PoseTrack.from_json(data)


scalars = st.none() | st.booleans() | st.floats() | st.text(max_size=8)
json_values = scalars | st.lists(scalars | st.lists(scalars, max_size=4), max_size=4)
KEYS = ("fps", "names", "poses", "tracked", "neutral_frames", "gestures", "emotions")


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(KEYS, json_values)))
def test_any_json_is_a_track_or_a_user_error(data: dict[str, object]) -> None:
    with contextlib.suppress(TrackFileError):
        PoseTrack.from_json({"fps": 25.0, "names": ["head_x"], "poses": [[0.5]]} | data)
