"""A bear."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.animals.ears import upright
from pipeline.drawing.animals.head import fur_head, muzzle, nose
from pipeline.drawing.animals.kit import AnimalKit
from pipeline.drawing.palette import lch, mix
from pipeline.parts.records import Animal, Features, SpeciesStyle
from pipeline.types.spec import Coat, RestingFace, Species

_HEAD: Final = (
    (0, -114), (42, -111), (84, -92), (111, -58), (123, -18), (128, 20), (126, 48), (137, 68), (118, 71), (111, 97),
    (97, 85), (68, 105), (30, 115), (0, 116),
)  # fmt: skip
_EAR: Final = ((48, -78), (46, -112), (60, -140), (86, -150), (112, -138), (124, -110), (118, -80), (104, -52))
_INSIDE: Final = ((66, -88), (64, -108), (74, -124), (88, -129), (103, -122), (109, -106), (106, -88), (98, -72))


def draw_head(kit: AnimalKit) -> int:
    """A big round head."""
    return fur_head(kit, _HEAD, (7, 8, 9, 10), crown=True)


def draw_muzzle(kit: AnimalKit) -> None:
    """A round muzzle with a broad nose."""
    y = kit.figure.mouth
    muzzle(kit, 44, y - 36, y + 28)
    nose(kit, 14.5, lch(0.30, 0.03, 35), y - 3, 0.66)


def draw_ear(kit: AnimalKit, sign: int) -> tuple[float, float]:
    """A round ear."""
    inside = kit.ear.deep if kit.tipped else mix(kit.ear.shade, lch(0.75, 0.08, 30), 0.45)
    return upright(kit, sign, _EAR, _INSIDE, 3, fluff=False, sharp=False, inside=inside, rate=4.5)


PART: Final = SpeciesStyle(
    Species.BEAR,
    words={
        "en": "bear, teddy bear, kuma",
        "ja": "熊, くま, クマ, くまさん",
        "*": "🐻",
    },
    animal=Animal(
        draw_head,
        draw_muzzle,
        draw_ear,
        Features(eye=(50, 20), eye_scale=1.14, nose=49, mouth=73, mouth_width=1.4, lip=4.4),
        furs={"#a5734d": 4, "#c9945f": 2, "#6e4e3c": 1.4, "#f6f2ee": 1},
        coats={Coat.PLAIN: 5, Coat.PANDA: 0.01},
        eyes={"#84502a": 3, "#5f3a28": 3},
        expression=RestingFace.SMILE,
    ),
)
