"""Locks to the chin."""

from __future__ import annotations

from functools import partial
from typing import Final

from pipeline.drawing.hair.locks import face_locks
from pipeline.parts.records import HairSideStyle
from pipeline.types.spec import HairSide

PART: Final = HairSideStyle(
    HairSide.MEDIUM,
    draw=partial(face_locks, length=1.85),
    words={
        "en": "sidelock, medium sidelock, side lock",
        "ja": "横髪, 触角",
    },
    weight=3,
)
