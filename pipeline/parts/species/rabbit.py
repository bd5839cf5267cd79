"""A rabbit."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.animals.ears import upright
from pipeline.drawing.animals.head import fur_head, muzzle, nose
from pipeline.drawing.animals.kit import AnimalKit
from pipeline.drawing.palette import lch
from pipeline.parts.records import Animal, Features, SpeciesStyle
from pipeline.types.spec import Coat, Species

_HEAD: Final = (
    (0, -108), (38, -105), (77, -88), (105, -55), (120, -16), (126, 20), (125, 46), (137, 68), (117, 70), (111, 95),
    (97, 83), (68, 104), (30, 113), (0, 114),
)  # fmt: skip
_EAR: Final = ((22, -66), (17, -112), (25, -158), (42, -180), (58, -182), (74, -162), (80, -114), (74, -62))
_INSIDE: Final = ((42, -86), (34, -114), (39, -150), (48, -167), (57, -168), (65, -152), (67, -114), (57, -86))


def draw_head(kit: AnimalKit) -> int:
    """A round head, widest at the cheeks."""
    return fur_head(kit, _HEAD, (7, 8, 9, 10), crown=True)


def draw_muzzle(kit: AnimalKit) -> None:
    """Two cushions and a tiny nose."""
    y = kit.figure.mouth
    muzzle(kit, 32, y - 22, y + 22)
    nose(kit, 7.5, lch(0.74, 0.11, 12), y - 3, 0.62)


def draw_ear(kit: AnimalKit, sign: int) -> tuple[float, float]:
    """A long ear."""
    return upright(kit, sign, _EAR, _INSIDE, 4, fluff=False, sharp=False, rate=2.6, before=True)


PART: Final = SpeciesStyle(
    Species.RABBIT,
    words={
        "en": "rabbit, bunny, hare, usagi",
        "ja": "うさぎ, ウサギ, 兎, バニー, うさ",
        "*": "🐰, 🐇",
    },
    animal=Animal(
        draw_head,
        draw_muzzle,
        draw_ear,
        Features(eye=(56, 30), eye_scale=1.28, nose=56, mouth=71, mouth_width=1.32, lip=4.6),
        furs={"#f8f2ec": 4, "#d8b48f": 2, "#b9b3b8": 1.4, "#a5836b": 1, "#f0d9d4": 0.8},
        coats={Coat.PLAIN: 4, Coat.BLAZE: 1},
        eyes={"#b8485a": 2, "#5b3a30": 3, "#4f7fb8": 1},
    ),
)
