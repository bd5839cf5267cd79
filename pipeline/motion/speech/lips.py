"""Sounds with their times -> lips: each sound reaches into its neighbours, and p, b, m shut the mouth in any case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.special import ndtr

from pipeline.motion.delivery import LIPS_LEAD_SECONDS
from pipeline.motion.speech.mouths import MouthShape, mouths_of
from pipeline.motion.speech.phones import Phone
from pipeline.types import FloatArray

_JAW_SECONDS: Final = 0.026
_SHAPE_SECONDS: Final = 0.045
"""Co-articulation: how far a sound reaches over its ends (standard deviation). Lips prepare earlier than the jaw."""
_SHUTTING_SECONDS: Final = (0.012, 0.04)
"""How long lips take to meet: a quarter of the sound beside them, within these bounds, so that it is still seen."""
_MOMENT: Final = 0.01


@dataclass(frozen=True)
class _Held:
    """A mouth from ``start`` to ``end``, seconds; ``room``: a quarter of how long the sounds around it last."""

    mouth: MouthShape
    start: float
    end: float
    room: tuple[float, float]


def lips_of(phones: tuple[Phone, ...], times: FloatArray, fps: float) -> tuple[FloatArray, FloatArray]:
    """The lips that say these sounds.

    Args:
        phones: the sounds in order.
        times: float64 [T] seconds.
        fps: frames per second at which the lips will be shown: lips that meet stay so for one frame at least.

    Returns:
        Amounts of VOWELS, [T, 5], and how far the mouth is open, [T], 0..1.
    """
    if not phones:
        return np.zeros((len(times), 5)), np.zeros(len(times))
    held = list(_held(phones))
    at = times + LIPS_LEAD_SECONDS
    jaw = np.array([each.mouth.holds_jaw for each in held])
    lips = np.array([each.mouth.holds_lips for each in held])
    openings = np.array([each.mouth.opening for each in held])
    shapes = np.array([each.mouth.shape for each in held])
    opening = _mixed(_reach(held, at, _JAW_SECONDS) * jaw, openings[:, None])[:, 0]
    shape = _mixed(_reach(held, at, _SHAPE_SECONDS) * lips, shapes)
    opening = opening * (1 - _shutting(held, at, fps))
    return shape * opening[:, None], opening


def _held(phones: tuple[Phone, ...]) -> Iterator[_Held]:
    lasting = [phone.end - phone.start for phone in phones]
    around = [0.0, *lasting, 0.0]
    for index, phone in enumerate(phones):
        mouths = mouths_of(phone.ipa)
        edges = np.linspace(phone.start, phone.end, len(mouths) + 1)
        for mouth, start, end in zip(mouths, edges[:-1], edges[1:], strict=True):
            yield _Held(mouth, float(start), float(end), (around[index] / 4, around[index + 2] / 4))


def _reach(held: list[_Held], times: FloatArray, seconds: float) -> FloatArray:
    """[T, N]: how present each mouth is, 0..1: its interval after a Gaussian with this standard deviation."""
    starts = np.array([each.start for each in held])
    ends = np.array([each.end for each in held])
    # Before the first sound and behind the last one there is silence, which these two reach into.
    starts[0], ends[-1] = -np.inf, np.inf
    return np.asarray(ndtr((times[:, None] - starts) / seconds) - ndtr((times[:, None] - ends) / seconds))


def _mixed(weights: FloatArray, values: FloatArray) -> FloatArray:
    """[T, K]: the weighted mean of values [N, K] by weights [T, N]."""
    return np.asarray(weights @ values / np.maximum(weights.sum(axis=1, keepdims=True), 1e-9))


def _shutting(held: list[_Held], times: FloatArray, fps: float) -> FloatArray:
    """[T] how far lips are shut, 0..1, by the sounds that shut them."""
    shut = np.zeros_like(times)
    shortest, longest = _SHUTTING_SECONDS
    for each in held:
        if not each.mouth.shuts:
            continue
        # A frame shows a moment: what is shorter than a frame could fall between two of them.
        missing = max(0.0, 1 / fps + _MOMENT - (each.end - each.start)) / 2
        start, end = each.start - missing, each.end + missing
        falls, rises = (min(max(room, shortest), longest) for room in each.room)
        corners = (start - falls, start, end, end + rises)
        shut = np.maximum(shut, each.mouth.shuts * np.interp(times, corners, (0, 1, 1, 0)))
    return shut
