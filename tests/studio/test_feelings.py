"""Browsers tell places, emotions and signs as the pipeline does."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np
import pytest

from pipeline.motion.emotion import estimate_emotions
from pipeline.motion.head_place import PLACE_SECONDS, centimetre, moved, shown
from pipeline.motion.signs import with_signs
from pipeline.motion.steady import blur
from pipeline.types import EMOTIONS, POSE_SIZE, Clock, Effects, PoseTrack, VideoMotion, make_pose
from studio.previews import _face

NODE: Final = shutil.which("node")
FPS: Final = 25
COUNT: Final = 150
HAPPY: Final = make_pose(mouth_raised_corner=1.0, eyebrow_happy=1.0, eye_happy_wink=0.5)
STARTLED: Final = make_pose(eyebrow_raised=1.0, eye_surprised=1.0, iris_small=1.0, mouth_ooo=0.6)
pytestmark = pytest.mark.skipif(NODE is None, reason="it is run by Node.js, which is not installed here")


def _seen() -> Any:
    """A head that wanders and comes nearer: right, down, distance in centimetres."""
    time = np.arange(COUNT) / FPS
    return np.column_stack([0.6 + 0.1 * np.sin(time), 0.4 + 0.05 * np.cos(2 * time), 50 - 15 * np.sin(time / 2)])


def _poses() -> Any:
    """Calm, then a smile for three seconds, calm, then surprise that stays."""
    poses = np.zeros((COUNT, POSE_SIZE), np.float32)
    poses[10:85], poses[110:] = HAPPY, STARTLED
    return poses


def _feelings() -> list[Any]:
    """Curves of every kind: slow, fast, and at the edges of what rules ask for."""
    rng = np.random.default_rng(4)
    made = []
    for pace in (1, 5, 12, 30):
        knots = rng.uniform(0, 1, (COUNT // pace + 2, len(EMOTIONS)))
        made.append(np.round(np.repeat(knots**0.2, pace, axis=0)[:COUNT], 2))
    return made


@cache
def _told() -> Any:

    assert NODE is not None
    asked = {"seen": _seen().tolist(), "poses": _poses().tolist(), "emotions": [e.tolist() for e in _feelings()]}
    script = Path(__file__).with_name("feelings.mjs")
    sent = json.dumps(asked | {"face": json.loads(_face().body), "fps": FPS})
    run = subprocess.run([NODE, "--no-warnings", str(script)], input=sent, capture_output=True, check=True, text=True)
    return json.loads(run.stdout)


def _track(poses: Any, emotions: Any) -> PoseTrack:
    return replace(PoseTrack.still(poses, FPS), emotions=np.asarray(emotions, np.float32))


def test_a_head_is_where_the_pipeline_sees_it() -> None:
    seen = np.column_stack([_seen()[:, :2], centimetre(_seen()[:, 2])])
    away = blur(moved(seen, np.median(seen, axis=0)), PLACE_SECONDS, Clock.even(COUNT, FPS))
    # Here the distance is steadied, there the size: nearly the same.
    assert np.abs(np.array(_told()["places"]) - shown(away)).max() < 2e-4


def test_emotions_are_the_pipelines() -> None:
    assert np.abs(np.array(_told()["emotions"]) - estimate_emotions(_poses(), Clock.even(COUNT, FPS))).max() < 1e-6


def test_signs_are_the_pipelines() -> None:
    found = 0
    for told, emotions in zip(_told()["signs"], _feelings(), strict=True):
        track = with_signs(_track(_poses(), emotions), VideoMotion(Path("clip.mp4")), Effects.AUTO)
        meant = [(sign.name, sign.start, sign.end) for sign in track.gestures]
        assert sorted((each["name"], each["start"], each["end"]) for each in told) == sorted(meant)
        found += len(meant)
    assert found > 20


def test_signs_come_and_go_while_a_face_is_seen() -> None:
    names = [[sign["name"] for sign in frame] for frame in _told()["live"]]
    levels = [{sign["name"]: sign["level"] for sign in frame} for frame in _told()["live"]]
    assert not any(names[:20]), "a smile has to last"
    assert names[60] == ["sparkle"]
    assert levels[60]["sparkle"] == 1
    assert not any("sparkle" in frame for frame in names[108:])
    startled = [frame for frame in range(COUNT) if "exclamation" in names[frame]]
    assert 110 < startled[0] < 130
    assert startled[-1] == COUNT - 1 or startled[-1] - startled[0] < 1.7 * FPS
