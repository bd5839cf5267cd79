"""An emoji shows the best part of a motion as a loop, and begins with what tells most."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.motion import make_track
from pipeline.motion.highlight import best_loop, telling_frame
from pipeline.motion.presets import PRESETS
from pipeline.progress import ignore
from pipeline.types import Gesture, PoseTrack, PresetMotion, neutral_poses
from pipeline.types.pose import POSE_INDEX

FPS = 20.0


def still(seconds: float) -> PoseTrack:
    """A face at rest."""
    return PoseTrack.still(neutral_poses(round(seconds * FPS)), FPS)


def with_smile(seconds: float, start: float, end: float) -> PoseTrack:
    """A face that smiles widely from ``start`` to ``end``."""
    track = still(seconds)
    track.poses[round(start * FPS) : round(end * FPS), POSE_INDEX["mouth_raised_corner_left"]] = 1
    return track


def test_the_part_in_which_something_happens_is_taken() -> None:
    loop = best_loop(with_smile(10, 6, 7), 2.5)
    assert loop.seconds == 2.5
    assert loop.loops
    assert loop.poses[:, POSE_INDEX["mouth_raised_corner_left"]].max() == 1


def test_a_short_loop_stays_as_it_is() -> None:
    track = replace(with_smile(2, 0.5, 1), loops=True)
    assert best_loop(track, 2.5) is track


@given(st.floats(0.2, 8), st.floats(0.5, 4), st.sampled_from([8.0, 12.5, 20.0, 30.0]))
@settings(max_examples=60, deadline=None)
def test_no_loop_is_longer_than_asked_for(seconds: float, longest: float, fps: float) -> None:
    rng = np.random.default_rng(round(seconds * 1000))
    poses = rng.random((max(2, round(seconds * fps)), 45)).astype(np.float32)
    loop = best_loop(PoseTrack.still(poses, fps), longest)
    assert loop.seconds <= longest + 1e-6
    assert 0 <= telling_frame(loop) < len(loop)


def test_the_first_frame_is_an_expression_and_no_blink() -> None:
    track = with_smile(2, 1.0, 1.4)
    track.poses[5:9, POSE_INDEX["eye_wink_left"]] = 1
    track.poses[5:9, POSE_INDEX["eye_wink_right"]] = 1
    assert 20 <= telling_frame(track) < 28


def test_the_sign_that_shows_longest_is_what_a_loop_is_about() -> None:
    track = replace(still(2.5), gestures=(Gesture("question", 2, 35), Gesture("exclamation", 38, 48)))
    assert 2 < telling_frame(track) < 35


@pytest.mark.parametrize("name", list(PRESETS))
def test_every_preset_becomes_a_loop(name: str) -> None:
    loop = best_loop(make_track(PresetMotion(name), FPS, ignore).track, 2.5)
    assert loop.loops
    assert loop.seconds <= 2.5


def test_brows_that_stir_with_a_blink_do_not_make_it_telling_but_who_sleeps_is_shown_asleep() -> None:
    calm, asleep = still(2.5), still(2.5)
    for name in ("eye_wink_left", "eye_wink_right", "eye_relaxed_left", "eye_relaxed_right"):
        calm.poses[10:14, POSE_INDEX[name]] = 1
        asleep.poses[4:, POSE_INDEX[name]] = 1
    calm.poses[10:14, POSE_INDEX["eyebrow_lowered_left"]] = 0.6
    assert not 10 <= telling_frame(calm) < 14
    assert telling_frame(asleep) >= 4
