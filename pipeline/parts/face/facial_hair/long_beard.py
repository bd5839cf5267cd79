"""A long beard that swings."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.face.beards import draw_beard, draw_moustache, jaw_line
from pipeline.drawing.face.kit import FaceKit
from pipeline.drawing.geometry import Attach, Chain
from pipeline.parts.records import FacialHairStyle
from pipeline.types.spec import Build, FacialHair


def draw(kit: FaceKit) -> None:
    """A long beard that swings."""
    low = kit.figure.chin + 128
    sides = jaw_line(kit, 7.0, 12.0)[:5]
    fall = np.array([(60, low - 96, 60), (50, low - 58, 56), (36, low - 46, 54), (33, low - 24, 52), (16, low - 18, 50),
                     (0, low, 50)])  # fmt: skip
    chain = kit.pen.chain(Chain((0, kit.figure.chin, 60), (0, low, 50), rate=1.5, damping=0.3, hang=0.8))
    draw_beard(kit, np.vstack([sides, fall]), Attach(wrap=True, chain=chain))
    draw_moustache(kit, 38, -16, 1.2)


PART: Final = FacialHairStyle(
    FacialHair.LONG_BEARD,
    draw=draw,
    words={
        "en": "long beard, beard to his chest, beard down to his chest, chest length beard, waist length beard, beard to his waist, beard down to his waist, beard down to his belt, beard to his belly, beard to his knees, very long beard, wizard beard, flowing beard, dwarf beard, long bushy beard, huge beard",
        "ja": "長いひげ, 長い髭, 長いヒゲ, 長い顎髭, 仙人ひげ",
    },
    weights={Build.MALE: 0.004},
)
