"""A white muzzle, and a white stripe that runs from it up between the eyes."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.animals.head import centred
from pipeline.drawing.animals.kit import AnimalKit
from pipeline.parts.records import CoatStyle
from pipeline.types.spec import Coat


def draw(kit: AnimalKit) -> None:
    """The stripe, and the white that it widens into."""
    pale = kit.mark(kit.pale.base)
    shape = [(0, -96), (6, -70), (11, -30), (18, 8), (44, 40), (74, 60), (84, 84), (70, 130), (0, 140)]
    kit.patch(centred(shape), pale, (0, 7))


PART: Final = CoatStyle(
    Coat.BLAZE,
    draw=draw,
    words={
        "en": "tuxedo fur, bicolor fur, two tone fur, white blaze, white muzzle",
        "ja": "ハチワレ, はちわれ, 二色の毛",
    },
)
