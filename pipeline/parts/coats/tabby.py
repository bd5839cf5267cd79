"""Stripes on forehead and cheeks."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.animals.kit import AnimalKit
from pipeline.parts.records import CoatStyle
from pipeline.types.spec import Coat

_SIDE: Final = ((26, -125), (36, -122), (31, -90), (25, -76), (23, -96))
_CHEEKS: Final = (
    ((134, 6), (134, 16), (108, 17), (92, 13), (108, 9)),
    ((134, 28), (132, 38), (110, 36), (96, 30), (112, 28)),
)
_TEMPLE: Final = ((124, -46), (121, -35), (100, -33), (86, -38), (102, -42))


def draw(kit: AnimalKit) -> None:
    """Three stripes down the forehead, three on each side."""
    dark = kit.mark(kit.fur.dark if kit.fur.lch.lightness > 0.5 else kit.fur.line)
    kit.patch([(-6, -128), (6, -128), (4, -90), (0, -66), (-4, -90)], dark, (0, 1, 3))
    for stripe in (_SIDE, _TEMPLE, *_CHEEKS):
        kit.both(stripe, dark, (0, 1, 3))


PART: Final = CoatStyle(
    Coat.TABBY,
    draw=draw,
    words={
        "en": "tabby, tabby fur, striped fur, mackerel",
        "ja": "トラ猫, とら猫, キジトラ, サバトラ, 茶トラ, 縞模様の毛",
    },
)
