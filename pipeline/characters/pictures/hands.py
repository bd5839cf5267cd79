"""Whether a hand is near the face, where it bends along with the head.

mediapipe's bundled hands model learnt from photos: drawn hands of few strokes, fists and hands that hold something are
often missed, so its silence says little. What it does see close to a head is nearly always a hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

import cv2
import numpy as np

from pipeline.pixels.alpha import flatten
from pipeline.quiet import quiet_native_code
from pipeline.types import FloatArray, Frames, Pixels

_LOOKS: Final = ((256, 190, 200), (256, 176, 224), (256, 170, 260), (256, 180, 300))
"""Squares around head and shoulders of an aligned picture: middle and side. What one misses another one sees."""
_WITNESSES: Final = 2
"""How many of them must show a hand, our own network counting as one: curls and braids are mistaken for hands now and
then, but seldom twice."""
_OWN_SURE: Final = 0.3
"""How sure our network is of a hand when it counts as a witness; alone it errs too often."""
_NEAR: Final = (slice(144, 368), slice(64, 288))
"""The columns and rows in which the middle of a hand lies that is near: the head's box, and three quarters of its side
more to both sides and below."""
_SEEN: Final = 768
"""Pixels to which a square is enlarged: drawn hands are small, and the model finds them only when they are large."""
_SURE: Final = 0.5
_SMALLEST: Final = 15.0
"""Pixels that a hand is wide and high at least; an eye that is taken for one is flatter."""
_GREY: Final = 200


def hand_is_near_face(picture: Frames, own_sure: float = 0.0) -> bool:
    """Whether a hand is seen beside or just below the head of an aligned picture, uint8 [512, 512, 4]; False in doubt.

    Args:
        own_sure: how sure our own network is of one, 0..1.
    """
    on_grey = flatten(picture, _GREY)
    seen = sum(any(map(_is_near, _hands(on_grey, *look))) for look in _LOOKS)
    return seen >= _WITNESSES or (seen > 0 and own_sure > _OWN_SURE)


def _hands(picture: Pixels, x: int, y: int, side: int) -> Iterator[FloatArray]:
    """The joints of the hands in a square of an RGB picture, in the picture's pixels."""
    left, top = x - side // 2, y - side // 2
    square = cv2.resize(picture[top : top + side, left : left + side], (_SEEN, _SEEN), interpolation=cv2.INTER_CUBIC)
    with quiet_native_code():
        hands = _model().process(square).multi_hand_landmarks or []
    for hand in hands:
        yield np.array([(point.x * side + left, point.y * side + top) for point in hand.landmark])


def _is_near(hand: FloatArray) -> bool:
    x, y = hand.mean(axis=0)
    columns, rows = _NEAR
    inside = columns.start <= x < columns.stop and rows.start <= y < rows.stop
    return bool(inside and np.ptp(hand, axis=0).min() >= _SMALLEST)


@lru_cache(maxsize=1)
def _model() -> Any:
    from mediapipe.python.solutions.hands import Hands

    return Hands(static_image_mode=True, max_num_hands=2, min_detection_confidence=_SURE)
