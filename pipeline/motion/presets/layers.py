"""What an animator adds to every take: breath, blinks, drift, trembling, eyes that lead, a body that follows.

Each layer is periodic over the loop (or, for a motion that does not loop, simply as long as it is). Arrays are float64
[T] over times in seconds unless said otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

_CLOSE, _HOLD, _OPEN = 0.06, 0.04, 0.11
"""A blink, in seconds: lids fall, rest, and rise more slowly."""
BLINK_SECONDS: Final = _CLOSE + _HOLD + _OPEN
_FOLLOW_HZ: Final = 1.5
_FOLLOW_DAMPING: Final = 0.55
"""A body on a head: a spring of 1.5 Hz that swings past a little."""


def breathing(times: Array, seconds: float, breaths: float) -> Array:
    """0..1: ``breaths`` breaths over ``seconds``, empty at the start."""
    return np.asarray((1 - np.cos(2 * np.pi * breaths * times / seconds)) / 2)


def blinking(times: Array, starts: Iterable[float], seconds: float | None = None) -> Array:
    """0..1, how far the lids are closed by blinks that begin at ``starts``; over the seam when ``seconds`` is given."""
    closed = np.zeros_like(times)
    for start in starts:
        since = times - start
        if seconds is not None:
            since = since % seconds
        shape = np.interp(since, [0, _CLOSE, _CLOSE + _HOLD, BLINK_SECONDS], [0, 1, 1, 0], left=0, right=0)
        closed = np.maximum(closed, shape * shape * (3 - 2 * shape))
    return closed


def drift(times: Array, seconds: float, rng: np.random.Generator) -> Array:
    """-1..1: a slow wandering, made of the first three harmonics of the loop with chance phases."""
    harmonics = np.arange(1, 4)
    phases = rng.uniform(0, 2 * np.pi, 3)
    weights = np.array([0.6, 0.28, 0.12])
    return np.asarray(np.sin(2 * np.pi * harmonics * times[:, None] / seconds + phases) @ weights)


def trembling(times: Array, seconds: float, hz: float, start: float, end: float) -> Array:
    """-1..1: a quick wave between ``start`` and ``end`` that swells and fades softly; whole waves over a full loop."""
    cycles = max(1, round(hz * seconds))
    wave = np.sin(2 * np.pi * cycles * times / seconds)
    if start <= 0 and end >= seconds:
        return np.asarray(wave)
    edge = min(0.15, (end - start) / 2)
    window = np.interp(times, [start, start + edge, end - edge, end], [0, 1, 1, 0], left=0, right=0)
    return np.asarray(wave * window * window * (3 - 2 * window))


def following(leader: Array, seconds: float) -> Array:
    """What hangs on ``leader`` by a damped spring, in the steady state of the endless loop."""
    frequencies = np.fft.rfftfreq(len(leader), seconds / len(leader)) / _FOLLOW_HZ
    response = 1 / (1 - frequencies**2 + 2j * _FOLLOW_DAMPING * frequencies)
    return np.asarray(np.fft.irfft(np.fft.rfft(leader) * response, len(leader)))


def leading(follower: Array, seconds: float, lead: float = 0.1) -> Array:
    """How far ``follower`` will have gone ``lead`` seconds from now: what the eyes already do."""
    return np.asarray(np.roll(follower, -round(lead / seconds * len(follower))) - follower)
