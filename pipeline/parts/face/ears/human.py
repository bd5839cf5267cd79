"""A human's ears."""

from __future__ import annotations

from functools import partial
from typing import Final

from pipeline.drawing.face.ears import draw_ears
from pipeline.parts.records import EarStyle
from pipeline.types.spec import Ears

_RIM: Final = ((68, 18), (87, 5), (97, 8), (97, 26), (91, 44), (81, 51), (66, 44))
_INNER: Final = ((85, 17), (91, 13), (93, 22), (89, 34), (86, 40))

PART: Final = EarStyle(
    Ears.HUMAN,
    draw=partial(draw_ears, rim=_RIM, inner=_INNER),
    words={
        "en": "human ear, normal ear, round ear",
        "ja": "人間の耳, 普通の耳",
    },
    weight=0.965,
)
