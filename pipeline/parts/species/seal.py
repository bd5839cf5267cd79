"""A seal pup: smooth, without ears, with large dark eyes."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.animals.head import fur_head, muzzle, nose, whiskers
from pipeline.drawing.animals.kit import AnimalKit
from pipeline.drawing.palette import fade, lch
from pipeline.drawing.pen import Layer
from pipeline.parts.records import Animal, Features, SpeciesStyle
from pipeline.types.spec import Coat, Species

_HEAD: Final = (
    (0, -104), (44, -100), (85, -82), (112, -46), (127, 0), (133, 42), (124, 80), (94, 105), (48, 115), (0, 117),
)  # fmt: skip


def draw_head(kit: AnimalKit) -> int:
    """A smooth round head."""
    return fur_head(kit, _HEAD)


def draw_muzzle(kit: AnimalKit) -> None:
    """Two large cushions, whiskers, a dark nose, a spot above each eye."""
    y = kit.figure.mouth
    muzzle(kit, 52, y - 30, y + 26)
    whiskers(kit, 44, y + 2, 60)
    nose(kit, 12.5, lch(0.28, 0.02, 280), y - 3, 0.74)
    for sign in (-1, 1):
        x, top, size = sign * 38.0, -42.0, 4.2
        spot = [(x - size, top), (x, top - size * 0.8), (x + size, top), (x, top + size * 0.8)]
        kit.patch(spot, fade(kit.fur.line, 0.5), layer=Layer.FACE_TONE)


PART: Final = SpeciesStyle(
    Species.SEAL,
    words={
        "en": "seal, baby seal, seal pup, harp seal, sea lion",
        "ja": "アザラシ, あざらし, アシカ, オットセイ, ゴマちゃん",
        "*": "🦭",
    },
    animal=Animal(
        draw_head,
        draw_muzzle,
        None,
        Features(eye=(60, 18), eye_scale=1.3, nose=54, mouth=72, mouth_width=1.3, cheek=(92, 58), lip=4.8),
        furs={"#f3f1f2": 4, "#b4bac6": 3, "#8f97a5": 1.2},
        coats={Coat.PLAIN: 1},
        eyes={"#2f2a33": 5, "#3c3a46": 2},
    ),
)
