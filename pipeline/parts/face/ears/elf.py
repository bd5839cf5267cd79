"""An elf's long pointed ears."""

from __future__ import annotations

from functools import partial
from typing import Final

from pipeline.drawing.face.ears import draw_ears
from pipeline.parts.records import EarStyle
from pipeline.types.spec import Ears

_RIM: Final = ((68, 14), (92, 0), (118, -14), (150, -34), (126, 12), (102, 38), (83, 51), (68, 46))
_INNER: Final = ((90, 8), (112, -4), (128, -12), (108, 14), (92, 30))

PART: Final = EarStyle(
    Ears.ELF,
    draw=partial(draw_ears, rim=_RIM, inner=_INNER, tips=((3,), (2,))),
    words={
        "en": "elf ear, pointed ear, pointy ear, elven ear, long ear, fairy ear",
        "ja": "とがった耳, 尖った耳, エルフ耳, 尖り耳, 長い耳, とんがり耳",
    },
    weight=0.035,
)
