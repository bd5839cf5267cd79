"""A mop of curls on top, short at the sides."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.geometry import Attach
from pipeline.drawing.hair.clouds import cloud, commas, scalloped
from pipeline.drawing.hair.kit import HairKit, Sway
from pipeline.drawing.pen import Layer
from pipeline.parts import is_hatted
from pipeline.parts.records import HairBackStyle, HairKind
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import Build, HairBack, HairFront, HairSide

_MIDDLE: Final = -30.0
_PRESSED: Final = 24.0
"""How much lower it is under a hat, design units."""


def draw(kit: HairKit) -> None:
    """Close curls behind the ears, and a higher, broader mass of them over the crown."""
    covered = kit.art.massed and is_hatted(kit.spec)
    radius = 112 + 14 * kit.spec.hair_volume + 8 * kit.length - (_PRESSED if covered else 0.0)
    chain = kit.hang((0, 0, -20), (0, _MIDDLE - radius, -20), Sway(rate=3.0, damping=0.25, hang=0.0))
    attach = Attach(turn=0.12, chain=chain, give=0.4)
    for reach, degrees, z, paints, layer, coils in (
        (radius - 4, 122.0, -12.0, kit.back(), Layer.BACK_HAIR, 12),
        (radius, 96.0, 0.0, kit.side(-1), Layer.CAP, 70),
    ):
        # Narrow at the sides, high on top.
        swell = 1 - 0.16 * np.abs(np.linspace(-1, 1, 37)) ** 3
        edge = scalloped(kit, _at(_arc(reach * swell, degrees, 37), z), 36.0, 15.0)

        def inside(u: float, v: float, reach: float = reach, degrees: float = degrees, z: float = z) -> FloatArray:
            angle = np.radians(degrees * (2 * u - 1)) * 0.9
            far = reach * (0.92 - 0.42 * v)
            return np.array([far * np.sin(angle), _MIDDLE - 0.98 * far * np.cos(angle), z])

        lumps = 0 if kit.art.massed else coils
        cloud(kit, edge, _at(_arc(0.6 * reach, degrees, 9)[::-1], z), inside, lumps, paints, layer, attach)
        if kit.art.massed and layer is Layer.CAP and not covered:
            places = [(float(x), float(y), z) for x, y in _arc(reach * 0.88, 88, 8)]
            commas(kit, places, layer, attach)


def _arc(reach: float | FloatArray, degrees: float, count: int) -> FloatArray:
    angle = np.radians(np.linspace(-degrees, degrees, count))
    return np.column_stack([reach * np.sin(angle), _MIDDLE - reach * 0.98 * np.cos(angle)])


def _at(flat: FloatArray, z: float) -> FloatArray:
    return np.column_stack([flat, np.full(len(flat), z)])


PART: Final = HairBackStyle(
    HairBack.SHORT_CURLS,
    draw=draw,
    words={
        "en": "short curls, curly mop, curly crop, short curly hair, broccoli hair, curly top, mop of curls",
        "ja": "短い巻き毛, くるくるショート, ショートパーマ",
    },
    weights={Build.MALE: 0.5, Build.ANDROGYNOUS: 0.4, Build.FEMALE: 0.1},
    kinds=(HairKind.SHORT, HairKind.CURLY),
    fringes=None,
    fronts={HairFront.CURLY: 1},
    sides={HairSide.NONE: 1},
    wave=(0.8, 1.0),
    cloud=True,
    cushion=True,
    coiled=True,
)
