"""A dark face and dark ears on pale fur: Siamese cats."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.animals.head import centred
from pipeline.drawing.animals.kit import AnimalKit
from pipeline.drawing.palette import fade, lch
from pipeline.drawing.pen import Radial
from pipeline.parts.records import CoatStyle
from pipeline.types.spec import Coat


def draw(kit: AnimalKit) -> None:
    """The face's middle, which fades out to its sides."""
    dark = kit.mark(lch(0.45, 0.035, 50))
    shape = [(0, -52), (40, -30), (76, 12), (70, 62), (40, 96), (0, 104)]
    axis = kit.pen.axis((0, 40, 60), (84, 40, 40))
    kit.patch(centred(shape), Radial(((0, dark), (0.4, dark), (1, fade(dark, 0.0))), axis))


PART: Final = CoatStyle(
    Coat.POINTS,
    draw=draw,
    words={
        "en": "siamese, pointed fur, color point, dark face fur",
        "ja": "シャム, シャム猫, ポイントの毛",
    },
    tipped=True,
    furs={"#f3e6d2": 2.0, "#f6efe4": 1.0},
)
