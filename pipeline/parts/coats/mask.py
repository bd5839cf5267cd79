"""Pale cheeks that rise to points, and a pale spot over each eye: foxes, huskies, shibas."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.animals.head import centred
from pipeline.drawing.animals.kit import AnimalKit
from pipeline.parts.records import CoatStyle
from pipeline.types.spec import Coat


def draw(kit: AnimalKit) -> None:
    """Cheeks and chin."""
    pale = kit.mark(kit.pale.base)
    shape = [(0, 40), (16, 46), (34, 58), (58, 60), (88, 40), (112, 14), (190, 22), (190, 130), (0, 140)]
    kit.patch(centred(shape), pale, (5, 6, 7))
    kit.both([(36, -20), (46, -31), (60, -28), (62, -20), (50, -14)], pale)


PART: Final = CoatStyle(
    Coat.MASK,
    draw=draw,
    words={
        "en": "masked fur, white cheeks, husky mask",
        "ja": "白い頬の毛, 裏白",
    },
)
