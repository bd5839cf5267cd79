from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from pipeline.motion.files import file_track
from pipeline.motion.procedural import BREATHS_PER_SECOND, breathe, breathe_in_loop, breathing
from pipeline.motion.voice import voice_track
from pipeline.types import POSE_INDEX, Clock, Poses, neutral_poses
from tests.pipeline.motion.files.writers import vmd_bytes
from tests.pipeline.motion.voice.speech import save, vowel

BREATHING = POSE_INDEX["breathing"]


def breaths_in(poses: Poses) -> int:
    column = np.append(poses[:, BREATHING], 0)
    return int(((column[1:-1] > column[:-2]) & (column[1:-1] >= column[2:])).sum())


def test_a_breath_begins_and_ends_empty_and_is_full_in_its_middle() -> None:
    np.testing.assert_allclose(breathing(np.array([0.0, 0.5, 1.0, 1.5])), [0, 1, 0, 1], atol=1e-12)


def test_whatever_does_not_record_breath_breathes_at_the_same_calm_rate(tmp_path: Path) -> None:
    calm = neutral_poses(100)
    breathe(calm, Clock.even(len(calm), 25.0))
    (tmp_path / "a.vmd").write_bytes(vmd_bytes([("あ", 0, 0.0), ("あ", 119, 1.0)]))
    file = file_track(tmp_path / "a.vmd", 25.0).track
    voice = voice_track(save(tmp_path / "a.wav", vowel("a", 4.0, 120)), 25.0, lambda _: None).track
    for track in (file, voice):
        np.testing.assert_allclose(track.poses[:100, BREATHING], calm[:, BREATHING], atol=1e-3)


@pytest.mark.parametrize("seconds", [2, 6, 9, 60])
def test_a_loop_without_breath_gets_the_calm_rate_s_whole_breaths(seconds: int) -> None:
    poses = neutral_poses(25 * seconds)
    breathe_in_loop(poses, 25.0)
    assert breaths_in(poses) == max(1, round(seconds * BREATHS_PER_SECOND))
    assert poses[0, BREATHING] == 0


def test_a_loop_keeps_as_many_breaths_as_it_had() -> None:
    poses = neutral_poses(100)
    poses[:, BREATHING] = breathing(np.arange(100) / 100 * 7.2)
    breathe_in_loop(poses, 25.0)
    assert breaths_in(poses) == 7
