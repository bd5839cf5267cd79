"""Hand gestures, by rules that one can picture: which fingers are stretched, where the hand is, whether it swings."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from pipeline.motion.trackers.body import HandLook
from pipeline.types import Gesture

Floats = npt.NDArray[np.float64]

_WRIST: Final = 0
_THUMB: Final = (2, 3, 4)
_FINGERS: Final = ((5, 6, 8), (9, 10, 12), (13, 14, 16), (17, 18, 20))
"""Knuckle, middle joint and tip of index, middle, ring and little finger."""
_LEAST_SECONDS: Final = 0.35
"""A gesture that is shown for less than this was passed through."""
_GAP_SECONDS: Final = 0.35
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
    middle = points[[_WRIST, 5, 9, 13, 17]].mean(axis=0)
    if face is not None:
        x, y, width = face
        beside, below = abs(middle[0] - x) / (width / 2), (middle[1] - y) / (width / 2)
        if abs(beside - 0.85) < _CHEEK_REACH / 2 and -0.3 < below < 1.1:
            return "cheeks"
    stretched = [_is_stretched(points, finger) for finger in _FINGERS]
    thumb = points[_THUMB[2]] - points[_THUMB[0]]
    is_upright = points[9][1] < points[_WRIST][1] - 0.4 * size
    if not any(stretched) and thumb[1] < -0.45 * size and abs(thumb[0]) < 0.9 * abs(thumb[1]):
        return "thumbs_up"
    if stretched == [True, True, False, False] and is_upright:
        return "peace"
    if sum(stretched) >= 4 and is_upright:
        return "open"
    return None


def _is_stretched(points: Floats, finger: tuple[int, int, int]) -> bool:
    knuckle, joint, tip = points[list(finger)]
    wrist = points[_WRIST]
    reach = np.linalg.norm(tip - wrist) / np.linalg.norm(knuckle - wrist)
    straight = np.linalg.norm(tip - knuckle) / (np.linalg.norm(joint - knuckle) + np.linalg.norm(tip - joint))
    return bool(reach > 1.45 and straight > 0.9)


def find_gestures(
    looks: Sequence[HandLook], face_at: Sequence[tuple[float, float, float] | None], fps: float, frames: int
) -> tuple[Gesture, ...]:
    """The gestures of a clip as events on its frames.

    Args:
        looks: the hands, in order of time.
        face_at: the face at each look, as for ``hand_shape``.
        fps: frames per second of the track.
        frames: how many it has.
    """
    shown = [(look.seconds, _together([hand_shape(hand, face) for hand in look.hands]))
             for look, face in zip(looks, face_at, strict=True)]  # fmt: skip
    events: list[tuple[str, float, float]] = []
    for seconds, name in shown:
        if name is None:
            continue
        if events and events[-1][0] == name and seconds - events[-1][2] <= _GAP_SECONDS:
            events[-1] = (name, events[-1][1], seconds)
        else:
            events.append((name, seconds, seconds))
    step = float(np.median([b[0] - a[0] for a, b in pairwise(shown)])) if len(shown) > 1 else 0.1
    found = []
    for name, start, end in events:
        if end + step - start >= _LEAST_SECONDS:
            first, last = round(start * fps), min(frames, round((end + step) * fps))
            if last > first:
                found.append(Gesture("wave" if name == "open" else name, first, last))
    return tuple(found)


def _together(shapes: list[str | None]) -> str | None:
    """What both hands say: the most particular one."""
    return next((name for name in ("cheeks", "peace", "thumbs_up", "open") if name in shapes), None)
