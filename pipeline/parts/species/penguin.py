"""A penguin: smooth, with a white face."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.animals.beaks import ORANGE, beak
from pipeline.drawing.animals.head import centred, fur_head
from pipeline.drawing.animals.kit import AnimalKit
from pipeline.parts.records import Animal, Features, SpeciesStyle
from pipeline.types.spec import Coat, RestingFace, Species

_HEAD: Final = (
    (0, -116), (44, -112), (86, -90), (113, -52), (126, -4), (129, 40), (119, 78), (92, 103), (48, 114), (0, 116),
)  # fmt: skip
_FACE: Final = (
    (0, -6), (14, -30), (44, -50), (78, -44), (100, -14), (107, 26), (100, 64), (76, 94), (40, 106), (0, 108),
)  # fmt: skip


def draw_head(kit: AnimalKit) -> int:
    """A smooth egg."""
    return fur_head(kit, _HEAD)


def draw_muzzle(kit: AnimalKit) -> None:
    """A white face, pointed between the eyes, and a small beak."""
    kit.patch(centred(_FACE), kit.pale.base, (0,))
    y = kit.figure.mouth
    beak(kit, 23, y - 30, y - 3)


PART: Final = SpeciesStyle(
    Species.PENGUIN,
    words={
        "en": "penguin, baby penguin, emperor penguin",
        "ja": "ペンギン, 皇帝ペンギン, ペンギンさん",
        "*": "🐧",
    },
    animal=Animal(
        draw_head,
        draw_muzzle,
        None,
        Features(eye=(50, 18), eye_scale=1.16, nose=54, mouth=72, mouth_width=1.2, cheek=(78, 58), lip=3.0),
        furs={"#3d4a63": 4, "#4a4b57": 2, "#4f74a8": 1.2, "#7d8aa0": 0.8},
        coats={Coat.PLAIN: 1},
        eyes={"#5b3a30": 3, "#3c4a66": 2},
        expression=RestingFace.SMILE,
        feet=ORANGE,
    ),
)
