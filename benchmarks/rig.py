"""The drawn character alone: CPU milliseconds a frame in one thread, the middle one of twenty characters."""

from __future__ import annotations

import statistics
import time
from typing import Final

import numpy as np

from benchmarks.measurement import Measurement
from pipeline.characters import make_character
from pipeline.posers import open_poser
from pipeline.progress import ignore
from pipeline.types import (
    BUST,
    POSE_HIGH,
    POSE_LOW,
    POSE_SIZE,
    Character,
    PoserName,
    PoseTrack,
    PromptSource,
    Source,
    clamp_poses,
)

CHARACTERS: Final = 20
FRAMES: Final = 24
AT_MOST: Final = {128: 7.0, 320: 8.0, 512: 13.0}
"""Pixels: milliseconds a frame."""


def run() -> list[Measurement]:
    """Twenty characters in lively motion of all 45 numbers, hair and cloth swinging, at the sizes of an emoji, a reply
    and a large picture."""
    track = lively_track(FRAMES)
    characters = [
        make_character(PromptSource("", seed=seed, source=Source.DRAWN), ignore).character for seed in range(CHARACTERS)
    ]
    found = []
    for size, limit in AT_MOST.items():
        times = [_milliseconds(character, track, size) for character in characters]
        found.append(Measurement(f"middle of {CHARACTERS} at {size} px", statistics.median(times), "ms a frame", limit))
        found.append(Measurement(f"slowest of {CHARACTERS} at {size} px", max(times), "ms a frame"))
    return found


def lively_track(frames: int) -> PoseTrack:
    """Every number of the pose on its way through its whole range, each at its own pace."""
    time_s = np.arange(frames)[:, None] / 25
    pace = 0.3 + 1.7 * np.linspace(0, 1, POSE_SIZE)
    wave = 0.5 + 0.5 * np.sin(2 * np.pi * (pace * time_s + 0.618 * np.arange(POSE_SIZE)))
    return PoseTrack.still(clamp_poses(POSE_LOW + (POSE_HIGH - POSE_LOW) * wave), 25.0)


def _milliseconds(character: Character, track: PoseTrack, size: int) -> float:
    poser = open_poser(character, PoserName.RIG)
    next(poser.animate(character, PoseTrack.still(track.poses[:1]), size, BUST))
    began = time.thread_time()
    for _ in poser.animate(character, track, size, BUST):
        pass
    return 1000 * (time.thread_time() - began) / len(track)
