"""A cloud of curls to the shoulders."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.geometry import Attach
from pipeline.drawing.hair.curls import along, curls
from pipeline.drawing.hair.kit import HairKit, Sway
from pipeline.drawing.pen import Layer
from pipeline.parts.records import HairBackStyle, HairKind
from pipeline.types.spec import Build, HairBack, HairFront, HairSide


def draw(kit: HairKit) -> None:
    """A cloud of curls to the shoulders."""
    deep = 150 + 110 * kit.length
    wide = kit.out / 1.05
    half = np.array([(0, -124), (56, -112), (96, -74), (116, -10), (128, 60), (132, 130), (116, deep), (70, deep + 14),
                     (14, deep + 4)]) * [wide, 1]  # fmt: skip
    chain = kit.hang((0, 20, -20), (0, deep, -20), Sway(rate=2.0, hang=0.3))
    attach = Attach(turn=0.12, chain=chain)
    back = [*along(kit, half, -16.0, 30), *along(kit, half[1:], -16.0, 30, -1)]
    body = np.vstack([half, (half * [-1, 1])[:0:-1]])
    curls(kit, back, kit.back(), Layer.BACK_HAIR, attach, np.column_stack([body, np.full(len(body), -16.0)]), wound=0.0)
    for sign in (-1, 1):
        chain = kit.hang((sign * 100, -30, 0), (sign * 110, deep, 0), Sway(rate=2.0, hang=0.35))
        run = np.array([(92, -72), (104, -20), (106, 40), (104, 100), (104, deep - 20)]) * [wide, 1]
        outer = np.array([(112, -50), (126, 20), (132, 90), (124, deep - 40)]) * [wide, 1]
        lobes = [*along(kit, outer, -4.0, 25, sign), *along(kit, run, 4.0, 24, sign)]
        spine = np.vstack([run, outer[::-1]]) * [sign, 1]
        curls(kit, lobes, kit.side(sign), Layer.SIDE_HAIR, Attach(turn=0.22, chain=chain),
              np.column_stack([spine, np.zeros(len(spine))]), casts=True)  # fmt: skip


PART: Final = HairBackStyle(
    HairBack.CURLY,
    draw=draw,
    words={
        "en": "curls, dreadlock, locs, tight curl, perm, permed hair",
        "ja": "巻き髪, カーリーヘア, カール, くるくるヘア, パーマ, 天パ, 天然パーマ",
    },
    weights={Build.FEMALE: 0.7, Build.MALE: 0.15, Build.ANDROGYNOUS: 0.8},
    kinds=(
        HairKind.SHORT,
        HairKind.CURLY,
    ),
    fringes=None,
    fronts={HairFront.CURLY: 5, HairFront.CURTAIN: 1, HairFront.SWEEP: 1},
    sides={HairSide.SHORT: 3, HairSide.MEDIUM: 2, HairSide.NONE: 1},
    wave=(0.8, 1.0),
    cloud=True,
    cushion=True,
)
