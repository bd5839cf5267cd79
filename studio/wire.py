"""What lines carry: moments as bytes, each with when it was seen, and all else as JSON."""

from __future__ import annotations

import json
import struct
from math import isfinite
from typing import Any, Final

import numpy as np

from pipeline import PLACE_SIZE, POSE_PARAMETERS, POSE_SIZE, Moment
from studio.errors import OrderError

_TIME: Final = struct.Struct("<d")
MESSAGE_BYTES: Final = _TIME.size + 4 * (POSE_SIZE + PLACE_SIZE)
"""Seconds since 1970 as a 64-bit float, then the pose and the head's place, float32 [48]; little-endian."""
_LOW: Final = np.array([*(parameter.low for parameter in POSE_PARAMETERS), *[-1] * PLACE_SIZE], np.float32)
_HIGH: Final = np.array([*(parameter.high for parameter in POSE_PARAMETERS), *[1] * PLACE_SIZE], np.float32)


def pack(moment: Moment, time: float) -> bytes:
    """A moment that was seen at ``time``, in seconds since 1970."""
    return _TIME.pack(time) + moment.pose.astype("<f4").tobytes() + moment.place.astype("<f4").tobytes()


def unpack(data: bytes) -> tuple[Moment, float]:
    """The inverse: numbers within their ranges, or not-a-number where nothing is known. Raises OrderError."""
    if len(data) != MESSAGE_BYTES:
        raise OrderError(reason="pose")
    (time,) = _TIME.unpack_from(data)
    numbers = np.frombuffer(data, "<f4", offset=_TIME.size)
    if not isfinite(time) or np.isinf(numbers).any():
        raise OrderError(reason="pose")
    numbers = np.clip(numbers, _LOW, _HIGH).astype(np.float32)
    return Moment(numbers[:POSE_SIZE], numbers[POSE_SIZE:]), time


def unpack_words(text: str) -> dict[str, Any]:
    """A JSON object. Raises OrderError."""
    try:
        said = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise OrderError(reason="no JSON") from error
    if not isinstance(said, dict):
        raise OrderError(reason="no object")
    return said
