"""A cat."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.animals.ears import upright
from pipeline.drawing.animals.head import fur_head, muzzle, nose, whiskers
from pipeline.drawing.animals.kit import AnimalKit
from pipeline.drawing.palette import lch
from pipeline.parts.records import Animal, Features, SpeciesStyle
from pipeline.types.spec import Accessory, Coat, Species

_HEAD: Final = (
    (0, -116), (38, -113), (78, -96), (106, -62), (120, -22), (125, 10), (125, 30), (146, 52), (122, 55), (133, 79),
    (109, 74), (106, 99), (89, 86), (60, 105), (26, 113), (0, 114),
)  # fmt: skip
_EAR: Final = ((26, -84), (46, -124), (76, -152), (108, -174), (117, -140), (121, -96), (112, -36))
_INSIDE: Final = ((54, -92), (66, -122), (84, -142), (103, -156), (109, -130), (109, -96), (100, -62))


def draw_head(kit: AnimalKit) -> int:
    """A wide head with tufts on its cheeks."""
    return fur_head(kit, _HEAD, (7, 8, 9, 10, 11, 12), crown=True)


def draw_muzzle(kit: AnimalKit) -> None:
    """A small pink nose between two cushions."""
    y = kit.figure.mouth
    muzzle(kit, 37, y - 26, y + 26)
    whiskers(kit, 40, y + 1)
    nose(kit, 8.5, lch(0.70, 0.12, 15), y - 3)


def draw_ear(kit: AnimalKit, sign: int) -> tuple[float, float]:
    """A pointed ear."""
    return upright(kit, sign, _EAR, _INSIDE, 3)


PART: Final = SpeciesStyle(
    Species.CAT,
    words={
        "en": "cat, kitty, kitten",
        "ja": "猫, ネコ, ねこ, 子猫, にゃんこ",
        "*": "🐱, 🐈",
    },
    animal=Animal(
        draw_head,
        draw_muzzle,
        draw_ear,
        Features(eye=(54, 26), eye_scale=1.32, nose=56, mouth=72, mouth_width=1.45, lip=5.0),
        furs={"#e8a55c": 3, "#4a4650": 1.6, "#f7f1e8": 1.6, "#a9a4ab": 1.4, "#c9a27c": 1, "#8f7a66": 0.8},
        coats={Coat.TABBY: 3, Coat.BLAZE: 2, Coat.PLAIN: 1.6, Coat.CALICO: 1, Coat.POINTS: 0.5},
        eyes={"#4fa05a": 3, "#d9a02f": 3, "#4f9fc8": 1.4, "#b97a35": 1},
        tail=Accessory.CAT_TAIL,
    ),
)
