"""Shaved sides and a crest from the forehead to the nape."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.geometry import Attach
from pipeline.drawing.hair.kit import HairKit, Sway
from pipeline.drawing.hair.scalp import draw_cropped
from pipeline.drawing.pen import Layer
from pipeline.parts.records import HairBackStyle
from pipeline.types.spec import Build, HairBack, HairFront


def draw(kit: HairKit) -> None:
    """Shaved sides and a crest from the forehead to the nape."""
    draw_cropped(kit)
    pen, paints = kit.pen, kit.fringe(0)
    tall = 58 + 50 * kit.length
    # Blades from the sides to the middle, the tallest in front, like an open fan.
    for place, lean, share in (
        (-22, -42, 0.66),
        (24, 46, 0.64),
        (-14, -24, 0.88),
        (17, 28, 0.86),
        (-6, -8, 1.06),
        (8, 13, 1.0),
        (1, 2, 0.84),
    ):
        tip = np.array([place + lean + kit.jitter(5), -132 - tall * share, 4.0])
        low, half = -92.0 - abs(place) * 0.5, 22.0
        left = np.array(
            [(place * 0.6 - half * 0.7, low, 62), (place - half + lean * 0.2, -128 - tall * share * 0.25, 24), tip]
        )
        right = np.array(
            [(place * 0.6 + half * 0.7, low, 62), (place + half + lean * 0.4, -128 - tall * share * 0.3, 24), tip]
        )
        chain = kit.hang((place, -120, 10), (float(tip[0]), float(tip[1]), 4), Sway(rate=3.2, damping=0.3, hang=0.0))
        kit.lock(left, right, paints, Layer.FRINGE, Attach(turn=0.55, chain=chain, give=0.6))
    crest = np.array([(-22, -120, 60), (-15, -96, 74), (-9, -74, 82), (0, -62, 86), (9, -74, 82), (15, -96, 74), (22, -120, 60),
                      (14, -142, 40), (-14, -142, 40)], float)  # fmt: skip
    pen.fill(crest, paints.fill, Layer.FRINGE, Attach(turn=0.8), (3,))
    for x in (-8, -2, 4, 10):
        pen.stroke(
            [(x, -140, 40), (x * 0.9, -106, 68), (x * 0.5, -76, 82)], 0.8, paints.strand, Layer.FRINGE, Attach(turn=0.8)
        )
    pen.line(crest[:7], [0.3, 0.8, 1.2, 1.4, 1.2, 0.8, 0.3], paints.line, Layer.FRINGE, Attach(turn=0.8), (3,))


PART: Final = HairBackStyle(
    HairBack.MOHAWK,
    draw=draw,
    words={
        "en": "mohawk, mohican, fauxhawk, faux hawk, punk mohawk, mohawk hair",
        "ja": "モヒカン, モヒカン刈り, ソフトモヒカン",
    },
    weights={Build.MALE: 0.2, Build.ANDROGYNOUS: 0.2},
    fringes=None,
    fronts={HairFront.SPIKY: 1},
    wave=(0.0, 0.2),
    sidelocks=False,
    high=True,
    whole=True,
)
