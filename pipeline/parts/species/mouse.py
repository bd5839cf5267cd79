"""A mouse."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.animals.ears import upright
from pipeline.drawing.animals.head import fur_head, muzzle, nose, whiskers
from pipeline.drawing.animals.kit import AnimalKit
from pipeline.drawing.palette import lch
from pipeline.parts.records import Animal, Features, SpeciesStyle
from pipeline.types.spec import Accessory, Coat, Species

_HEAD: Final = (
    (0, -108), (40, -106), (78, -90), (104, -58), (116, -18), (119, 22), (112, 58), (94, 88), (62, 110), (28, 120),
    (0, 122),
)  # fmt: skip
_EAR: Final = ((46, -76), (42, -116), (58, -152), (94, -168), (134, -156), (152, -122), (146, -84), (112, -44))
_INSIDE: Final = ((64, -88), (62, -116), (74, -140), (97, -150), (122, -141), (134, -118), (129, -92), (106, -66))


def draw_head(kit: AnimalKit) -> int:
    """A small head that narrows toward the chin."""
    return fur_head(kit, _HEAD, crown=True)


def draw_muzzle(kit: AnimalKit) -> None:
    """A narrow muzzle with a rosy nose and whiskers."""
    y = kit.figure.mouth
    muzzle(kit, 40, y - 30, y + 30)
    whiskers(kit, 34, y - 2, 56)
    nose(kit, 8.0, lch(0.72, 0.13, 12), y - 3, 0.76)


def draw_ear(kit: AnimalKit, sign: int) -> tuple[float, float]:
    """A large round ear."""
    return upright(kit, sign, _EAR, _INSIDE, 3, fluff=False, sharp=False, rate=4.0)


PART: Final = SpeciesStyle(
    Species.MOUSE,
    words={
        "en": "mouse, rat, mice, lab rat",
        "ja": "ねずみ, ネズミ, 鼠, マウス",
        "*": "🐭, 🐁, 🐀",
    },
    animal=Animal(
        draw_head,
        draw_muzzle,
        draw_ear,
        Features(eye=(48, 20), eye_scale=1.2, nose=62, mouth=78, mouth_width=1.1, cheek=(82, 62), lip=4.4),
        furs={"#b4b0ba": 5, "#cfc9cc": 2, "#a09da8": 1.4},
        coats={Coat.PLAIN: 1},
        eyes={"#4a3230": 3, "#3c3a46": 3},
        tail=Accessory.CAT_TAIL,
    ),
)
