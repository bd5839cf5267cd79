"""A sheep."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.animals.ears import upright
from pipeline.drawing.animals.head import fur_head, muzzle, nose
from pipeline.drawing.animals.kit import AnimalKit
from pipeline.drawing.animals.manes import curls
from pipeline.drawing.palette import lch, mix
from pipeline.parts.records import Animal, Features, SpeciesStyle
from pipeline.types.spec import Coat, RestingFace, Species

_HEAD: Final = (
    (0, -100), (38, -98), (72, -84), (96, -54), (106, -16), (108, 22), (102, 60), (84, 92), (54, 112), (24, 119),
    (0, 120),
)  # fmt: skip
_FLEECE: Final = (
    (0, -132), (56, -124), (100, -92), (126, -46), (134, 6), (126, 56), (104, 96), (70, 122), (0, 132),
)  # fmt: skip
_FORELOCK: Final = ((0, -124), (46, -116), (80, -92), (92, -62), (66, -46), (34, -40), (0, -36))
_EAR: Final = ((96, -40), (116, -62), (150, -60), (182, -34), (186, -14), (160, -2), (124, -4), (100, -14))
_INSIDE: Final = ((114, -40), (126, -50), (148, -48), (170, -32), (172, -20), (154, -14), (128, -16), (114, -24))


def draw_head(kit: AnimalKit) -> int:
    """A face of short hair within its fleece."""
    curls(kit, _FLEECE, 26, before=False)
    return fur_head(kit, _HEAD)


def draw_muzzle(kit: AnimalKit) -> None:
    """A bare face, locks over the forehead, a pale muzzle and a small nose."""
    curls(kit, _FORELOCK, 17, before=True)
    y = kit.figure.mouth
    muzzle(kit, 34, y - 28, y + 27)
    nose(kit, 9.0, lch(0.66, 0.09, 15), y - 3)


def draw_ear(kit: AnimalKit, sign: int) -> tuple[float, float]:
    """An ear that hangs to the side."""
    inside = mix(kit.ear.shade, lch(0.82, 0.08, 15), 0.7)
    return upright(kit, sign, _EAR, _INSIDE, 3, fluff=False, sharp=False, inside=inside, rate=3.2)


PART: Final = SpeciesStyle(
    Species.SHEEP,
    words={
        "en": "sheep, lamb, ewe, ram",
        "ja": "羊, ひつじ, ヒツジ, 子羊",
        "*": "🐑, 🐏",
    },
    animal=Animal(
        draw_head,
        draw_muzzle,
        draw_ear,
        Features(eye=(50, 18), eye_scale=1.14, nose=58, mouth=76, mouth_width=1.3, cheek=(78, 56), lip=4.4),
        furs={"#fbf4ea": 6, "#d9cfc8": 1, "#5a5360": 0.8},
        coats={Coat.PLAIN: 1},
        eyes={"#5b3a30": 3, "#3c4a66": 1, "#6b4226": 1},
        expression=RestingFace.SMILE,
    ),
)
