"""Locks to the cheekbones."""

from __future__ import annotations

from functools import partial
from typing import Final

from pipeline.drawing.hair.locks import face_locks
from pipeline.parts.records import HairSideStyle
from pipeline.types.spec import HairSide

PART: Final = HairSideStyle(
    HairSide.SHORT,
    draw=partial(face_locks, length=1.45),
    words={
        "en": "short sidelock, short side lock, sideburn",
        "ja": "もみあげ, 短い横髪",
    },
    weight=0.6,
)
