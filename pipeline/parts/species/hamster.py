"""A hamster."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.animals.ears import upright
from pipeline.drawing.animals.head import fur_head, muzzle, nose, whiskers
from pipeline.drawing.animals.kit import AnimalKit
from pipeline.drawing.palette import lch
from pipeline.parts.records import Animal, Features, SpeciesStyle
from pipeline.types.spec import Coat, Species

_HEAD: Final = (
    (0, -112), (42, -109), (82, -90), (108, -54), (118, -14), (130, 30), (137, 58), (126, 88), (94, 108), (46, 115),
    (0, 116),
)  # fmt: skip
_EAR: Final = ((58, -70), (62, -106), (80, -134), (108, -142), (128, -124), (130, -94), (118, -66), (104, -46))
_INSIDE: Final = ((76, -82), (80, -104), (92, -120), (108, -124), (117, -112), (117, -94), (108, -78), (94, -70))


def draw_head(kit: AnimalKit) -> int:
    """A round head with full cheeks."""
    return fur_head(kit, _HEAD, crown=True)


def draw_muzzle(kit: AnimalKit) -> None:
    """White cheeks, a tiny nose, whiskers."""
    y = kit.figure.mouth
    muzzle(kit, 74, y - 40, y + 36)
    nose(kit, 7.0, lch(0.70, 0.11, 12), y - 3, 0.66)
    whiskers(kit, 40, y - 4, 50)


def draw_ear(kit: AnimalKit, sign: int) -> tuple[float, float]:
    """A thin round ear."""
    return upright(kit, sign, _EAR, _INSIDE, 3, fluff=False, sharp=False, rate=4.5)


PART: Final = SpeciesStyle(
    Species.HAMSTER,
    words={
        "en": "hamster, guinea pig, gerbil, hammy",
        "ja": "ハムスター, ハムちゃん, モルモット",
        "*": "🐹",
    },
    animal=Animal(
        draw_head,
        draw_muzzle,
        draw_ear,
        Features(eye=(52, 18), eye_scale=1.18, nose=58, mouth=72, mouth_width=1.1, cheek=(92, 62), lip=4.4),
        furs={"#e3ae6d": 4, "#b9b3b8": 2, "#f6efe6": 1.4, "#a5836b": 1},
        coats={Coat.PLAIN: 4, Coat.BLAZE: 1},
        eyes={"#4a3230": 4, "#3c3a46": 2},
    ),
)
