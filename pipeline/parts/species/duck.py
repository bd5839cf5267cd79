"""A duckling."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.animals.beaks import ORANGE, beak
from pipeline.drawing.animals.head import fur_head
from pipeline.drawing.animals.kit import AnimalKit
from pipeline.parts.records import Animal, Features, SpeciesStyle
from pipeline.types.spec import Coat, RestingFace, Species

_HEAD: Final = (
    (0, -114), (44, -110), (84, -90), (111, -54), (122, -8), (126, 36), (118, 76), (92, 102), (48, 113), (0, 115),
)  # fmt: skip


def draw_head(kit: AnimalKit) -> int:
    """A round head of down."""
    return fur_head(kit, _HEAD, crown=True)


def draw_muzzle(kit: AnimalKit) -> None:
    """A broad beak."""
    y = kit.figure.mouth
    beak(kit, 42, y - 34, y - 3)


PART: Final = SpeciesStyle(
    Species.DUCK,
    words={
        "en": "duck, duckling, duckie, rubber duck, baby chick, chicken",
        "ja": "アヒル, あひる, ひよこ, ヒヨコ, カモ",
        "*": "🦆, 🐤, 🐥",
    },
    animal=Animal(
        draw_head,
        draw_muzzle,
        None,
        Features(eye=(56, 16), eye_scale=1.16, nose=50, mouth=72, mouth_width=1.7, cheek=(86, 52), lip=0.0),
        furs={"#f6d35e": 5, "#fbf3dc": 2},
        coats={Coat.PLAIN: 1},
        eyes={"#5b3a30": 3, "#3c4a66": 1},
        expression=RestingFace.SMILE,
        feet=ORANGE,
    ),
)
