"""A fox."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.animals.ears import upright
from pipeline.drawing.animals.head import fur_head, muzzle, nose
from pipeline.drawing.animals.kit import AnimalKit
from pipeline.drawing.palette import lch
from pipeline.parts.records import Animal, Features, SpeciesStyle
from pipeline.types.spec import Accessory, Coat, Species

_HEAD: Final = (
    (0, -114), (38, -111), (76, -94), (103, -62), (117, -26), (122, 2), (127, 20), (158, 42), (125, 50), (135, 77),
    (110, 70), (107, 99), (86, 84), (54, 106), (20, 118), (0, 120),
)  # fmt: skip
_EAR: Final = ((22, -84), (38, -130), (66, -162), (98, -177), (117, -146), (124, -96), (112, -36))
_INSIDE: Final = ((50, -92), (60, -126), (76, -150), (94, -164), (106, -138), (109, -100), (102, -62))


def draw_head(kit: AnimalKit) -> int:
    """A head with wide, tufted cheeks."""
    return fur_head(kit, _HEAD, (7, 8, 9, 10, 11, 12), crown=True)


def draw_muzzle(kit: AnimalKit) -> None:
    """A narrow muzzle and a dark nose."""
    y = kit.figure.mouth
    muzzle(kit, 33, y - 30, y + 26)
    nose(kit, 10.5, lch(0.28, 0.03, 30), y - 3)


def draw_ear(kit: AnimalKit, sign: int) -> tuple[float, float]:
    """A tall ear with a dark tip."""
    return upright(kit, sign, _EAR, _INSIDE, 3, dark_tip=0.30, inside=lch(0.90, 0.03, 60))


PART: Final = SpeciesStyle(
    Species.FOX,
    words={
        "en": "fox",
        "ja": "狐, きつね, キツネ",
        "*": "🦊",
    },
    animal=Animal(
        draw_head,
        draw_muzzle,
        draw_ear,
        Features(eye=(53, 26), eye_scale=1.25, nose=58, mouth=77, mouth_width=1.45, lip=4.6),
        furs={"#e5853c": 5, "#d9734a": 1.5, "#f4f0ec": 1.0, "#8c8791": 0.7},
        coats={Coat.MASK: 1},
        eyes={"#b5702a": 3, "#d9a02f": 2, "#6b4226": 1.4, "#4fa05a": 0.8},
        tail=Accessory.FOX_TAIL,
    ),
)
