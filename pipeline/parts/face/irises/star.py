"""A star in the iris."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.face.pupils import Pupil
from pipeline.parts.records import IrisStyle
from pipeline.types.spec import Iris


def pupil() -> Pupil:
    """A star of five points."""
    turn = np.arange(10) * np.pi / 5 - np.pi / 2
    reach = np.where(np.arange(10) % 2 == 0, 0.64, 0.27)
    return reach * np.cos(turn), 0.86 * reach * np.sin(turn), tuple(range(10))


PART: Final = IrisStyle(
    Iris.STAR,
    words={
        "en": "star shaped pupil, star pupil, star in eye, star eye, starry eye, sparkling eye, sparkly eye, star iris, "
        "star shaped eye, symbol shaped pupil",
        "ja": "星目, 星の瞳, 星形の瞳, キラキラ目, きらきらした目, キラキラした目, しいたけ目",
    },
    weight=0.4,
    pupil=pupil,
    bright=True,
)
