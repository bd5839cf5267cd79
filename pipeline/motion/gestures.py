"""Hand gestures, by rules that one can picture: which fingers are stretched, how high the hand is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from pipeline.motion.trackers.body import HandLook
from pipeline.types import Clock, FloatArray, Gesture

_WRIST: Final = 0
_PALM: Final = [_WRIST, 5, 9, 13, 17]
_THUMB: Final = (2, 3, 4)
_FINGERS: Final = ((5, 6, 8), (9, 10, 12), (13, 14, 16), (17, 18, 20))
"""Knuckle, middle joint and tip of index, middle, ring and little finger."""
_LEAST_SECONDS: Final = 0.35
"""A gesture that is seen for less than this was passed through."""
_GAP_SECONDS: Final = 0.8
"""A gesture that is shown again this soon was never over: hands blur, and leave the picture, as they swing."""
_NEAR_SECONDS: Final = 0.15
_RISE_SECONDS: Final = 0.15
"""A hand is on its way up before it can be read, and for as long on its way down."""
_UPRIGHT: Final = 0.4
_WAVING_UPRIGHT: Final = 0.6
"""How much of the way from wrist to knuckles goes up, for a hand that is held up and for one that waves."""
_SPREAD: Final = 0.6
"""From the index' tip to the little finger's in lengths of the palm: a hand that waves is seen from its flat side."""
_WAVING_HEIGHT: Final = 0.25
"""Fingertips that wave reach at least so high: face widths below the face's middle. Lower ones reach for a chin."""
_CHEEK_REACH: Final = 0.95
"""A hand rests on a cheek when its middle is nearer than this many face half-widths to it."""


def hand_shape(hand: npt.ArrayLike, face: tuple[float, float, float] | None = None) -> str | None:
    """What one hand shows: "peace", "thumbs_up", "open" (a wave, if it is held up) or "cheeks"; None for nothing known.

    Args:
        hand: [21, 2] in pixels, y down.
        face: centre x, centre y and width of the face, in pixels, where it is known.
    """
    points = np.asarray(hand, np.float64)
    size = float(np.linalg.norm(points[9] - points[_WRIST]))
    if size < 1e-6:
        return None
    stretched = [_is_stretched(points, finger) for finger in _FINGERS]
    thumb = points[_THUMB[2]] - points[_THUMB[0]]
    up = (points[_WRIST][1] - points[9][1]) / size
    if not any(stretched) and thumb[1] < -0.45 * size and abs(thumb[0]) < 0.9 * abs(thumb[1]):
        return "thumbs_up"
    if stretched == [True, True, False, False] and up > _UPRIGHT:
        return "peace"
    if face is not None:
        x, y, width = face
        middle = points[_PALM].mean(axis=0)
        beside, below = abs(middle[0] - x) / (width / 2), (middle[1] - y) / (width / 2)
        if abs(beside - 0.85) < _CHEEK_REACH / 2 and -0.3 < below < 1.1:
            return "cheeks"
    spread = np.linalg.norm(points[_FINGERS[0][2]] - points[_FINGERS[-1][2]]) / size
    is_high = face is None or points[_FINGERS[1][2]][1] < face[1] + _WAVING_HEIGHT * face[2]
    if all(stretched) and up > _WAVING_UPRIGHT and spread > _SPREAD and is_high:
        return "open"
    return None


def _is_stretched(points: FloatArray, finger: tuple[int, int, int]) -> bool:
    knuckle, joint, tip = points[list(finger)]
    wrist = points[_WRIST]
    reach = np.linalg.norm(tip - wrist) / np.linalg.norm(knuckle - wrist)
    straight = np.linalg.norm(tip - knuckle) / (np.linalg.norm(joint - knuckle) + np.linalg.norm(tip - joint))
    return bool(reach > 1.45 and straight > 0.9)


def find_gestures(
    looks: Sequence[HandLook], face_at: Sequence[tuple[float, float, float] | None], clock: Clock
) -> tuple[Gesture, ...]:
    """The gestures of a clip as events on its frames, for the character's left hand unless the name ends in _right.

    Args:
        looks: the hands, in order of time.
        face_at: the face at each look, as for ``hand_shape``.
        clock: when the track's frames are.
    """
    hands: dict[str, list[tuple[float, str | None]]] = {name: [] for name in ("cheeks", "", "_right")}
    for look, face in zip(looks, face_at, strict=True):
        shapes = [(hand_shape(hand, face), _side(hand, face)) for hand in look.hands]
        resting = any(shape == "cheeks" for shape, _ in shapes)
        hands["cheeks"].append((look.seconds, "cheeks" if resting else None))
        for side in ("", "_right"):
            here = [shape for shape, where in shapes if where == side and not resting]
            hands[side].append((look.seconds, _most_particular(here, side)))
    found = [g for shown in hands.values() for g in _events(_steady(shown), clock)]
    return tuple(sorted(found, key=lambda g: (g.start, g.name)))


def _events(shown: list[tuple[float, str | None]], clock: Clock) -> list[Gesture]:
    """What one hand shows, look by look, as events."""
    events: list[tuple[str, list[float]]] = []
    for seconds, name in shown:
        if name is None:
            continue
        if events and events[-1][0] == name and seconds - events[-1][1][-1] <= _GAP_SECONDS:
            events[-1][1].append(seconds)
        else:
            events.append((name, [seconds]))
    step = float(np.median([b[0] - a[0] for a, b in pairwise(shown)])) if len(shown) > 1 else 0.1
    found: list[Gesture] = []
    for name, times in events:
        if len(times) * step < _LEAST_SECONDS - 1e-6:
            continue
        earliest = found[-1].end if found else 0
        first = max(earliest, round(float(clock.frames_at(times[0] - _RISE_SECONDS))))
        last = round(float(clock.frames_at(times[-1] + step + _RISE_SECONDS)))
        if last > first:
            found.append(Gesture(name, first, last))
    return found


def _steady(shown: list[tuple[float, str | None]]) -> list[tuple[float, str | None]]:
    """The same looks, each as most of its neighbours are: fingers blur, and a shape is misread now and then."""
    steady = []
    for seconds, name in shown:
        near = [other for at, other in shown if abs(at - seconds) <= _NEAR_SECONDS]
        most = max(near, key=near.count)
        steady.append((seconds, most if near.count(most) > near.count(name) else name))
    return steady


def _side(hand: npt.ArrayLike, face: tuple[float, float, float] | None) -> str:
    """Which hand of the character does it: the one on the same side as in the mirror."""
    is_right = face is not None and float(np.asarray(hand, np.float64)[_PALM, 0].mean()) > face[0]
    return "_right" if is_right else ""


def _most_particular(shapes: list[str | None], side: str) -> str | None:
    """The event that tells best what the hands at one side show."""
    best = next((name for name in ("peace", "thumbs_up", "open") if name in shapes), None)
    return None if best is None else ("wave" if best == "open" else best) + side
