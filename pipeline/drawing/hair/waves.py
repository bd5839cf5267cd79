"""Short hair that is set in waves: ridges that run across its fall, from a parting round the head."""

from __future__ import annotations

import random
from typing import Final

import numpy as np

from pipeline.drawing.figure import skull
from pipeline.drawing.geometry import SKULL, Attach
from pipeline.drawing.hair.clouds import as_ball, scalloped
from pipeline.drawing.hair.gloss import Slivers, light_of
from pipeline.drawing.hair.kit import HairKit, Sway
from pipeline.drawing.pen import Layer
from pipeline.types.arrays import FloatArray

_MIDDLE: Final = -28.0
_HAIRLINE: Final = ((-86, 1.12), (-72, 1.14), (-58, 0.98), (-40, 0.82), (-24, 0.76), (-6, 0.86), (16, 0.97), (38, 1.02), (58, 1.06),
                    (74, 1.17), (86, 1.12))  # fmt: skip
"""The lower edge (degrees, down) of hair that is parted at the viewer's left."""
_RIDGES: Final = (0.17, 0.36, 0.55)
"""How far (``down``) the ridges lie above the hairline."""


def draw_waves(kit: HairKit) -> None:
    """Draws the hair behind, down to the jaw, and the waves on top, which are all the hair there is."""
    pen, toward = kit.pen, kit.combed
    radius = 112 + 16 * kit.spec.hair_volume
    chain = kit.hang((0, 0, -20), (0, _MIDDLE - radius, -20), Sway(rate=3.0, damping=0.25, hang=0.0))
    loose = Attach(turn=0.12, chain=chain, give=0.3)
    behind = scalloped(kit, _round(radius - 2, 137.0, 31, -14.0), 46.0, 9.0)
    pen.fill(behind, kit.back().fill, Layer.BACK_HAIR, loose, range(0, len(behind), 4))
    pen.line(behind, 0.8, kit.back().line, Layer.BACK_HAIR, loose, range(4, len(behind) - 1, 4))
    places, downs = (np.array(column, np.float64) for column in zip(*_HAIRLINE, strict=True))
    places, downs = (places, downs) if toward > 0 else (-places[::-1], downs[::-1])

    def low(longitude: FloatArray) -> FloatArray:
        return np.asarray(np.interp(longitude, places, downs))

    top = scalloped(kit, _round(radius, 108.0, 31, 0.0), 52.0, 6.5)
    lons = np.linspace(86, -86, 25)
    front = skull(lons, low(lons) + 0.025 * np.sin(lons / 7.5), kit.out)
    turn = np.r_[np.full(len(top), 0.12), np.ones(len(front))]
    give = np.r_[np.ones(len(top)), np.zeros(len(front))] * 0.3
    attach = Attach(turn=turn, wrap=True, chain=chain, give=give)
    bumps = range(0, len(top), 4)
    whole = pen.fill(
        np.vstack([top, front]), as_ball(kit, kit.fringe(-1), Layer.FRINGE), Layer.FRINGE, attach,
        (*bumps, len(top), len(top) + len(front) - 1), casts=True,
    )  # fmt: skip
    dice = random.Random(kit.spec.seed * 131 + 7)
    parting = float(places[int(downs.argmin())])
    with pen.clipped(whole):
        lights = Slivers(kit, Layer.FRINGE)
        for number, up in enumerate(_RIDGES):
            for begin, end in ((parting - 8, -104.0), (parting + 4, 104.0)):
                lon = np.linspace(begin, end, 11)
                wave = 0.05 * np.sin(np.abs(lon - parting) / 15 + number * 1.6 + dice.uniform(-0.3, 0.3))
                down = np.maximum(low(lon) - up * (0.75 + 0.5 * np.abs(lon - parting) / 120) + wave, 0.06)
                crisp = skull(lon, down, kit.out * 1.02)
                soft = skull(lon, down + 0.15 * np.sin(np.linspace(0.1, 1, 11) * np.pi) ** 0.6, kit.out * 1.02)
                kit.wedge(crisp, soft, kit.shadow(float(lon[5])), Layer.FRINGE, SKULL, 0.9)
                if end < 0 or number == 1:
                    lit = skull(lon[3:8], down[3:8] - 0.05, kit.out * 1.02)
                    lights.add(lit, 2.6, light_of(kit.ramp(float(lon[5])), 0.5), 0.4, 0.1)
        lights.paint()
        lines = Slivers(kit, Layer.FRINGE)
        for lon_at in np.linspace(-70, 70, 9):
            lon_line = float(lon_at) + dice.uniform(-5, 5) + 5 * np.sin(np.linspace(0, 5, 7))
            reach = np.linspace(0.02, dice.uniform(0.25, 0.5), 7)
            lines.add(skull(lon_line, low(lon_line) - reach, kit.out * 1.02), 0.7, kit.fringe().inner, 0.15, 0.2)
        lines.paint()
    pen.line(top, np.tile([1.0, 0.8, 0.7, 0.8], len(top) // 4 + 1)[: len(top)], kit.fringe(-1).line, Layer.FRINGE,
             Attach(turn=0.12, chain=chain, give=0.3), range(4, len(top) - 1, 4))  # fmt: skip
    pen.line(front, np.r_[0.1, np.full(len(front) - 2, 0.6), 0.1], kit.fringe().inner, Layer.FRINGE, SKULL)


def _round(reach: float, degrees: float, count: int, z: float) -> FloatArray:
    """An arc [count, 3] round the head, which turns in at its ends."""
    angle = np.radians(np.linspace(-degrees, degrees, count))
    far = reach * (1 - 0.14 * np.abs(np.linspace(-1, 1, count)) ** 5)
    return np.column_stack([far * np.sin(angle) * 0.98, _MIDDLE - far * np.cos(angle), np.full(count, z)])
