"""Fur of one colour, with its own pale muzzle."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.animals.kit import AnimalKit
from pipeline.parts.records import CoatStyle
from pipeline.types.spec import Coat


def draw(kit: AnimalKit) -> None:
    """Nothing."""


PART: Final = CoatStyle(
    Coat.PLAIN,
    draw=draw,
    words={
        "en": "plain fur, solid fur, solid color fur",
        "ja": "無地の毛, 単色の毛",
    },
)
