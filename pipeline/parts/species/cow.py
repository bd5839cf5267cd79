"""A cow."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.animals.ears import upright
from pipeline.drawing.animals.head import fur_head
from pipeline.drawing.animals.kit import AnimalKit
from pipeline.drawing.animals.manes import horn
from pipeline.drawing.animals.snouts import snout
from pipeline.drawing.palette import Ramp, lch
from pipeline.parts.records import Animal, Features, SpeciesStyle
from pipeline.types.spec import Accessory, Coat, RestingFace, Species

_HEAD: Final = (
    (0, -112), (38, -110), (74, -96), (98, -66), (108, -26), (112, 14), (114, 50), (106, 84), (80, 106), (42, 116),
    (0, 117),
)  # fmt: skip
_EAR: Final = ((92, -58), (112, -84), (146, -92), (178, -74), (184, -48), (160, -24), (126, -18), (98, -26))
_INSIDE: Final = ((112, -58), (126, -72), (148, -76), (168, -64), (170, -50), (154, -36), (130, -32), (112, -38))
_HORN: Final = ((38, -96), (44, -132), (66, -162), (80, -170), (78, -140), (84, -116), (88, -90))
_HORNS: Final = "#ecdcc0"


def draw_head(kit: AnimalKit) -> int:
    """A long head between two horns."""
    ramp = Ramp.cloth(_HORNS, kit.tones.look)
    for sign in (-1, 1):
        horn(kit, [(sign * x, y) for x, y in _HORN], ramp, 3)
    return fur_head(kit, _HEAD, crown=True)


def draw_muzzle(kit: AnimalKit) -> None:
    """A broad rosy snout, within which the mouth opens."""
    y = kit.figure.mouth
    snout(kit, 62, y - 40, y + 30, lch(0.86, 0.065, 18), apart=24, size=6.5)


def draw_ear(kit: AnimalKit, sign: int) -> tuple[float, float]:
    """A leaf of an ear that stands off to the side."""
    return upright(kit, sign, _EAR, _INSIDE, 3, fluff=False, sharp=False, rate=3.4)


PART: Final = SpeciesStyle(
    Species.COW,
    words={
        "en": "cow, calf, ox, moo cow, baby cow",
        "ja": "牛, うし, ウシ, 子牛, 乳牛",
        "*": "🐮, 🐄, 🐂",
    },
    animal=Animal(
        draw_head,
        draw_muzzle,
        draw_ear,
        Features(eye=(54, 6), eye_scale=1.14, nose=50, mouth=82, mouth_width=1.4, cheek=(88, 44), lip=0.0),
        furs={"#a9714c": 3, "#7c5240": 1, "#e3c49c": 1},
        coats={Coat.PATCHES: 4, Coat.PLAIN: 1},
        eyes={"#5b3a30": 3, "#3c4a66": 1},
        expression=RestingFace.SMILE,
        tail=Accessory.CAT_TAIL,
    ),
)
