"""A horse: a long soft muzzle, a forelock and a mane."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.animals.horses import draw_ear, draw_forelock, draw_head, draw_mane, draw_muzzle
from pipeline.drawing.animals.kit import AnimalKit
from pipeline.parts.records import Animal, Features, SpeciesStyle
from pipeline.types.spec import Coat, RestingFace, Species

_MANES: Final = ("#5a3d30", "#e9d2a4")
"""Of light fur, and of dark fur."""
_OF_ZEBRAS: Final = "#3a353c"


def draw(kit: AnimalKit) -> int:
    """The head between mane and forelock."""
    mane = kit.second(_OF_ZEBRAS if kit.spec.coat is Coat.STRIPES else _MANES[kit.fur.lch.lightness < 0.45])
    draw_mane(kit, (mane,))
    outline = draw_head(kit)
    draw_forelock(kit, (mane,))
    return outline


FEATURES: Final = Features(eye=(60, 8), eye_scale=1.2, nose=56, mouth=82, mouth_width=1.5, cheek=(84, 44), lip=0.0)

PART: Final = SpeciesStyle(
    Species.HORSE,
    words={
        "en": "horse, pony, foal, stallion, mare, colt, horsey, horsie, little pony",
        "ja": "馬, ウマ, 子馬, ポニー, お馬さん",
        "*": "🐴, 🐎",
    },
    animal=Animal(
        draw,
        draw_muzzle,
        draw_ear,
        FEATURES,
        furs={"#a56a42": 4, "#c9945f": 2, "#6e4e3c": 1.4, "#f3ece2": 1, "#a9a4ab": 0.8},
        coats={Coat.PLAIN: 3, Coat.BLAZE: 1.4},
        eyes={"#5b3a30": 4, "#84502a": 2},
        expression=RestingFace.SMILE,
    ),
)
