"""A monkey."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.animals.ears import upright
from pipeline.drawing.animals.head import centred, fur_head
from pipeline.drawing.animals.kit import AnimalKit
from pipeline.drawing.animals.snouts import nostrils
from pipeline.drawing.palette import lch, mix
from pipeline.parts.records import Animal, Features, SpeciesStyle
from pipeline.types.spec import Accessory, Coat, RestingFace, Species

_HEAD: Final = (
    (0, -114), (42, -111), (82, -92), (108, -58), (118, -18), (120, 22), (116, 58), (100, 88), (68, 108), (30, 116),
    (0, 117),
)  # fmt: skip
_FACE: Final = (
    (0, -34), (12, -46), (36, -58), (66, -54), (88, -30), (92, 0), (84, 22), (96, 48), (98, 74), (84, 98), (46, 112),
    (0, 114),
)  # fmt: skip
_EAR: Final = ((100, -18), (112, -48), (140, -58), (168, -42), (176, -8), (162, 24), (134, 34), (106, 18))
_INSIDE: Final = ((118, -14), (124, -34), (142, -41), (158, -30), (163, -6), (153, 15), (136, 20), (120, 8))


def draw_head(kit: AnimalKit) -> int:
    """A round head with a tuft."""
    return fur_head(kit, _HEAD, crown=True)


def draw_muzzle(kit: AnimalKit) -> None:
    """A bare face in the shape of a heart, and two nostrils."""
    bare = _bare(kit)
    kit.patch(centred(_FACE), bare)
    nostrils(kit, kit.figure.nose, 6.5, 4.0)


def draw_ear(kit: AnimalKit, sign: int) -> tuple[float, float]:
    """A round ear beside the eyes."""
    return upright(kit, sign, _EAR, _INSIDE, 4, fluff=False, sharp=False, inside=_bare(kit), rate=4.5)


def _bare(kit: AnimalKit) -> tuple[int, int, int, int]:
    """The colour of bare skin: warmer than the pale fur of others, and lighter than this one's own."""
    return kit.mark(mix(kit.pale.base, lch(0.80, 0.075, 55), 0.75))


PART: Final = SpeciesStyle(
    Species.MONKEY,
    words={
        "en": "monkey, ape, chimp, chimpanzee, macaque",
        "ja": "猿, さる, サル, お猿さん, チンパンジー",
        "*": "🐵, 🐒",
    },
    animal=Animal(
        draw_head,
        draw_muzzle,
        draw_ear,
        Features(eye=(46, 10), eye_scale=1.12, nose=50, mouth=76, mouth_width=1.6, cheek=(76, 56), lip=0.0),
        furs={"#93603f": 5, "#6f4a38": 2, "#c08a54": 1, "#8f8a90": 0.7},
        coats={Coat.PLAIN: 1},
        eyes={"#5b3a30": 4, "#84502a": 2},
        expression=RestingFace.SMILE,
        tail=Accessory.CAT_TAIL,
    ),
)
