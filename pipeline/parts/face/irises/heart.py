"""A heart in the iris."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.face.pupils import Pupil
from pipeline.parts.records import IrisStyle
from pipeline.types.spec import Iris


def pupil() -> Pupil:
    """A heart."""
    turn = np.linspace(0, 2 * np.pi, 13)[:-1]
    y = -(13 * np.cos(turn) - 5 * np.cos(2 * turn) - 2 * np.cos(3 * turn) - np.cos(4 * turn)) / 16
    return 0.58 * np.sin(turn) ** 3, 0.48 * y + 0.03, (0, 6)


PART: Final = IrisStyle(
    Iris.HEART,
    words={
        "en": "heart shaped pupil, heart pupil, heart eye, heart in eye, heart iris, heart shaped eye",
        "ja": "ハート目, ハートの瞳, 目がハート",
    },
    weight=0.12,
    pupil=pupil,
    bright=True,
)
