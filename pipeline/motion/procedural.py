"""Motion that follows from rules: breath, blinks, drift, trembling, eyes that lead and a body that follows.

Presets, voices, clips and motion files share these. Arrays are float64 [T] over times in seconds unless said otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import numpy as np

from pipeline.types import POSE_INDEX, Clock, FloatArray, Poses

BREATHS_PER_SECOND: Final = 1 / 3
"""Calm breathing: 20 breaths a minute (Talking Head Anime 4's idle motion)."""
_CLOSE, _HOLD, _OPEN = 0.06, 0.04, 0.11
"""A blink, in seconds: the lids fall, rest, and rise more slowly."""
BLINK_SECONDS: Final = _CLOSE + _HOLD + _OPEN
_FOLLOW_HZ: Final = 1.5
_FOLLOW_DAMPING: Final = 0.55
"""The body under a head: a spring of 1.5 Hz that overshoots a little."""
_LEAD_SECONDS: Final = 0.1
"""How far the eyes are ahead of the head."""


def breathing(breaths: FloatArray) -> FloatArray:
    """How full the chest is, 0..1, after this many breaths; each one begins and ends empty (raised cosine)."""
    return np.asarray((1 - np.cos(2 * np.pi * breaths)) / 2)


def breathe(poses: Poses, clock: Clock) -> None:
    """Writes calm breathing into poses, float32 [T, 45], in place: neither a camera nor a motion file records it."""
    poses[:, POSE_INDEX["breathing"]] = breathing(BREATHS_PER_SECOND * clock.seconds)


def breathe_in_loop(poses: Poses, fps: float) -> None:
    """Changes the breathing of poses, float32 [T, 45], in place so that a loop holds a whole number of breaths.

    It keeps as many as it had; poses that do not breathe get the calm rate's.
    """
    before = poses[:, POSE_INDEX["breathing"]].astype(np.float64)
    peaks = int(((before[1:-1] > before[:-2]) & (before[1:-1] >= before[2:])).sum())
    breaths = peaks or max(1, round(BREATHS_PER_SECOND * len(poses) / fps))
    poses[:, POSE_INDEX["breathing"]] = breathing(breaths * (np.arange(len(poses)) / len(poses)))


def blinking(times: FloatArray, starts: Iterable[float], seconds: float | None = None) -> FloatArray:
    """How far the lids are closed, 0..1, by blinks that begin at ``starts``.

    Args:
        times: float64 [T].
        starts: when blinks begin, in seconds.
        seconds: length of the loop; a blink at its end goes on at its beginning. None where the motion does not loop.
    """
    closed = np.zeros_like(times)
    for start in starts:
        since = times - start
        if seconds is not None:
            since = since % seconds
        shape = np.interp(since, [0, _CLOSE, _CLOSE + _HOLD, BLINK_SECONDS], [0, 1, 1, 0], left=0, right=0)
        closed = np.maximum(closed, shape * shape * (3 - 2 * shape))
    return closed


def drift(times: FloatArray, seconds: float, rng: np.random.Generator) -> FloatArray:
    """A slow wandering, -1..1: the first three harmonics of a loop of ``seconds``, with random phases."""
    harmonics = np.arange(1, 4)
    phases = rng.uniform(0, 2 * np.pi, 3)
    weights = np.array([0.6, 0.28, 0.12])
    return np.asarray(np.sin(2 * np.pi * harmonics * times[:, None] / seconds + phases) @ weights)


def trembling(times: FloatArray, seconds: float, hz: float, start: float, end: float) -> FloatArray:
    """A quick wave, -1..1, that swells and fades softly between ``start`` and ``end`` (seconds).

    ``hz`` is rounded so that a loop of ``seconds`` holds whole waves.
    """
    cycles = max(1, round(hz * seconds))
    wave = np.sin(2 * np.pi * cycles * times / seconds)
    if start <= 0 and end >= seconds:
        return np.asarray(wave)
    edge = min(0.15, (end - start) / 2)
    window = np.interp(times, [start, start + edge, end - edge, end], [0, 1, 1, 0], left=0, right=0)
    return np.asarray(wave * window * window * (3 - 2 * window))


def following(leader: FloatArray, seconds: float) -> FloatArray:
    """What hangs on ``leader`` by a damped spring, in the steady state of an endless loop of ``seconds``.

    The response of a driven harmonic oscillator, 1 / (1 - r² + 2iζr) with r = f / 1.5 Hz, applied to the spectrum.
    """
    frequencies = np.fft.rfftfreq(len(leader), seconds / len(leader)) / _FOLLOW_HZ
    response = 1 / (1 - frequencies**2 + 2j * _FOLLOW_DAMPING * frequencies)
    return np.asarray(np.fft.irfft(np.fft.rfft(leader) * response, len(leader)))


def leading(follower: FloatArray, seconds: float) -> FloatArray:
    """How far ``follower`` will have moved 0.1 s from now, in a loop of ``seconds``: what the eyes do already."""
    return np.asarray(np.roll(follower, -round(_LEAD_SECONDS / seconds * len(follower))) - follower)
