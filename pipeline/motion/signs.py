"""The signs of comics that go with what a face feels: a vein for anger, gloom for sadness, sparkles for joy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any, Final

import numpy as np

from pipeline.types import (
    EMOTIONS,
    BoolArray,
    Effect,
    Effects,
    FloatArray,
    Gesture,
    MotionSource,
    PoseTrack,
    PresetMotion,
    TrackMotion,
)


@dataclass(frozen=True)
class _Rule:
    """``sign`` is shown while ``emotion`` is at least ``strength`` for ``seconds`` or longer."""

    emotion: str
    strength: float
    seconds: float
    sign: Effect


_RULES: Final = (
    # Of the rules for one emotion the last one that holds counts.
    _Rule("angry", 0.7, 0.4, Effect.VEIN),
    _Rule("angry", 0.95, 2.0, Effect.STEAM),
    _Rule("sad", 0.75, 0.5, Effect.GLOOM),
    _Rule("sad", 0.9, 1.5, Effect.TEARS),
    _Rule("surprised", 0.8, 0.3, Effect.EXCLAMATION),
    _Rule("afraid", 0.7, 0.4, Effect.SWEAT),
    _Rule("disgusted", 0.75, 0.4, Effect.SWEAT),
    _Rule("happy", 0.9, 0.7, Effect.SPARKLE),
    _Rule("happy", 0.97, 3.0, Effect.HEARTS),
)
_HELD: Final = 0.6
"""A sign stays until its emotion has fallen below this share of the strength that it needs to come."""
_LEAST_SECONDS: Final = 0.8
"""A sign that is gone sooner cannot be read."""
_LONGEST_SECONDS: Final = {Effect.EXCLAMATION: 1.4}
"""Some signs tell of a moment, however long the face keeps it."""
_SIGNS: Final = frozenset(effect.value for effect in Effect)


def with_signs(track: PoseTrack, motion: MotionSource, effects: Effects) -> PoseTrack:
    """The track with the signs that are to be shown; hands stay as they are.

    Args:
        track: a motion.
        motion: where it comes from. A track that was made before keeps what it shows.
        effects: what is wanted. ``AUTO`` leaves authored motions as they are written.
    """
    if isinstance(motion, TrackMotion):
        return track
    own = tuple(gesture for gesture in track.gestures if gesture.name in _SIGNS)
    hands = tuple(gesture for gesture in track.gestures if gesture.name not in _SIGNS)
    if effects.chosen is not None:
        return replace(track, gestures=hands + tuple(Gesture(sign.value, 0, len(track)) for sign in effects.chosen))
    if own or isinstance(motion, PresetMotion) or track.emotions is None:
        return track
    felt = sorted(_felt(track), key=lambda gesture: gesture.start)
    return replace(track, gestures=tuple(sorted((*hands, *felt), key=lambda gesture: (gesture.start, gesture.name))))


def packed_signs() -> dict[str, Any]:
    """The rules as JSON for browsers, which show signs while they see a face; docs/puppet.md describes it."""
    return {
        "rules": [asdict(rule) | {"sign": rule.sign.value} for rule in _RULES],
        "held": _HELD,
        "least": _LEAST_SECONDS,
        "longest": {sign.value: seconds for sign, seconds in _LONGEST_SECONDS.items()},
    }


def _felt(track: PoseTrack) -> Iterator[Gesture]:
    if track.emotions is None:
        return
    for emotion in EMOTIONS[1:]:
        felt = track.emotions[:, EMOTIONS.index(emotion)].astype(np.float64)
        rules = [rule for rule in _RULES if rule.emotion == emotion]
        for start, end in _runs(felt >= _HELD * rules[0].strength):
            shown = [
                rule.sign for rule in rules if _longest(felt[start:end], rule.strength) >= rule.seconds * track.fps
            ]
            if shown:
                yield _legible(shown[-1], start + _first(felt[start:end], rules[0].strength), end, track)


def _legible(sign: Effect, start: int, end: int, track: PoseTrack) -> Gesture:
    least = round(_LEAST_SECONDS * track.fps)
    longest = round(_LONGEST_SECONDS.get(sign, track.seconds) * track.fps)
    end = min(max(end, start + least), start + longest, len(track))
    return Gesture(sign.value, max(0, min(start, end - least)), end)


def _runs(holds: BoolArray) -> list[tuple[int, int]]:
    """The stretches in which it holds, as start and end."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], holds, [False]]).astype(int)))
    return [(int(start), int(end)) for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _longest(felt: FloatArray, strength: float) -> int:
    """For how many frames at most it is this strong at a stretch."""
    return max((end - start for start, end in _runs(felt >= strength)), default=0)


def _first(felt: FloatArray, strength: float) -> int:
    return int(np.argmax(felt >= strength))
