"""Whether a hand is near the face, where it bends along with the head.

mediapipe's bundled hands model learnt from photos: drawn hands of few strokes, fists and hands that hold something are
often missed, so its silence says little. What it does see close to a head is nearly always a hand.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

import cv2
import numpy as np

from pipeline.quiet import quiet_native_code
from pipeline.types import Frames

_NEAR: Final = (slice(64, 288), slice(144, 368))
"""The head's box of an aligned picture, and three quarters of it more to both sides and below."""
_SEEN: Final = 768
"""Pixels to which that is enlarged: drawn hands are small, and the model finds them only when they are large."""
_SURE: Final = 0.5
_SMALLEST: Final = 15 / 224
"""Share of what is looked at that a hand is wide and high at least; an eye that is taken for one is flatter."""
_GREY: Final = 200.0


def hand_is_near_face(picture: Frames) -> bool:
    """Whether a hand is seen beside or just below the head of an aligned picture, uint8 [512, 512, 4]; in doubt not."""
    alpha = picture[..., 3:].astype(np.float32) / 255
    on_grey = np.rint(picture[..., :3] * alpha + _GREY * (1 - alpha)).astype(np.uint8)
    near = cv2.resize(np.ascontiguousarray(on_grey[_NEAR]), (_SEEN, _SEEN), interpolation=cv2.INTER_CUBIC)
    with quiet_native_code():
        hands = _model().process(near).multi_hand_landmarks or []
    return any(_smaller_side(hand.landmark) >= _SMALLEST for hand in hands)


def _smaller_side(landmarks: Any) -> float:
    points = np.array([(point.x, point.y) for point in landmarks])
    return float(np.ptp(points, axis=0).min())


@lru_cache(maxsize=1)
def _model() -> Any:
    from mediapipe.python.solutions.hands import Hands

    return Hands(static_image_mode=True, max_num_hands=2, min_detection_confidence=_SURE)
