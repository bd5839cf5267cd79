"""Caps and visors that sit on the hair: the crown of panels, and the peak that juts out over the forehead."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.hats import arch
from pipeline.drawing.accessories.kit import AccessoryKit, flat, oval
from pipeline.drawing.figure import skull
from pipeline.drawing.geometry import OUTLINE, SKULL, Attach
from pipeline.drawing.palette import Ramp, fade
from pipeline.drawing.pen import Layer
from pipeline.types.arrays import FloatArray

_MIDDLE: Final = np.linspace(-52, 52, 11)
"""Longitudes at which the peak is sewn on, degrees."""


def cap_edge(kit: AccessoryKit, longitudes: FloatArray, lower: float = 0.0) -> FloatArray:
    """The edge of a cap [n, 3]: where its crown meets the peak."""
    return skull(longitudes, 0.80 - 0.11 * np.cos(np.radians(longitudes)) + lower, kit.hair.out * 1.045)


def _peak(kit: AccessoryKit) -> tuple[FloatArray, FloatArray]:
    """The sewn and the free edge of the peak, [11, 3] each."""
    top = cap_edge(kit, _MIDDLE)
    out = np.cos(np.radians(_MIDDLE))[:, None]
    return top, top + np.column_stack([0.10 * top[:, 0], 30 * (out[:, 0] - 0.5) ** 0.7 + 6, 60 * (out[:, 0] - 0.5)])


def peak_shadow(kit: AccessoryKit) -> None:
    """The shadow of the peak on the hair."""
    top, rim = _peak(kit)
    shadow = np.vstack([top, (rim + np.array([3.0, 13.0, -20.0]))[::-1]])
    kit.pen.fill(shadow, fade(kit.hair.tones.hair.dark, 0.45), Layer.HEAD_WEAR, SKULL, (0, 10, 11, 21))


def cap_crown(kit: AccessoryKit, ramp: Ramp) -> int:
    """The crown: panels with seams and eyelets, a gleam, a shaded side, a button on top; the curve of its outline."""
    pen = kit.pen
    dome = arch(kit, 7, 76, 13)
    front = cap_edge(kit, np.linspace(80, -80, 9))
    attach = Attach(turn=np.r_[np.zeros(13), np.full(7, 0.9)])
    crown = np.vstack([flat(dome, 0), front[1:-1]])
    whole = kit.piece(
        crown, kit.gradient(ramp, -150, -50, OUTLINE), ramp.line, attach=attach, corners=(0, 12), width=1.6
    )
    with pen.clipped(whole):
        side = np.vstack([dome[8:] + np.array([14, 0]), (dome[8:] * [0.72, 0.86])[::-1]])
        pen.fill(flat(side, 0), ramp.shade, Layer.HEAD_WEAR, OUTLINE, (0, 4, 5, 9))
        gleam = skull([-52, -40, -26, -22, -34, -50], [0.50, 0.32, 0.22, 0.30, 0.42, 0.58], kit.hair.out * 1.06)
        pen.fill(gleam, fade(ramp.shine, 0.6), Layer.HEAD_WEAR, SKULL, (0, 3))
        band = np.vstack([cap_edge(kit, _MIDDLE, 0.02), cap_edge(kit, _MIDDLE[::-1], -0.05)])
        pen.fill(band, fade(ramp.deep, 0.55), Layer.HEAD_WEAR, SKULL, (0, 10, 11, 21))
    for lon in (-40, 40):
        seam = skull(np.linspace(lon * 0.3, lon, 6), np.linspace(0.05, 0.72, 6), kit.hair.out * 1.07)
        pen.stroke(seam, 0.9, ramp.line, Layer.HEAD_WEAR, SKULL)
        hole = skull([lon * 0.62] * 2, [0.30, 0.325], kit.hair.out * 1.07)
        pen.line(hole, [1.6, 1.6], ramp.dark, Layer.HEAD_WEAR, SKULL, detail=0.2)
    pen.fill(flat(oval(0, float(dome[6, 1]), 8, 4.5, 8), 10), ramp.shade, Layer.HEAD_WEAR, OUTLINE)
    return whole


def draw_peak(kit: AccessoryKit, ramp: Ramp) -> None:
    """The peak: its lip, its shaded side and two rows of stitches."""
    pen = kit.pen
    top, rim = _peak(kit)
    visor = np.vstack([top, rim[::-1]])
    peak = kit.piece(visor, kit.gradient(ramp, -84, -40), ramp.line, attach=SKULL, corners=(0, 10), width=1.5)
    with pen.clipped(peak):
        lip = np.vstack([rim + np.array([0, 4, 0]), (rim + (top - rim) * 0.16)[::-1]])
        pen.fill(lip, ramp.deep, Layer.HEAD_WEAR, SKULL, (0, 10, 11, 21))
        right = np.vstack([top[7:], rim[:6:-1]])
        pen.fill(right, fade(ramp.shade, 0.8), Layer.HEAD_WEAR, SKULL, (0, 3, 4, 7))
    for share in (0.42, 0.62):
        stitches = (top + (rim - top) * share)[1:-1]
        pen.stroke(stitches, 0.5, ramp.deep, Layer.HEAD_WEAR, SKULL, detail=0.28)
