"""A frog: smooth, with its eyes on top of its head."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.animals.head import centred, fur_head
from pipeline.drawing.animals.kit import AnimalKit
from pipeline.drawing.palette import fade, mix
from pipeline.drawing.pen import Layer
from pipeline.parts.records import Animal, Features, SpeciesStyle
from pipeline.types.spec import Coat, RestingFace, Species

_HEAD: Final = (
    (0, -74), (14, -80), (22, -104), (44, -122), (72, -124), (96, -108), (105, -78), (108, -46), (122, -14), (131, 26),
    (127, 64), (106, 92), (64, 108), (30, 113), (0, 114),
)  # fmt: skip


def draw_head(kit: AnimalKit) -> int:
    """A wide head with two domes for the eyes."""
    return fur_head(kit, _HEAD)


def draw_muzzle(kit: AnimalKit) -> None:
    """A pale throat, two nostrils, freckles of a darker green."""
    y = kit.figure.mouth
    throat = [
        (0, y + 4),
        (46, y + 1),
        (84, y - 14),
        (112, y - 10),
        (116, y + 14),
        (98, y + 46),
        (56, y + 64),
        (0, y + 70),
    ]
    kit.patch(centred(throat), mix(kit.pale.base, kit.fur.light, 0.18), lift=0)
    for sign in (-1, 1):
        x = sign * 9.0
        nostril = [(x - 2.6, y - 24), (x, y - 26.5), (x + 2.6, y - 24), (x, y - 22.5)]
        kit.patch(nostril, kit.fur.line, lift=8, layer=Layer.FEATURES)
    spots = ((-16, -50, 7), (2, -60, 5), (20, -46, 6), (-100, -10, 7), (102, -2, 6), (-108, 12, 4.5))
    for x, top, size in spots:
        spot = [(x - size, top), (x, top - size * 0.75), (x + size, top), (x, top + size * 0.75)]
        kit.patch(spot, fade(kit.mark(kit.fur.deep), 0.75), layer=Layer.FACE_TONE, detail=0.12)


PART: Final = SpeciesStyle(
    Species.FROG,
    words={
        "en": "frog, toad, tree frog, froggy",
        "ja": "カエル, かえる, 蛙, 青蛙, 雨蛙",
        "*": "🐸",
    },
    animal=Animal(
        draw_head,
        draw_muzzle,
        None,
        Features(eye=(61, -68), eye_scale=1.2, nose=18, mouth=40, mouth_width=3.6, cheek=(88, 20), lip=0.0),
        furs={"#7fbf5a": 4, "#58a86b": 2, "#a5cf5c": 1.4, "#5fb3a1": 0.8},
        coats={Coat.PLAIN: 1},
        eyes={"#8a5a24": 3, "#b98a2a": 2, "#a5532f": 0.7},
        expression=RestingFace.SMILE,
        hat=54.0,
    ),
)
