"""A cloud of curls to the shoulders."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.geometry import Attach
from pipeline.drawing.hair.clouds import cloud, ringlets, scalloped
from pipeline.drawing.hair.curls import along, curls
from pipeline.drawing.hair.kit import HairKit, Sway
from pipeline.drawing.pen import Layer
from pipeline.parts.records import HairBackStyle, HairKind
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import Build, HairBack, HairFront, HairSide


def draw(kit: HairKit) -> None:
    """A cloud of curls to the shoulders."""
    deep = 150 + 110 * kit.length
    wide = kit.out / 1.05
    if kit.art.locks:
        _ringlets(kit, deep, wide)
        return
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


def _ringlets(kit: HairKit, deep: float, wide: float) -> None:
    """Ringlets beside the face, a scalloped mass behind them and over the crown."""
    half = np.array([(0, -118), (48, -112), (82, -90), (104, -54), (118, -8), (128, 60), (130, 120), (114, deep - 6),
                     (60, deep + 8)]) * [wide, 1]  # fmt: skip
    line = np.vstack([(half * [-1, 1])[:0:-1], half])
    whole = np.column_stack([line, np.full(len(line), -16.0)])
    attach = Attach(turn=0.12, chain=kit.hang((0, 20, -20), (0, deep, -20), Sway(rate=2.0, hang=0.3)))

    def behind(u: float, v: float) -> FloatArray:
        return np.array([(2 * u - 1) * 112, 40 + (deep - 60) * v, -16.0])

    edge = scalloped(kit, whole, 27.0, 8.0)
    cloud(kit, edge, np.array([(0.0, deep + 16, -16.0)]), behind, 18, kit.back(), Layer.BACK_HAIR, attach)

    for sign in (-1, 1):
        chain = kit.hang((sign * 100, -30, 0), (sign * 110, deep, 0), Sway(rate=2.0, hang=0.35))
        roots = [(x0 * wide + kit.jitter(3), y0, x1 * wide + kit.jitter(4), deep - up + kit.jitter(8), wider)
                 for x0, y0, x1, up, wider in _ROOTS]  # fmt: skip
        ringlets(kit, sign, roots, Attach(turn=0.22, chain=chain), Layer.SIDE_HAIR)


_ROOTS = (
    (104, -66, 130, 60, 15.0), (92, -60, 98, 8, 15.0), (106, -40, 120, 26, 16.0), (84, -72, 84, 54, 12.0),
    (98, -84, 107, 82, 14.0),
)  # fmt: skip
"""x and y of a ringlet's root, x of its end, how far it ends above the lowest, half its width."""


PART: Final = HairBackStyle(
    HairBack.CURLY,
    draw=draw,
    words={
        "en": "corkscrew curls, loose curls, long curls, big curls, curls to the shoulder",
        "ja": "巻き髪, カーリーヘア, くるくるヘア",
    },
    weights={Build.FEMALE: 0.7, Build.MALE: 0.15, Build.ANDROGYNOUS: 0.8},
    kinds=(HairKind.CURLY,),
    fringes=None,
    fronts={HairFront.CURLY: 5, HairFront.CURTAIN: 1, HairFront.SWEEP: 1},
    sides={HairSide.SHORT: 3, HairSide.MEDIUM: 2, HairSide.NONE: 1},
    wave=(0.8, 1.0),
    cloud=True,
    cushion=True,
)
