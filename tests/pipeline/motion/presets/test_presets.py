from __future__ import annotations

import numpy as np
import pytest

from pipeline.motion.presets import PRESETS, UnknownPresetError, preset_title, preset_track
from pipeline.posers.rig.emanata import EMANATA
from pipeline.types import POSE_HIGH, POSE_INDEX, POSE_LOW, PoseTrack

ASKED_FOR = {
    *("idle", "nod", "shake", "wink", "laugh", "giggle", "cry", "sob", "rage", "pout", "shy", "love", "shock"),
    *("sleepy", "smug", "think", "talk", "sing", "dance", "headbang", "peek", "yawn", "sneeze", "wave"),
}

every_preset = pytest.mark.parametrize("name", PRESETS)


def column(track: PoseTrack, name: str) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return track.poses[:, POSE_INDEX[name]]


def test_all_presets_that_are_asked_for_are_there() -> None:
    assert set(PRESETS) >= ASKED_FOR


@every_preset
def test_a_preset_lasts_two_to_four_seconds_and_has_a_title(name: str) -> None:
    assert 2 <= preset_track(name, 25).track.seconds <= 4
    assert 3 <= len(preset_title(name)) <= 60


@every_preset
def test_a_preset_has_a_title_in_every_language_the_bot_speaks(name: str) -> None:
    english, japanese = preset_title(name), preset_title(name, "ja")
    assert english.isascii() or "…" in english
    assert not japanese.isascii()
    assert preset_title(name, "fr") == english


@every_preset
def test_the_last_frame_leads_into_the_first_in_value_and_velocity(name: str) -> None:
    track = preset_track(name, 50).track
    assert track.loops
    around = np.concatenate([track.poses, track.poses[:3]]).astype(np.float64)
    steps = np.abs(np.diff(around, axis=0))
    bends = np.abs(np.diff(around, n=2, axis=0))
    # The step over the seam, and the change of speed at it, are ordinary ones of this motion.
    assert (steps[-3] <= steps[:-3].max(axis=0) + 0.01).all()
    assert (bends[-3:] <= bends[:-3].max(axis=0) + 0.02).all()


@every_preset
def test_the_motion_is_the_same_at_any_frame_rate(name: str) -> None:
    fine, coarse = preset_track(name, 60).track, preset_track(name, 30).track
    assert len(fine) == 2 * len(coarse)
    assert np.allclose(fine.poses[::2], coarse.poses, atol=1e-5)
    for fps in (1, 12.5, 24, 29.97, 33):
        track = preset_track(name, fps).track
        assert track.fps == fps
        assert abs(track.seconds - fine.seconds) <= 1 / fps


@every_preset
def test_nothing_pops(name: str) -> None:
    """At 50 frames a second not even a shock takes less than two frames for half of the way."""
    track = preset_track(name, 50).track
    steps = np.abs(np.diff(track.poses, axis=0))
    assert steps.max() < 0.6


@every_preset
def test_a_preset_is_alive(name: str) -> None:
    """It breathes, its head moves, and the lids move: nobody stares for seconds."""
    track = preset_track(name, 25).track
    assert (track.poses >= POSE_LOW).all()
    assert (track.poses <= POSE_HIGH).all()
    assert np.ptp(column(track, "breathing")) > 0.3
    assert max(np.ptp(column(track, part)) for part in ("head_x", "head_y", "neck_z")) > 0.1
    lids = [column(track, f"eye_{kind}_{side}") for kind in ("wink", "happy_wink") for side in ("left", "right")]
    lids += [column(track, "eye_surprised_left")]
    assert max(np.ptp(lid) for lid in lids) > 0.15


@every_preset
def test_emotions_are_a_mixture(name: str) -> None:
    emotions = preset_track(name, 25).track.emotions
    assert emotions is not None
    assert (emotions >= 0).all()
    assert np.allclose(emotions.sum(axis=1), 1, atol=1e-5)


def test_the_same_preset_is_the_same_every_time() -> None:
    assert np.array_equal(preset_track("idle", 25).track.poses, preset_track("IDLE ", 25).track.poses)
    assert preset_track("idle", 0).track.fps == 25


def test_a_wink_closes_one_eye() -> None:
    track = preset_track("wink", 25).track
    one = column(track, "eye_wink_left") - column(track, "eye_wink_right")
    assert one.max() > 0.95
    assert (one > 0.9).sum() >= 10  # and holds it long enough to be seen


def test_a_nod_begins_with_its_anticipation() -> None:
    pitch = column(preset_track("nod", 50).track, "head_x")
    lowest = int(pitch.argmin())
    assert pitch[:lowest].max() > 0.15
    assert pitch.min() < -0.6


def test_the_eyes_arrive_before_the_head_and_the_body_after_it() -> None:
    track = preset_track("think", 50).track
    eyes, head, body = (column(track, name) for name in ("iris_rotation_y", "head_y", "body_y"))
    half = [int(np.argmax(part < 0.5 * part[:70].min())) for part in (eyes[:70], head[:70], body[:70])]
    assert half[0] < half[1] < half[2]


def test_who_waves_has_a_hand_to_show() -> None:
    track = preset_track("wave", 25).track
    (gesture,) = track.gestures
    assert gesture.name == "wave"
    assert 0 < gesture.start < gesture.end < len(track)


@every_preset
def test_what_shows_beside_the_face_can_be_drawn_and_fits_the_loop(name: str) -> None:
    track = preset_track(name, 25).track
    for gesture in track.gestures:
        assert gesture.name in EMANATA
        assert 0 <= gesture.start < gesture.end <= len(track)


@pytest.mark.parametrize(("typed", "meant"), [("winkk", "wink"), ("laughing", "laugh"), ("yaw", "yawn")])
def test_a_mistyped_name_gets_the_closest_one(typed: str, meant: str) -> None:
    with pytest.raises(UnknownPresetError, match=f"did you mean {meant}") as error:
        preset_track(typed, 25)
    assert "headbang" in str(error.value)


def test_a_name_like_nothing_gets_the_list_alone() -> None:
    with pytest.raises(UnknownPresetError) as error:
        preset_track("x" * 500, 25)
    assert "did you mean" not in str(error.value)
    assert len(str(error.value)) < 400
    assert all(name in str(error.value) for name in PRESETS)
