"""A dog: with ears that hang, or that stand where its coat is a spitz's or a corgi's."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.animals.ears import hanging, upright
from pipeline.drawing.animals.head import fur_head, muzzle, nose
from pipeline.drawing.animals.kit import AnimalKit
from pipeline.drawing.palette import lch
from pipeline.parts.records import Animal, Features, SpeciesStyle
from pipeline.types.spec import Accessory, Coat, RestingFace, Species

_HEAD: Final = (
    (0, -116), (40, -113), (80, -96), (107, -64), (119, -26), (123, 10), (121, 36), (135, 62), (116, 64), (113, 90),
    (97, 80), (70, 103), (36, 114), (0, 117),
)  # fmt: skip
_PRICKED: Final = ((32, -84), (48, -124), (74, -152), (102, -168), (116, -138), (122, -94), (112, -40))
_INSIDE: Final = ((56, -92), (66, -120), (82, -142), (98, -151), (107, -130), (109, -98), (102, -66))
_LOP: Final = (
    (56, -110), (92, -116), (124, -88), (144, -36), (150, 22), (138, 58), (116, 62), (98, 34), (94, -10), (88, -52),
    (70, -84),
)  # fmt: skip
_FOLD: Final = ((94, -98), (120, -62), (130, -16), (130, 26))
_STANDING: Final = (Coat.MASK, Coat.BLAZE, Coat.POINTS)


def draw_head(kit: AnimalKit) -> int:
    """A round head with a little fur on its cheeks."""
    return fur_head(kit, _HEAD, (7, 8, 9, 10), crown=True)


def draw_muzzle(kit: AnimalKit) -> None:
    """A broad muzzle and a large dark nose."""
    y = kit.figure.mouth
    muzzle(kit, 46, y - 36, y + 30)
    nose(kit, 14, lch(0.30, 0.025, 30), y - 3)


def draw_ear(kit: AnimalKit, sign: int) -> tuple[float, float]:
    """An ear that stands, or one that hangs."""
    if kit.spec.coat in _STANDING:
        return upright(kit, sign, _PRICKED, _INSIDE, 3)
    return hanging(kit, sign, _LOP, _FOLD, 5)


PART: Final = SpeciesStyle(
    Species.DOG,
    words={
        "en": "dog, puppy, doggo, doggy, inu",
        "ja": "犬, 子犬, いぬ, イヌ, わんこ, ワンコ",
        "*": "🐶, 🐕",
    },
    animal=Animal(
        draw_head,
        draw_muzzle,
        draw_ear,
        Features(eye=(52, 22), eye_scale=1.2, nose=52, mouth=76, mouth_width=1.6, lip=5.5),
        furs={"#dda15e": 3, "#b98555": 2, "#f4e6cf": 1.6, "#7d5b45": 1, "#f3efe9": 1, "#57504f": 0.6},
        coats={Coat.MASK: 2, Coat.BLAZE: 2, Coat.PLAIN: 2.4},
        eyes={"#8f5226": 4, "#8a5a2e": 2, "#4a3a34": 1.4},
        expression=RestingFace.SMILE,
        tail=Accessory.FOX_TAIL,
    ),
)
