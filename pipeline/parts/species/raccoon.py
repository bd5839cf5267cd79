"""A raccoon."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.animals.ears import upright
from pipeline.drawing.animals.head import fur_head, muzzle, nose
from pipeline.drawing.animals.kit import AnimalKit
from pipeline.drawing.palette import lch
from pipeline.parts.records import Animal, Features, SpeciesStyle
from pipeline.types.spec import Accessory, Coat, Species

_HEAD: Final = (
    (0, -112), (40, -109), (78, -92), (104, -60), (117, -24), (124, 8), (128, 26), (156, 46), (126, 54), (138, 80),
    (112, 76), (106, 100), (86, 88), (56, 107), (22, 116), (0, 117),
)  # fmt: skip
_EAR: Final = ((40, -82), (46, -122), (68, -150), (100, -158), (120, -138), (124, -100), (112, -46))
_INSIDE: Final = ((58, -90), (64, -118), (78, -138), (99, -144), (109, -130), (111, -102), (102, -66))


def draw_head(kit: AnimalKit) -> int:
    """A head with wide, tufted cheeks."""
    return fur_head(kit, _HEAD, (7, 8, 9, 10, 11, 12), crown=True)


def draw_muzzle(kit: AnimalKit) -> None:
    """A narrow muzzle and a dark nose."""
    lip = kit.figure.mouth
    muzzle(kit, 34, lip - 32, lip + 27)
    nose(kit, 11.0, lch(0.28, 0.03, 300), lip - 3)


def draw_ear(kit: AnimalKit, sign: int) -> tuple[float, float]:
    """A rounded ear, pale within."""
    return upright(kit, sign, _EAR, _INSIDE, 3, sharp=False, inside=kit.pale.deep)


PART: Final = SpeciesStyle(
    Species.RACCOON,
    words={
        "en": "raccoon, racoon, trash panda, tanuki, raccoon dog",
        "ja": "アライグマ, あらいぐま, たぬき, タヌキ, 狸",
        "*": "🦝",
    },
    animal=Animal(
        draw_head,
        draw_muzzle,
        draw_ear,
        Features(eye=(52, 22), eye_scale=1.2, nose=57, mouth=76, mouth_width=1.35, lip=4.6),
        furs={"#9a98a3": 5, "#8a8079": 2, "#b3a08c": 1},
        coats={Coat.BANDIT: 1},
        eyes={"#8a6136": 3, "#b5702a": 2, "#4f9fc8": 0.6},
        tail=Accessory.FOX_TAIL,
    ),
)
