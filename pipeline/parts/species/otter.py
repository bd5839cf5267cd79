"""An otter: a pale face, small ears low at its sides, a broad nose."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.animals.ears import upright
from pipeline.drawing.animals.head import centred, fur_head, muzzle, nose, whiskers
from pipeline.drawing.animals.kit import AnimalKit
from pipeline.drawing.palette import lch, mix
from pipeline.parts.records import Animal, Features, SpeciesStyle
from pipeline.types.spec import Coat, Species

_HEAD: Final = (
    (0, -100), (44, -98), (86, -82), (114, -50), (126, -8), (130, 34), (122, 76), (94, 103), (48, 114), (0, 116),
)  # fmt: skip
_EAR: Final = ((88, -54), (96, -82), (112, -98), (130, -94), (138, -76), (132, -56), (120, -42), (106, -32))
_INSIDE: Final = ((104, -62), (108, -76), (116, -86), (125, -84), (129, -74), (126, -63), (119, -56), (110, -54))
_FACE: Final = (
    (0, 36), (18, 30), (44, 34), (70, 44), (96, 30), (126, 20), (190, 30), (190, 140), (0, 140),
)  # fmt: skip


def draw_head(kit: AnimalKit) -> int:
    """A wide, flat head with pale cheeks."""
    outline = fur_head(kit, _HEAD, crown=True)
    with kit.pen.clipped(outline):
        kit.patch(centred(_FACE), mix(kit.pale.base, kit.fur.light, 0.28), (5, 6, 7))
    return outline


def draw_muzzle(kit: AnimalKit) -> None:
    """Two full cushions, a broad dark nose, whiskers."""
    y = kit.figure.mouth
    muzzle(kit, 50, y - 32, y + 26)
    whiskers(kit, 44, y + 1, 56)
    nose(kit, 17, lch(0.30, 0.03, 35), y - 3, 0.7)


def draw_ear(kit: AnimalKit, sign: int) -> tuple[float, float]:
    """A small round ear."""
    inside = mix(kit.ear.shade, lch(0.72, 0.08, 30), 0.4)
    return upright(kit, sign, _EAR, _INSIDE, 3, fluff=False, sharp=False, inside=inside, rate=4.5)


PART: Final = SpeciesStyle(
    Species.OTTER,
    words={
        "en": "otter, sea otter, river otter, baby otter, otter pup",
        "ja": "カワウソ, かわうそ, ラッコ, らっこ, コツメカワウソ",
        "*": "🦦",
    },
    animal=Animal(
        draw_head,
        draw_muzzle,
        draw_ear,
        Features(eye=(58, 12), eye_scale=1.16, nose=50, mouth=72, mouth_width=1.35, cheek=(92, 54), lip=4.6),
        furs={"#8a6248": 4, "#a5785a": 2, "#6e4e3c": 1.2},
        coats={Coat.PLAIN: 1},
        eyes={"#4a3230": 4, "#5b3a30": 2},
    ),
)
