"""How something is said -> the face that says it: lips first, then brows, head and lids, as an actor would add them."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.motion.delivery import MOMENT_RATE, VOWELS, Delivery, smooth
from pipeline.motion.procedural import BLINK_SECONDS, BREATHS_PER_SECOND, blinking, breathing, drift
from pipeline.types import POSE_INDEX, POSE_SIZE, FloatArray, Poses, clamp_poses

_NOD_SECONDS: Final = 0.11
_SETTLE_SECONDS: Final = 0.22
"""How long the end of a phrase is held (standard deviation)."""
_BLINK_EVERY_SECONDS: Final = (1.6, 4.5)
"""Speech pulls blinks to its accents and pauses, but not more often nor more seldom than this."""


def act(said: Delivery, fps: float, count: int, seed: int) -> Poses:
    """Poses, float32 [count, 45], of a face that says this.

    Args:
        said: how it is delivered.
        fps: frames per second of the poses.
        count: how many poses.
        seed: decides what the delivery leaves open (drift, idle blinks).
    """
    rng = np.random.default_rng(seed)
    moments = len(said.opening)
    times = np.arange(moments) / MOMENT_RATE
    seconds = moments / MOMENT_RATE
    motion = np.zeros((moments, POSE_SIZE))

    def add(name: str, value: FloatArray) -> None:
        motion[:, POSE_INDEX[name]] += value

    def add_pair(name: str, value: FloatArray) -> None:
        add(f"{name}_left", value)
        add(f"{name}_right", value)

    for column, name in enumerate(VOWELS):
        add(f"mouth_{name}", said.lips[:, column])

    phrase = smooth(said.speaking.astype(np.float64), 0.25)
    lift = said.lift
    # A nod falls on the accent, the brows rise just before it; each phrase has a pose of the head of its own.
    nods, flicks, closes, asks = (np.zeros(moments) for _ in range(4))
    for at, strength in said.accents:
        nods -= strength * _bump(times, at, _NOD_SECONDS) - 0.4 * strength * _bump(times, at - 0.2, _NOD_SECONDS)
        flicks += strength * _bump(times, at - 0.06, 0.13)
    for at in said.ends:
        # Who asks lifts brows and chin at the end and holds them for a moment. Else the head settles.
        which = asks if at in said.questions else closes
        which += _bump(times, at + 0.08, _SETTLE_SECONDS)
    side, tilt = _attitudes(times, said.starts, rng), _attitudes(times, said.starts, rng)
    add("head_x", 0.75 * nods + 0.16 * lift - 0.3 * closes + 0.28 * asks)
    add("head_y", 0.34 * side + phrase * 0.2 * drift(times, max(seconds, 4), rng))
    add("neck_z", 0.32 * tilt + 0.3 * asks + phrase * 0.18 * drift(times, max(seconds, 3), rng))
    add("body_y", 0.45 * smooth(motion[:, POSE_INDEX["head_y"]], 0.15))
    add("body_z", 0.45 * smooth(motion[:, POSE_INDEX["neck_z"]], 0.15))
    add("iris_rotation_x", -0.3 * motion[:, POSE_INDEX["head_x"]])
    add("iris_rotation_y", -0.3 * motion[:, POSE_INDEX["head_y"]])
    add_pair("eyebrow_raised", 0.08 + 0.5 * lift.clip(0, 1) + 0.55 * flicks + 0.6 * asks)
    add_pair("eyebrow_lowered", (0.35 * (-lift).clip(0, 1) + 0.3 * closes) * (1 - flicks.clip(0, 1)))
    add_pair("eye_relaxed", 0.25 * closes)
    add_pair("eye_surprised", 0.35 * (lift - 0.5).clip(0, 1))
    add_pair("mouth_raised_corner", 0.25 * (1 - 0.5 * said.opening))
    add_pair("eye_wink", blinking(times, _blinks(said, seconds, rng)))
    add("breathing", breathing(BREATHS_PER_SECOND * times))

    frames = np.arange(count) / fps
    return clamp_poses(np.stack([np.interp(frames, times, column) for column in motion.T], axis=1))


def _attitudes(times: FloatArray, starts: tuple[float, ...], rng: np.random.Generator) -> FloatArray:
    """-1..1: how the head is held, another way for each phrase, taken on within a third of a second."""
    held = np.zeros_like(times)
    way = 1.0 if rng.random() < 0.5 else -1.0
    for start in starts:
        held[times >= start] = way * rng.uniform(0.4, 1.0)
        way = -way
    return smooth(held, 0.12)


def _bump(times: FloatArray, at: float, width: float) -> FloatArray:
    return np.asarray(np.exp(-(((times - at) / width) ** 2) / 2))


def _blinks(said: Delivery, seconds: float, rng: np.random.Generator) -> list[float]:
    """When blinks begin: at the ends of phrases and at strong accents; where there are none, now and then."""
    wanted = sorted([*said.ends, *(at for at, strength in said.accents if strength > 0.7)])
    shortest, longest = _BLINK_EVERY_SECONDS
    starts: list[float] = []
    last = -1.0
    for at in [*wanted, seconds]:
        while at - last > longest:
            last += float(rng.uniform(2.5, longest))
            starts.append(last)
        if at - last >= shortest:
            last = at
            starts.append(at)
    return [at for at in starts if 0.1 < at < seconds - BLINK_SECONDS]
