"""A score -> a PoseTrack: keyframes first, then the layers, then frames at whatever rate is asked for."""

from __future__ import annotations

import zlib

import numpy as np

from pipeline.motion.presets.curves import at_frames, grid_times, periodic_curve
from pipeline.motion.presets.score import Score
from pipeline.motion.procedural import blinking, breathing, drift, following, leading, trembling
from pipeline.types import (
    EMOTIONS,
    POSE_INDEX,
    POSE_SIZE,
    Float32Array,
    FloatArray,
    Gesture,
    PoseTrack,
    clamp_poses,
    pose_columns,
)

_DRIFT_SHARES = {"head_x": 0.5, "head_y": 0.8, "neck_z": 0.7, "body_z": 0.35}
_EYES_LEAD = 0.5


def play(score: Score, fps: float) -> PoseTrack:
    """The score as a looping track of ``score.seconds``, to the nearest frame."""
    count = max(2, round(score.seconds * fps))
    gestures = tuple(Gesture(g.name, round(g.start * fps), round(g.end * fps)) for g in score.gestures)
    return PoseTrack(
        fps=fps,
        poses=clamp_poses(at_frames(_motion(score), count)),
        tracked=np.ones(count, np.bool_),
        gestures=gestures,
        emotions=_emotions(score, count),
        loops=True,
    )


def _motion(score: Score) -> FloatArray:
    """One loop on the fine grid: float64 [grid, 45]."""
    times, seconds = grid_times(score.seconds), score.seconds
    motion = np.zeros((len(times), POSE_SIZE))
    for name, keys in score.keys.items():
        motion[:, POSE_INDEX[name]] = periodic_curve(keys, seconds)

    def add(name: str, amount: FloatArray) -> None:
        motion[:, POSE_INDEX[name]] += amount

    # Named after the preset alone, so that the same preset drifts alike every time.
    rng = np.random.default_rng(zlib.crc32(score.name.encode()))
    for name, share in _DRIFT_SHARES.items():
        add(name, score.sway * share * drift(times, seconds, rng))
    for tremble in score.trembles:
        wave = trembling(times, seconds, tremble.hz, tremble.start, tremble.end)
        for name, amount in tremble.amounts:
            add(name, amount * wave)

    head_x, head_y, neck_z = (motion[:, POSE_INDEX[name]].copy() for name in ("head_x", "head_y", "neck_z"))
    add("body_y", score.body * following(head_y, seconds))
    add("body_z", score.body * following(neck_z, seconds))
    add("iris_rotation_x", _EYES_LEAD * leading(head_x, seconds) - score.look * head_x)
    add("iris_rotation_y", _EYES_LEAD * leading(head_y, seconds) - score.look * head_y)
    add("breathing", breathing(score.breaths * times / seconds))
    _blink(motion, blinking(times, score.blinks, seconds))
    return motion


def _blink(motion: FloatArray, closed: FloatArray) -> None:
    """Blinks close what is open: an eye that smiles shut, or winks, has nothing left to close."""
    winks = pose_columns("eye_wink")
    happy = motion[:, pose_columns("eye_happy_wink")].clip(0, 1)
    motion[:, winks] = np.maximum(motion[:, winks], closed[:, None] * (1 - happy))


def _emotions(score: Score, count: int) -> Float32Array | None:
    if not score.emotions:
        return None
    grid = np.zeros((len(grid_times(score.seconds)), len(EMOTIONS)))
    for name, keys in score.emotions.items():
        grid[:, EMOTIONS.index(name)] = periodic_curve(keys, score.seconds).clip(0, 1)
    grid[:, 0] = (1 - grid.sum(axis=1)).clip(0)
    frames = at_frames(grid, count)
    return np.asarray(frames / frames.sum(axis=1, keepdims=True), np.float32)
