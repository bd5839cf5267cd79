"""A dark mask around the eyes between pale brows and cheeks: raccoons."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.animals.head import centred
from pipeline.drawing.animals.kit import AnimalKit
from pipeline.drawing.palette import lch
from pipeline.parts.records import CoatStyle
from pipeline.types.spec import Coat

_BROW: Final = ((20, -30), (44, -46), (78, -44), (108, -22), (96, -12), (70, -24), (44, -22))
_STRIPE: Final = ((0, -96), (9, -70), (11, -34), (9, 10), (0, 40))
_CHEEKS: Final = ((0, 30), (26, 36), (60, 68), (112, 60), (190, 76), (190, 140), (0, 146))


def draw(kit: AnimalKit) -> None:
    """The mask widens outward; a stripe runs up from the nose."""
    (x, y), pale, dark = kit.figure.eye, kit.pale.base, kit.mark(lch(0.36, 0.02, 300))
    kit.patch(centred(_CHEEKS), pale, (4, 5))
    kit.both(_BROW, pale)
    mask = [(x - 34, y - 4), (x - 22, y - 30), (x + 8, y - 36), (x + 38, y - 20), (x + 66, y + 14), (x + 92, y + 36),
            (x + 44, y + 44), (x + 4, y + 40), (x - 26, y + 26)]  # fmt: skip
    kit.both(mask, dark, (5,))
    kit.patch(centred(_STRIPE), dark, (0, 4))


PART: Final = CoatStyle(
    Coat.BANDIT,
    draw=draw,
    words={
        "en": "raccoon mask fur, dark eye mask fur",
        "ja": "アライグマ模様",
    },
)
