"""Dark patches around the eyes, dark ears and arms."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.animals.kit import AnimalKit
from pipeline.drawing.palette import lch
from pipeline.parts.records import CoatStyle
from pipeline.types.spec import Coat


def draw(kit: AnimalKit) -> None:
    """The patches hang outward."""
    (x, y), dark = kit.figure.eye, kit.mark(lch(0.33, 0.018, 300))
    patch = [(x - 32, y + 2), (x - 20, y - 34), (x + 10, y - 38), (x + 35, y - 14), (x + 44, y + 22), (x + 28, y + 44),
             (x - 6, y + 40), (x - 28, y + 26)]  # fmt: skip
    kit.both(patch, dark)


PART: Final = CoatStyle(
    Coat.PANDA,
    draw=draw,
    words={
        "en": "panda fur, panda marking, dark eye patches",
        "ja": "パンダ模様, パンダ柄",
    },
    tipped=True,
    furs={"#fbf8f4": 1.0},
)
