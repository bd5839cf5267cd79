"""A unicorn: a white horse with a golden horn and a mane of many colours."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.animals.horses import draw_ear, draw_forelock, draw_head, draw_horn, draw_mane, draw_muzzle
from pipeline.drawing.animals.kit import AnimalKit
from pipeline.parts.records import Animal, Features, SpeciesStyle
from pipeline.types.spec import Coat, RestingFace, Species

_MANE: Final = ("#f4a6c8", "#c3a4ea", "#93c9ee")


def draw(kit: AnimalKit) -> int:
    """The head, mane and forelock of a horse, and the horn."""
    mane = tuple(kit.second(colour) for colour in _MANE)
    draw_mane(kit, mane)
    outline = draw_head(kit)
    draw_forelock(kit, mane)
    draw_horn(kit)
    return outline


PART: Final = SpeciesStyle(
    Species.UNICORN,
    words={
        "en": "unicorn, baby unicorn, alicorn",
        "ja": "ユニコーン, 一角獣",
        "*": "🦄",
    },
    animal=Animal(
        draw,
        draw_muzzle,
        draw_ear,
        Features(eye=(60, 8), eye_scale=1.24, nose=56, mouth=82, mouth_width=1.5, cheek=(84, 44), lip=0.0),
        furs={"#fbf6f8": 5, "#f7dce8": 1, "#e4def4": 1},
        coats={Coat.PLAIN: 1},
        eyes={"#8a6fd0": 3, "#4f9fc8": 2, "#d0609a": 1},
        expression=RestingFace.SMILE,
    ),
)
