"""A lion."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.animals.ears import upright
from pipeline.drawing.animals.head import fur_head, muzzle, nose, whiskers
from pipeline.drawing.animals.kit import AnimalKit
from pipeline.drawing.animals.manes import mane
from pipeline.drawing.palette import lch
from pipeline.parts.records import Animal, Features, SpeciesStyle
from pipeline.types.spec import Accessory, Coat, RestingFace, Species

_HEAD: Final = (
    (0, -100), (36, -98), (70, -84), (94, -54), (105, -16), (108, 22), (104, 58), (90, 86), (62, 106), (28, 114),
    (0, 115),
)  # fmt: skip
_MANE: Final = (
    (0, -128), (24, -158), (54, -126), (92, -144), (104, -104), (146, -106), (138, -64), (172, -48), (150, -12),
    (180, 16), (146, 42), (164, 82), (122, 86), (126, 126), (80, 114), (68, 150), (32, 126), (0, 156),
)  # fmt: skip
_EAR: Final = ((62, -84), (64, -114), (80, -136), (104, -142), (126, -128), (132, -104), (120, -80), (98, -62))
_INSIDE: Final = ((78, -90), (80, -108), (90, -120), (105, -124), (117, -114), (119, -100), (111, -86), (96, -76))


def draw_head(kit: AnimalKit) -> int:
    """A round head before a mane."""
    mane(kit, _MANE)
    return fur_head(kit, _HEAD)


def draw_muzzle(kit: AnimalKit) -> None:
    """A broad muzzle with a broad nose."""
    y = kit.figure.mouth
    muzzle(kit, 42, y - 30, y + 28)
    whiskers(kit, 38, y + 1, 46)
    nose(kit, 12.5, lch(0.45, 0.06, 30), y - 3)


def draw_ear(kit: AnimalKit, sign: int) -> tuple[float, float]:
    """A round ear before the mane."""
    return upright(kit, sign, _EAR, _INSIDE, 3, fluff=False, sharp=False, rate=4.5)


PART: Final = SpeciesStyle(
    Species.LION,
    words={
        "en": "lion, lioness, lion cub, lion king",
        "ja": "ライオン, 獅子",
        "*": "🦁",
    },
    animal=Animal(
        draw_head,
        draw_muzzle,
        draw_ear,
        Features(eye=(48, 18), eye_scale=1.16, nose=50, mouth=70, mouth_width=1.4, cheek=(80, 54), lip=4.6),
        furs={"#ecbb6c": 5, "#dfa65a": 2, "#f3d9a0": 1},
        coats={Coat.PLAIN: 1},
        eyes={"#a8702c": 3, "#d9a02f": 2, "#6b4226": 1},
        expression=RestingFace.SMILE,
        tail=Accessory.CAT_TAIL,
    ),
)
