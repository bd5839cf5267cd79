"""A fringe of curls."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.figure import skull
from pipeline.drawing.geometry import SKULL
from pipeline.drawing.hair.clouds import cloud, commas, scalloped
from pipeline.drawing.hair.clumps import Clumps
from pipeline.drawing.hair.curls import curls
from pipeline.drawing.hair.fringes import fringe
from pipeline.drawing.hair.kit import HairKit
from pipeline.drawing.hair.masses import Edge, MassStyle
from pipeline.drawing.pen import Layer
from pipeline.parts import HAIR_BACKS, is_hatted
from pipeline.parts.records import Crown, HairFrontStyle, HairKind
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import HairFront

_WAVES: Edge = (
    ("n", -80, 0.96), ("t", -70, 1.34), ("n", -56, 1.06), ("t", -50, 1.22), ("n", -38, 0.98), ("t", -30, 1.13),
    ("n", -19, 0.94), ("t", -8, 1.17), ("n", 1, 0.96), ("t", 12, 1.19), ("n", 22, 0.95), ("t", 32, 1.12),
    ("n", 41, 0.99), ("t", 52, 1.24), ("n", 58, 1.06), ("t", 71, 1.36), ("n", 80, 0.96),
)  # fmt: skip

_CLUMPS: Clumps = (
    (-30, -60, 1.40, 9.0, -20), (30, 60, 1.38, 9.0, 20), (20, 44, 1.22, 9.0, -16), (-18, -42, 1.24, 9.0, 15),
    (10, 24, 1.16, 8.0, 18), (-12, -22, 1.18, 8.0, -18), (-2, 6, 1.20, 8.5, -17), (4, -6, 1.12, 6.0, 14),
)  # fmt: skip

_CUSHION = ((0.52, 27.0, 5, 58), (0.76, 28.0, 6, 70), (0.97, 25.0, 7, 78))
_MOP = ((0.26, 22.0, 5, 62), (0.48, 23.0, 6, 68), (0.70, 22.0, 7, 70), (0.92, 20.0, 8, 72), (1.02, 16.0, 6, 50))
"""Rows of curls, the highest first: how far down (see ``skull``), the radius, how many, and degrees to both sides."""


_LOCKS = ((0.36, 40.0, 3), (0.62, 62.0, 5), (0.88, 68.0, 6))
_COILS = ((0.32, 46.0, 4), (0.54, 64.0, 6), (0.76, 68.0, 7))
"""Rows of locks that curl, of a mop and of an afro, the highest first: how far down, degrees to both sides, how many."""


def draw(kit: HairKit) -> None:
    """A cushion of round curls over the forehead; wavy bangs where the rest of the hair is long and straight."""
    back = HAIR_BACKS[kit.spec.hair_back]
    mop = back.coiled and HairKind.CURLY in back.kinds
    if kit.art.locks and back.coiled and (kit.art.massed or not mop):
        _hairline(kit, mop)
        return
    if not mop and (kit.art.locks or not back.cushion):
        fringe(kit, _WAVES, style=MassStyle(bulge=0.34, cleft=0.5), light=0.0, clumps=_CLUMPS)
        return
    rows = _MOP if mop else _CUSHION
    lobes = []
    for low, radius, count, spread in rows:
        for lon in np.linspace(-spread, spread, count):
            turned, down = lon + kit.jitter(4), low + 0.10 * (abs(lon) / 70) ** 2 + kit.jitter(0.04)
            x, y, z = (float(v) for v in skull(turned, down, kit.out * 1.03))
            narrow = 0.72 + 0.28 * float(np.cos(np.radians(lon)))
            lobes.append((x, y, z, radius * narrow * (0.88 + 0.24 * kit.rng.random())))
    longitudes = np.linspace(-74, 74, 9)
    body = np.vstack([skull(longitudes, np.full(9, 0.95), kit.out), skull(longitudes[::-1], np.full(9, 0.30), kit.out)])
    curls(kit, lobes, kit.fringe(-1), Layer.FRINGE, SKULL, body, casts=True)


def _hairline(kit: HairKit, mop: bool) -> None:
    """Coiled hair ends where it grows: round the forehead, in small curls; a mop of curls falls over it."""
    out = kit.out * 1.02

    def inside(u: float, v: float) -> FloatArray:
        longitude = 140 * u - 70
        top = 0.93 if mop and kit.art.massed else 0.75
        return skull(longitude, top - 0.52 * v + 0.24 * (longitude / 76) ** 2, out)

    longitudes = np.linspace(84, -84, 33)
    hairline, bump, rise, paints = 0.86 + 0.30 * np.abs(longitudes / 84) ** 2.4, 13.0, 4.5, kit.fringe(-1)
    if kit.art.soft:
        # Round at the temples, in curls as large as those of the outline.
        hairline, bump, rise = 0.84 + 0.40 * np.abs(longitudes / 84) ** 1.9, 17.0, 7.0
    if kit.art.gathered:
        # One mass with the cloud above.
        hairline, bump, rise, paints = hairline - 0.02, 22.0, 8.5, kit.side(-1)
    if kit.art.massed:
        longitudes = longitudes * (0.86 if mop else 0.95)
        hairline = (0.92 if mop else 0.83) + 0.22 * np.abs(longitudes / 84) ** 1.9
        bump, rise = (36.0, 16.0) if mop else (33.0, 7.5)
    edge = scalloped(kit, skull(longitudes, hairline, out), bump, rise)
    back = skull(np.linspace(-72, 72, 9), np.full(9, 0.22), out)
    cloud(kit, edge, back, inside, 0 if kit.art.massed else 70, paints, Layer.FRINGE, SKULL, casts=True)
    if not kit.art.massed:
        return
    places = []
    rows = _LOCKS if mop else _COILS
    for down, spread, count in rows[-1:] if is_hatted(kit.spec) else rows:
        for longitude in np.linspace(-spread, spread, count).tolist():
            low = down + 0.10 * (longitude / 70) ** 2
            x, y, z = skull(longitude + kit.jitter(5), low + kit.jitter(0.04), out).tolist()
            places.append((x, y, z))
    commas(kit, places, Layer.FRINGE, SKULL, 1.0 if mop else 0.62)


PART: Final = HairFrontStyle(
    HairFront.CURLY,
    draw=draw,
    words={
        "en": "curly bang, curly fringe",
        "ja": "くるくる前髪, カール前髪",
    },
    kinds=(HairKind.CURLY,),
    crown=Crown.SMOOTH,
    cloud=True,
)
