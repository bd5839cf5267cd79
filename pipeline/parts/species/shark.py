"""A shark: a fin on top, gills, a wide grin of pointed teeth."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.animals.crests import spike
from pipeline.drawing.animals.head import centred, fur_head
from pipeline.drawing.animals.kit import AnimalKit
from pipeline.drawing.palette import fade
from pipeline.drawing.pen import Layer
from pipeline.parts.records import Animal, Features, SpeciesStyle
from pipeline.types.spec import Coat, RestingFace, Species

_HEAD: Final = (
    (0, -114), (36, -109), (74, -90), (102, -56), (118, -14), (128, 28), (126, 66), (104, 96), (56, 112), (0, 115),
)  # fmt: skip
_FIN: Final = ((-36, -88), (-32, -130), (-2, -166), (32, -182), (24, -148), (28, -120), (46, -86))
_BELLY: Final = (
    (0, 44), (22, 42), (46, 48), (72, 46), (100, 28), (140, 14), (190, 20), (190, 140), (0, 140),
)  # fmt: skip


def draw_head(kit: AnimalKit) -> int:
    """The fin, and before it a smooth head."""
    spike(kit, _FIN, kit.fur)
    return fur_head(kit, _HEAD)


def draw_muzzle(kit: AnimalKit) -> None:
    """The white below, nostrils, and three gills on each side."""
    fur = kit.fur
    for sign in (-1, 1):
        nostril = kit.figure.on_face([(sign * 11, 29), (sign * 15, 32), (sign * 20, 31)], 10)
        kit.pen.line(nostril, [0.4, 1.5, 0.4], fur.line, Layer.FEATURES)
        for x in (96, 105, 114):
            top = 6 + (x - 96) * 0.35
            gill = kit.figure.on_face([(sign * x, top), (sign * (x - 4), top + 13), (sign * x, top + 26)], 4)
            kit.pen.line(gill, [0.2, 1.5, 0.2], fade(fur.line, 0.75), Layer.FEATURES, detail=0.12)


def draw(kit: AnimalKit) -> int:
    """The head with its white belly."""
    outline = draw_head(kit)
    with kit.pen.clipped(outline):
        kit.patch(centred(_BELLY), kit.pale.base, (5, 6, 7))
    return outline


PART: Final = SpeciesStyle(
    Species.SHARK,
    words={
        "en": "shark, baby shark, sharky, great white, great white shark, sharkie",
        "ja": "サメ, 鮫, サメさん, 子ザメ",
        "*": "🦈",
    },
    animal=Animal(
        draw,
        draw_muzzle,
        None,
        Features(eye=(64, 2), eye_scale=1.14, nose=40, mouth=72, mouth_width=2.3, cheek=(86, 44), lip=0.0, jagged=True),
        furs={"#6f93b4": 4, "#7f8fa3": 2, "#5f86a8": 1.4},
        coats={Coat.PLAIN: 1},
        eyes={"#3c4a66": 3, "#3c3a46": 2, "#4f7fb8": 1},
        expression=RestingFace.SMILE,
        hat=4.0,
    ),
)
