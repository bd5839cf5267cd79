"""An elephant: ears like sails, a short trunk."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.animals.ears import upright
from pipeline.drawing.animals.head import fur_head
from pipeline.drawing.animals.kit import AnimalKit
from pipeline.drawing.palette import fade, mix
from pipeline.drawing.pen import Layer
from pipeline.parts.records import Animal, Features, SpeciesStyle
from pipeline.types.spec import Coat, RestingFace, Species

_HEAD: Final = (
    (0, -112), (38, -108), (74, -90), (97, -58), (105, -16), (108, 26), (106, 66), (88, 97), (46, 112), (0, 115),
)  # fmt: skip
_EAR: Final = (
    (74, -70), (94, -98), (124, -106), (146, -84), (155, -40), (150, 12), (134, 52), (110, 62), (88, 44),
)  # fmt: skip
_INSIDE: Final = (
    (88, -62), (104, -82), (122, -87), (137, -69), (143, -36), (139, 6), (126, 38), (110, 45), (94, 34),
)  # fmt: skip
_TRUNK: Final = (
    (-22, 8), (0, 2), (22, 8), (22, 28), (25, 43), (36, 47), (46, 39), (52, 27), (66, 27), (72, 37), (66, 54),
    (44, 70), (14, 68), (-8, 55), (-19, 34),
)  # fmt: skip


def draw_head(kit: AnimalKit) -> int:
    """A round head."""
    return fur_head(kit, _HEAD, crown=True)


def draw_muzzle(kit: AnimalKit) -> None:
    """A trunk that curls up to the side."""
    pen, fur, figure = kit.pen, kit.fur, kit.figure
    trunk = np.array(_TRUNK, np.float64)
    kit.patch(trunk, fur.base, (7, 8), lift=14, layer=Layer.FEATURES)
    under = [(-19, 34), (-8, 55), (14, 68), (44, 70), (66, 54), (70, 45), (46, 59), (18, 57), (0, 44), (-8, 30)]
    kit.patch(under, fade(fur.deep, 0.55), (0, 5), lift=14.5, layer=Layer.FEATURES)
    tip = [(51, 30), (54, 26), (66, 27), (69, 32), (60, 35)]
    kit.patch(tip, mix(fur.deep, kit.fur.line, 0.25), lift=15, layer=Layer.FEATURES)
    run = [*trunk[2:], trunk[0]]
    pen.line(figure.on_face(run, 15), [0.2, 1.2, *[1.8] * (len(run) - 4), 1.2, 0.2], fur.line, Layer.FEATURES,
             corners=(5, 6))  # fmt: skip
    for ring in (((-15, 24), (0, 29), (14, 25)), ((-12, 38), (2, 42), (14, 37)), ((-1, 53), (10, 51), (20, 45))):
        pen.line(figure.on_face(ring, 16), [0.2, 1.1, 0.2], fade(fur.line, 0.6), Layer.FEATURES, detail=0.12)


def draw_ear(kit: AnimalKit, sign: int) -> tuple[float, float]:
    """A large thin ear."""
    return upright(kit, sign, _EAR, _INSIDE, 4, fluff=False, sharp=False, rate=2.4)


PART: Final = SpeciesStyle(
    Species.ELEPHANT,
    words={
        "en": "elephant, baby elephant, elephant calf",
        "ja": "ゾウ, ゾウさん, ぞうさん, 象さん, 子象, 小象",
        "*": "🐘",
    },
    animal=Animal(
        draw_head,
        draw_muzzle,
        draw_ear,
        Features(eye=(56, -4), eye_scale=1.16, nose=36, mouth=88, mouth_width=1.4, cheek=(80, 40), lip=0.0),
        furs={"#a3abbd": 4, "#8f97ab": 2, "#b4b0b8": 1.4},
        coats={Coat.PLAIN: 1},
        eyes={"#4a3230": 3, "#3c4a66": 2},
        expression=RestingFace.SMILE,
    ),
)
