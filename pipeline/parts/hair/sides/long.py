"""Locks down to the collarbones."""

from __future__ import annotations

from functools import partial
from typing import Final

from pipeline.drawing.hair.locks import face_locks
from pipeline.parts.records import HairSideStyle
from pipeline.types.spec import HairSide

PART: Final = HairSideStyle(
    HairSide.LONG,
    draw=partial(face_locks, length=2.6),
    words={
        "en": "long sidelock, long side lock",
        "ja": "長い横髪, 長いもみあげ, 姫毛",
    },
    weight=3,
)
