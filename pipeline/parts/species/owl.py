"""An owl: two pale discs around large eyes, tufts like ears."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.animals.beaks import ORANGE, beak
from pipeline.drawing.animals.ears import upright
from pipeline.drawing.animals.head import centred, fur_head
from pipeline.drawing.animals.kit import AnimalKit
from pipeline.drawing.palette import fade, mix
from pipeline.drawing.pen import Layer
from pipeline.parts.records import Animal, Features, SpeciesStyle
from pipeline.types.spec import Coat, RestingFace, Species

_HEAD: Final = (
    (0, -96), (42, -101), (84, -94), (111, -60), (124, -14), (127, 32), (117, 74), (90, 102), (46, 114), (0, 116),
)  # fmt: skip
_TUFT: Final = ((50, -80), (74, -108), (98, -130), (122, -158), (128, -122), (124, -84), (114, -44))
_DISC: Final = (
    (0, -6), (10, -28), (36, -48), (68, -50), (96, -30), (109, 6), (106, 46), (86, 78), (54, 90), (24, 84), (0, 76),
)  # fmt: skip
_RIM: Final = (
    (0, -20), (10, -40), (36, -58), (70, -60), (103, -38), (118, 4), (115, 50), (92, 87), (56, 99), (24, 94), (0, 86),
)  # fmt: skip
_FEATHERS: Final = ((-26, -74), (0, -82), (26, -74), (-13, -60), (13, -60), (0, -46))


def draw_head(kit: AnimalKit) -> int:
    """A broad head, flat between its tufts."""
    return fur_head(kit, _HEAD)


def draw_muzzle(kit: AnimalKit) -> None:
    """The discs with their dark rim, small feathers on the forehead, a beak."""
    fur = kit.fur
    kit.patch(centred(_RIM), mix(fur.shade, fur.deep, 0.6), (0,))
    kit.patch(centred(_DISC), kit.pale.base, (0,))
    for x, y in _FEATHERS:
        feather = np.array([(x - 6.5, y - 4), (x + 6.5, y - 4), (x, y + 8)])
        kit.patch(feather, fade(fur.deep, 0.6), (0, 1, 2), layer=Layer.FACE_TONE, detail=0.12)
    low = kit.figure.mouth
    beak(kit, 17, low - 31, low - 3)


def draw_ear(kit: AnimalKit, sign: int) -> tuple[float, float]:
    """A tuft of feathers."""
    return upright(kit, sign, _TUFT, (), 3, dark_tip=0.34)


PART: Final = SpeciesStyle(
    Species.OWL,
    words={
        "en": "owl, owlet, baby owl, barn owl, horned owl, snowy owl",
        "ja": "フクロウ, ふくろう, 梟, ミミズク, みみずく",
        "*": "🦉",
    },
    animal=Animal(
        draw_head,
        draw_muzzle,
        draw_ear,
        Features(eye=(52, 16), eye_scale=1.4, nose=54, mouth=74, mouth_width=1.1, cheek=(84, 62), lip=0.0),
        furs={"#a5754e": 4, "#8a6a58": 2, "#c79a6b": 1.4, "#8f8792": 1.2, "#f3efe9": 0.4},
        coats={Coat.PLAIN: 1},
        eyes={"#e0a52f": 4, "#d98a2b": 2, "#8a5a2e": 1},
        expression=RestingFace.SMILE,
        feet=ORANGE,
    ),
)
