"""Patches of two colours on white."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.animals.kit import AnimalKit
from pipeline.drawing.palette import lch
from pipeline.parts.records import CoatStyle
from pipeline.types.spec import Coat


def draw(kit: AnimalKit) -> None:
    """A warm patch over one eye, a dark one over the other."""
    warm = kit.mark(lch(0.76, 0.125, 66))
    dark = lch(0.38, 0.02, 40)
    kit.patch(
        [(20, -140), (12, -84), (26, -38), (44, -4), (84, 10), (112, -8), (150, -30), (150, -140)], warm, (0, 6, 7)
    )
    kit.patch([(-150, -140), (-150, -14), (-112, 14), (-84, 2), (-60, -34), (-46, -70), (-30, -96), (-26, -140)], dark,
              (0, 1, 7))  # fmt: skip
    kit.patch([(96, 150), (92, 92), (110, 66), (150, 60), (150, 150)], dark, (0, 3, 4))


PART: Final = CoatStyle(
    Coat.CALICO,
    draw=draw,
    words={
        "en": "calico, calico fur, patched fur, tortoiseshell, tricolor",
        "ja": "三毛, 三毛猫, 三毛模様",
    },
    furs={"#fbf6ee": 1.0},
)
