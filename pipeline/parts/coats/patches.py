"""Large dark patches on white: dairy cows."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.animals.kit import AnimalKit
from pipeline.drawing.palette import lch
from pipeline.parts.records import CoatStyle
from pipeline.types.spec import Coat


def draw(kit: AnimalKit) -> None:
    """A patch over one eye, a smaller one on the other side of the crown, one on the cheek."""
    dark = kit.mark(lch(0.34, 0.02, 300))
    kit.patch(
        [(18, -150), (14, -96), (24, -58), (16, -22), (30, 22), (62, 44), (92, 36), (112, 18), (150, 20), (150, -150)],
        dark, (0, 8, 9),
    )  # fmt: skip
    kit.patch(
        [(-150, -150), (-150, -60), (-112, -54), (-84, -66), (-62, -88), (-58, -118), (-66, -150)], dark, (0, 1, 6)
    )
    kit.patch([(-150, 40), (-114, 46), (-96, 66), (-100, 96), (-120, 130), (-150, 130)], dark, (0, 4, 5))


PART: Final = CoatStyle(
    Coat.PATCHES,
    draw=draw,
    words={
        "en": "cow pattern fur, cow spots, holstein, dairy cow",
        "ja": "牛柄, ホルスタイン",
    },
    tipped=True,
    furs={"#fbf8f4": 1.0},
)
