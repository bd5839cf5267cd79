"""Small parts: gaps, smoothing, expressiveness, emotions, shoulders, plots."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image as Picture

from pipeline.motion.body import body_degrees
from pipeline.motion.calibrate import near_eye
from pipeline.motion.emotion import estimate_emotions
from pipeline.motion.exaggerate import exaggerate, soft_limit
from pipeline.motion.plot import plot_track
from pipeline.motion.steady import blur, bridge_gaps, smooth, together
from pipeline.motion.trackers.body import BodyLook
from pipeline.types import EMOTIONS, POSE_INDEX, Clock, FloatArray, Gesture, PoseTrack, make_pose, neutral_poses

FPS = 25.0


def test_a_short_gap_is_crossed_in_a_straight_line() -> None:
    values = np.array([0, 1, 9, 9, 9, 5, 6], np.float64)[:, None]
    seen = np.array([1, 1, 0, 0, 0, 1, 1], np.bool_)
    assert np.allclose(bridge_gaps(values, seen, Clock.even(len(seen), FPS))[:, 0], [0, 1, 2, 3, 4, 5, 6])


def test_a_long_gap_eases_to_rest_and_back() -> None:
    seen = np.ones(80, np.bool_)
    seen[20:60] = False
    whole = bridge_gaps(np.ones((80, 1)), seen, Clock.even(len(seen), FPS))[:, 0]
    assert np.abs(whole[34:46]).max() < 0.01
    assert np.abs(np.diff(whole)).max() < 0.15
    assert whole[20] > 0.95


def test_gaps_at_the_ends_and_everywhere() -> None:
    seen = np.zeros(30, np.bool_)
    assert not bridge_gaps(np.ones((30, 2)), seen, Clock.even(len(seen), FPS)).any()
    seen[10:20] = True
    whole = bridge_gaps(np.ones((30, 2)), seen, Clock.even(len(seen), FPS))
    assert whole[0].max() < 0.2
    assert np.all(whole[10:20] == 1)


def test_smoothing_keeps_a_blink_and_takes_noise_without_lag() -> None:
    rng = np.random.default_rng(0)
    time = np.arange(200) / FPS
    blink = np.exp(-(((time - 4) / 0.12) ** 2))
    noisy = blink + rng.normal(0, 0.03, 200)
    calm = smooth(noisy[:, None], Clock.even(len(noisy), FPS))[:, 0]
    assert np.std(np.diff(calm, 2)) < 0.45 * np.std(np.diff(noisy, 2))
    clean = smooth(blink[:, None], Clock.even(len(blink), FPS))[:, 0]
    assert clean.max() > 0.95
    assert int(clean.argmax()) == int(blink.argmax())
    assert smooth(np.ones((1, 3)), Clock.even(1, FPS)).shape == (1, 3)


def test_an_eye_that_closes_a_frame_early_is_no_wink_and_one_that_stays_closed_is() -> None:
    left, right = np.zeros(60), np.zeros(60)
    left[10:16] = right[11:16] = 1  # a blink whose left lid is seen first
    left[30:42] = 1  # a wink
    one, other = together(left, right, Clock.even(60, FPS), 0.15)
    assert np.abs(one - other)[:25].max() < 0.01
    assert one[11:15].min() > 0.99
    assert np.allclose(one[25:], left[25:])
    assert np.allclose(other[25:], 0)


def test_the_soft_limit_bends_but_never_cuts() -> None:
    x = np.linspace(-3, 3, 601)
    y = soft_limit(x)
    assert np.allclose(y[np.abs(x) < 0.75], x[np.abs(x) < 0.75])
    assert np.all(np.diff(y) >= 0)
    assert np.abs(y).max() <= 1


def test_expressiveness_enlarges_expressions_and_leaves_turns_and_lids() -> None:
    poses = np.stack([make_pose(mouth_raised_corner=0.4, eyebrow_raised=0.3, head_y=0.5, eye_wink=0.3)])
    calm, usual, loud = (exaggerate(poses, amount)[0] for amount in (0.5, 1.0, 1.5))
    smile, turn, lid = (POSE_INDEX[name] for name in ("mouth_raised_corner_left", "head_y", "eye_wink_left"))
    assert calm[smile] < usual[smile] < loud[smile] <= 1
    assert calm[turn] == usual[turn] == loud[turn] == np.float32(0.5)
    assert usual[lid] == loud[lid] == np.float32(0.3)


@pytest.mark.parametrize(
    ("pose", "emotion"),
    [
        (make_pose(), "neutral"),
        (make_pose(mouth_raised_corner=0.9, eyebrow_happy=0.6), "happy"),
        (make_pose(eyebrow_troubled=0.8, mouth_lowered_corner=0.7), "sad"),
        (make_pose(eyebrow_angry=0.9, eyebrow_serious=0.3), "angry"),
        (make_pose(eyebrow_raised=0.9, eye_surprised=0.7, mouth_aaa=0.5), "surprised"),
        (make_pose(eyebrow_troubled=0.7, eye_surprised=0.8, iris_small=0.6, mouth_iii=0.5), "afraid"),
        (make_pose(mouth_lowered_corner=0.7, eye_unimpressed=0.8, eyebrow_angry=0.4), "disgusted"),
        # A smile of the lips alone, eyes far aside, is uneasy; lids that smile along make it a happy glance.
        (make_pose(mouth_raised_corner=0.5, eyebrow_raised=0.8, iris_rotation_y=-0.97), "afraid"),
        (make_pose(mouth_raised_corner=0.7, eye_raised_lower_eyelid=0.4, iris_rotation_y=0.97), "happy"),
        (make_pose(iris_rotation_y=0.97), "neutral"),
    ],
)
def test_emotions(pose: np.ndarray, emotion: str) -> None:  # type: ignore[type-arg]
    estimate = estimate_emotions(pose[None], Clock.even(1, FPS))[0]
    assert estimate.sum() == pytest.approx(1, abs=1e-5)
    assert EMOTIONS[int(estimate.argmax())] == emotion


def test_a_mood_does_not_flicker() -> None:
    smiling, angry = make_pose(mouth_raised_corner=1, eyebrow_happy=1), make_pose(eyebrow_angry=1)
    poses = np.tile(smiling, (100, 1))
    poses[50:53] = angry  # a brow that twitches for a tenth of a second
    estimate = estimate_emotions(poses, Clock.even(len(poses), FPS))
    assert (estimate.argmax(axis=1) == EMOTIONS.index("happy")).all()
    assert estimate.sum(axis=1) == pytest.approx(1, abs=1e-5)


def test_the_far_eye_of_a_turned_head_follows_the_near_one() -> None:
    left, right = np.full(3, 0.2), np.full(3, 0.9)
    # Straight ahead, far to the viewer's left (the person's right eye is the far one), far to the viewer's right.
    new_left, new_right = near_eye(left, right, np.array([0.0, 40.0, -40.0]))
    assert new_left.tolist() == [0.2, 0.2, 0.9]
    assert new_right.tolist() == [0.9, 0.2, 0.9]


def shoulders(tilt: float, seconds: float, turn: float = 0.0) -> BodyLook:
    """Shoulders 200 px wide, tilted so that the one at the viewer's right (the person's left) rises."""
    angle, half, depth = np.radians(tilt), 100 * np.cos(np.radians(turn)), 200 * np.sin(np.radians(turn))
    left = (300 + half * np.cos(angle), 400 - half * np.sin(angle), -depth / 2)
    right = (300 - half * np.cos(angle), 400 + half * np.sin(angle), depth / 2)
    return BodyLook(seconds, np.array([left, right], np.float32))


def test_shoulders_that_tilt_and_turn() -> None:
    seconds = np.arange(100) / FPS
    looks = [shoulders(10 if at > 2 else 0, at) for at in np.arange(0, 4, 0.4)]
    head = np.tile([300.0, 250.0], (100, 1))
    degrees = body_degrees(looks, seconds, head, np.ones(100, np.bool_))
    assert degrees is not None
    assert degrees[-1, 1] - degrees[0, 1] == pytest.approx(10, abs=0.5)
    assert np.abs(degrees[:, 0]).max() < 0.1
    turning = body_degrees(
        [shoulders(0, at, 20 * at / 4) for at in np.arange(0, 4, 0.4)], seconds, head, np.ones(100, np.bool_)
    )
    assert turning is not None
    assert turning[-1, 0] > turning[0, 0] + 3


def test_shoulders_as_wide_as_ever_have_not_turned() -> None:
    seconds = np.arange(100) / FPS
    looks = [shoulders(0, at) for at in np.arange(0, 4, 0.4)]
    for look in looks[5:]:
        assert look.shoulders is not None
        look.shoulders[:, 2] = (-150, 150)  # a depth of 56 degrees, and not a pixel narrower
    degrees = body_degrees(looks, seconds, np.tile([300.0, 250.0], (100, 1)), np.ones(100, np.bool_))
    assert degrees is not None
    assert np.abs(degrees[:, 0]).max() < 0.5


def test_shoulders_without_a_face_count_for_nothing() -> None:
    seconds = np.arange(100) / FPS
    looks = [shoulders(0 if at < 2 else 40, at, 0 if at < 2 else 80) for at in np.arange(0, 4, 0.4)]
    head = np.tile([300.0, 250.0], (100, 1))
    degrees = body_degrees(looks, seconds, head, seconds < 1.99)
    assert degrees is not None
    assert np.abs(degrees).max() < 0.5


def test_hidden_shoulders_say_nothing() -> None:
    looks = [BodyLook(0.4 * at, None) for at in range(10)]
    assert body_degrees(looks, np.arange(100) / FPS, np.zeros((100, 2)), np.ones(100, np.bool_)) is None


def test_a_plot_shows_curves_gestures_and_lost_frames() -> None:
    poses = neutral_poses(50)
    poses[:, POSE_INDEX["head_y"]] = np.sin(np.arange(50) / 5)
    tracked = np.ones(50, np.bool_)
    tracked[20:30] = False
    whole = PoseTrack(
        FPS, poses, np.ones(50, np.bool_), (1, 2), emotions=estimate_emotions(poses, Clock.even(len(poses), FPS))
    )
    part = PoseTrack(
        FPS, poses, tracked, (1, 2), (Gesture("wave", 5, 12),), estimate_emotions(poses, Clock.even(len(poses), FPS))
    )
    pictures = [Picture.open(io.BytesIO(plot_track(track, "a title"))).convert("L") for track in (whole, part)]
    width, height = pictures[0].size
    assert width > 600
    assert height > 500
    assert np.asarray(pictures[1]).mean() < np.asarray(pictures[0]).mean() - 1


UNEVEN = np.concatenate([np.arange(60) / 60, 1 + np.arange(20) / 10])
"""One second at 60 frames per second, two at 10."""


def test_frames_that_come_unevenly_are_smoothed_over_seconds() -> None:
    clock, fine = Clock(UNEVEN, 80 / 3), Clock.even(180, 60)
    assert fine.is_even
    assert not clock.is_even

    def nod(times: FloatArray) -> FloatArray:
        return np.asarray(np.exp(-(((times - 0.6) / 0.12) ** 2)) + np.exp(-(((times - 2.0) / 0.3) ** 2)))

    smoothed = smooth(nod(UNEVEN)[:, None], clock)[:, 0]
    truth = smooth(nod(fine.seconds)[:, None], fine)[:, 0]
    assert np.abs(smoothed - np.interp(UNEVEN, fine.seconds, truth)).max() < 0.03
    assert np.abs(blur(np.ones((80, 2)), 0.2, clock) - 1).max() < 1e-9


def test_a_gap_is_as_long_as_its_seconds() -> None:
    """Six lost frames are a tenth of a second, or most of one."""
    values, clock = np.ones((80, 1)), Clock(UNEVEN, 80 / 3)
    for first, is_bridged in ((20, True), (66, False)):
        seen = np.ones(80, np.bool_)
        seen[first : first + 6] = False
        assert (bridge_gaps(values, seen, clock).min() > 0.9) == is_bridged


def test_a_clock_finds_frames_and_their_times() -> None:
    clock = Clock(UNEVEN, 80 / 3)
    assert clock.frames_at(1.05) == pytest.approx(60.5)
    assert clock.frames_at(-1) == 0
    assert clock.frames_at(99) == 80
    assert clock.seconds_at(61) == pytest.approx(1.1)
    assert clock.seconds_at(80) == clock.length == pytest.approx(2.9 + 3 / 80)
