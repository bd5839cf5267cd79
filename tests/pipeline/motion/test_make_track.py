"""What becomes of a motion file or a voice on its way into a picture that plays for ever."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from pipeline.motion import make_track
from pipeline.motion.voice import voice_track
from pipeline.types import POSE_INDEX, FileMotion, PoseTrack, VoiceMotion, neutral_poses
from tests.pipeline.motion.voice.speech import save, vowel


def track_file(folder: Path, track: PoseTrack) -> Path:
    path = folder / "motion.json"
    path.write_text(json.dumps(track.to_json()))
    return path


def rising(frames: int) -> PoseTrack:
    """A mouth that opens more and more, and would snap shut when the picture begins again."""
    poses = neutral_poses(frames)
    poses[:, POSE_INDEX["mouth_aaa"]] = np.linspace(0, 1, frames)
    return PoseTrack.still(poses)


def test_a_file_s_end_is_led_back_to_its_beginning(tmp_path: Path) -> None:
    made = make_track(FileMotion(track_file(tmp_path, rising(50))), 25.0, lambda _: None)
    mouth = made.track.poses[:, POSE_INDEX["mouth_aaa"]]
    assert len(made.track) == 50
    assert made.track.loops
    assert abs(mouth[-1] - mouth[0]) < 0.1
    np.testing.assert_allclose(mouth[:40], rising(50).poses[:40, POSE_INDEX["mouth_aaa"]], atol=1e-4)


def test_a_motion_of_a_few_frames_stays_as_it_is(tmp_path: Path) -> None:
    made = make_track(FileMotion(track_file(tmp_path, rising(5))), 25.0, lambda _: None)
    np.testing.assert_allclose(made.track.poses, rising(5).poses, atol=1e-4)


def test_a_voice_s_head_is_led_back_and_its_lips_speak_to_the_end(tmp_path: Path) -> None:
    path = save(tmp_path / "a.wav", np.concatenate([vowel("o", 0.4, 110), vowel("a", 1.2, 190)]))
    alone = voice_track(path, 25.0, lambda _: None).track
    made = make_track(VoiceMotion(path), 25.0, lambda _: None).track
    lips = [POSE_INDEX[name] for name in POSE_INDEX if name.startswith("mouth_")]
    np.testing.assert_array_equal(made.poses[:, lips], alone.poses[:, lips])
    for name in ("head_x", "head_y", "neck_z", "eyebrow_raised_left"):
        column = made.poses[:, POSE_INDEX[name]]
        assert abs(column[-1] - column[0]) <= np.abs(np.diff(column)).max() + 0.02
    assert made.loops
