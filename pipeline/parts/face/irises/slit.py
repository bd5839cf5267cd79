"""A pupil like a slit."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.face.pupils import Pupil
from pipeline.parts.records import IrisStyle
from pipeline.types.spec import Iris


def pupil() -> Pupil:
    """An upright slit."""
    turn = np.linspace(0, 2 * np.pi, 11)[:-1] + np.pi / 2
    return 0.18 * np.cos(turn), 0.80 * np.sin(turn), (0, 5)


PART: Final = IrisStyle(
    Iris.SLIT,
    words={
        "en": "slit pupil, cat pupil, reptile eye, snake eye, slitted eye, dragon eye, slit eye, vertical pupil, "
        "slit iris",
        "ja": "縦長の瞳孔, 縦瞳孔, 蛇目, 竜の目, 爬虫類の目, スリット瞳",
    },
    weight=0.2,
    pupil=pupil,
)
