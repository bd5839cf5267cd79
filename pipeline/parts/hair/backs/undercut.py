"""An undercut: shaved sides, the top combed over them."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.geometry import Attach
from pipeline.drawing.hair.kit import HairKit
from pipeline.drawing.hair.sleek import draw_nape, shaved_sides
from pipeline.drawing.palette import mix
from pipeline.drawing.pen import Layer
from pipeline.parts.records import Crown, HairBackStyle, HairKind
from pipeline.types.spec import Build, HairBack, HairFront, HairSide


def draw(kit: HairKit) -> None:
    """Shaved sides: a shadow of stubble over the ears, the top combed over it."""
    pen = kit.pen
    ramp = kit.tones.hair
    if kit.art.massed:
        draw_nape(kit)
        shaved_sides(kit)
        return
    if kit.art.locks:
        _sides(kit)
        _back(kit)
        return
    for sign in (-1, 1):
        points = np.array([(92, -66, -2), (101, -30, -4), (100, 0, -6), (95, 20, -6), (86, 14, 10), (83, -20, 26),
                           (82, -60, 34)], float)  # fmt: skip
        points[:, 0] *= sign
        pen.fill(points, ramp.deep, Layer.EARS, Attach(turn=0.5, wrap=True), (3, 4))
        for row in range(3):
            y = -34 + 17 * row
            pen.stroke(
                [(sign * 86, y, 20), (sign * 96, y + 3, 4)], 0.5, ramp.dark, Layer.EARS, Attach(turn=0.5), detail=0.3
            )
    nape = np.array(
        [(-70, 40, -30), (-60, 84, -30), (-30, 96, -30), (30, 96, -30), (60, 84, -30), (70, 40, -30)], float
    )
    pen.fill(nape, ramp.dark, Layer.BACK_HAIR, Attach(turn=0.1))
    dome = np.array([(0, -140, -14), (60, -126, -14), (98, -84, -14), (108, -44, -14), (96, -28, -14), (-96, -28, -14),
                     (-108, -44, -14), (-98, -84, -14), (-60, -126, -14)], float)  # fmt: skip
    pen.fill(dome, kit.back().fill, Layer.BACK_HAIR, Attach(turn=0.0))


def _sides(kit: HairKit) -> None:
    """Stubble from the temple to a point before the ear, its short hairs at the front edge."""
    pen, ramp = kit.pen, kit.tones.hair
    attach = Attach(turn=0.6, wrap=True)
    half = np.array([(92, -70, -2), (104, -30, -4), (102, 4, -6), (92, 22, 2), (83, 40, 16), (80, 14, 26), (77, -24, 34),
                     (76, -70, 38)], float)  # fmt: skip
    for sign in (-1, 1):
        points = half * [sign, 1, 1]
        pen.fill(points, mix(ramp.shade, ramp.deep, 0.5), Layer.EARS, attach, (4, 7))
        for y, reach in ((-52, 9), (-38, 7), (-24, 9), (-10, 6), (4, 7), (18, 5)):
            x = float(np.interp(y, [-70, -24, 14, 40], [76, 77, 80, 83]))
            hair = np.array([(x + reach, y - 9, 30), (x + 1, y, 34), (x - 1.5, y + 6, 34)]) * [sign, 1, 1]
            pen.line(hair, [0.2, 1.0, 0.1], ramp.deep, Layer.EARS, attach, detail=0.2)
        pen.line(points[[5, 4]], [0.3, 0.9], ramp.line, Layer.EARS, attach)


def _back(kit: HairKit) -> None:
    """The shaved nape and the dome above it, down to the ears."""
    half = np.array([(72, 30, -30), (58, 66, -30), (44, 88, -30), (30, 98, -30)], float)
    nape = np.vstack([half * [-1, 1, 1], half[::-1]])
    kit.pen.fill(nape, kit.tones.hair.dark, Layer.BACK_HAIR, Attach(turn=0.45), (2, 3, 4, 5))
    half = np.array([(60, -126, -14), (98, -84, -14), (108, -44, -14), (101, 6, -14), (88, 30, -14)], float)
    dome = np.vstack([[(0, -140, -14)], half, (half * [-1, 1, 1])[::-1]])
    kit.pen.fill(dome, kit.back().fill, Layer.BACK_HAIR, Attach(turn=0.0))


PART: Final = HairBackStyle(
    HairBack.UNDERCUT,
    draw=draw,
    words={
        "en": "undercut, shaved sides, shaved on the sides, sides shaved, shaved side, half her head shaved, half his head shaved, half of her head shaved, one side shaved, side of her head shaved, shaved at the sides, buzzed sides, half shaved head, half shaved, sidecut, side shave, fade haircut, fade, taper fade, high fade, low fade, skin fade, taper, two block",
        "ja": "ツーブロック, アンダーカット, 刈り上げ",
    },
    weights={Build.MALE: 2.5, Build.ANDROGYNOUS: 0.8},
    kinds=(HairKind.SHORT,),
    fringes=None,
    fronts={
        HairFront.SWEPT_BACK: 1,
        HairFront.SIDE_PART: 2.5,
        HairFront.SWEEP: 2.5,
        HairFront.MESSY: 1.5,
        HairFront.CHOPPY: 0.6,
    },
    sides={HairSide.NONE: 4, HairSide.SHORT: 2},
    crown=Crown.CROPPED,
    sidelocks=False,
    cushion=True,
)
