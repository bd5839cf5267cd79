"""Legs in the round: how trousers and skin turn from light to shadow, and the soft folds and shadows on them.

Places are given for the viewer's right leg; ``sign`` -1 mirrors them to the left one, where the light falls on its outer side.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.modelling import around_stops, lit, soft_fold
from pipeline.drawing.palette import Colour, Ramp, fade
from pipeline.drawing.pen import Axis, Layer, Linear, Paint, Radial

Spot = tuple[float, float]


class LegBrush:
    """Draws on one leg: ``sign`` 1 is the viewer's right one."""

    def __init__(self, kit: OutfitKit, sign: int, layer: Layer) -> None:
        self._kit, self.sign, self._layer = kit, sign, layer

    def line(self, points: npt.ArrayLike, widths: list[float], paint: Paint) -> None:
        """Ink on the leg."""
        flat = np.asarray(points, np.float64) * [self.sign, 1]
        self._kit.pen.line(self._kit.on_body(flat), widths, paint, self._layer, BODY, detail=0.15)

    def lay(self, points: npt.ArrayLike, paint: Paint, corners: tuple[int, ...]) -> int:
        """A closed shape on the leg."""
        flat = np.asarray(points, np.float64) * [self.sign, 1]
        return self._kit.pen.fill(self._kit.on_body(flat), paint, self._layer, BODY, corners)

    def axis(self, start: npt.ArrayLike, end: npt.ArrayLike) -> Axis:
        """What a gradient between two points hangs on."""
        ends = self._kit.on_body(np.array([start, end], np.float64) * [self.sign, 1])
        return self._kit.pen.axis(ends[0].tolist(), ends[1].tolist(), BODY)

    def around(
        self, tone: Ramp, inner: float, outer: float, span: tuple[float, float], gleam: float, depth: float = 1.0
    ) -> None:
        """Light and shadow from one edge (x) of the leg to the other, over its height ``span``; ``gleam`` and ``depth`` as in
        ``around_stops``.
        """
        top, foot = span
        near, far = (inner, outer) if self.sign > 0 else (outer, inner)
        middle = top + 0.35 * (foot - top)
        stops = around_stops(tone, lit(tone), gleam, depth)
        box = [(inner - 30, top), (outer + 30, top), (outer + 30, foot), (inner - 30, foot)]
        self.lay(box, Linear(stops, self.axis((near, middle), (far, middle))), (0, 1, 2, 3))


def round_trouser(kit: OutfitKit, ramp: Ramp, hip: float, crotch: float, foot: float, sign: int) -> None:
    """Light, shadow and a few folds of a leg of trousers or shorts, which end at the height ``foot``: pulled at the leg that
    bears the weight, loose at the other.
    """
    brush = LegBrush(kit, sign, Layer.OUTFIT)
    brush.around(ramp, 4, hip - 2, (crotch - 300, foot + 30), 0.0)
    knee = kit.figure.shoulder_y + 622
    _thigh_light(brush, ramp, hip, (crotch - 196, min(knee, foot) - 20))
    pulled = (
        ((1, -4), (hip * 0.66, -52), -16.0, -6.0, ramp.deep),
        ((2, 12), (hip * 0.50, 2), -12.0, -3.0, ramp.deep),
        ((hip + 2, -96), (hip * 0.46, -60), 14.0, 4.0, ramp.shade),
    )
    loose = (
        ((1, -2), (hip * 0.56, -30), -13.0, -4.0, ramp.deep),
        ((3, 16), (hip * 0.46, 70), -14.0, 5.0, ramp.deep),
        ((hip + 2, -30), (hip * 0.52, 34), 15.0, 6.0, ramp.shade),
        ((6, 96), (hip * 0.50, 128), -12.0, 3.0, ramp.shade),
    )
    folds: tuple[tuple[Spot, Spot, float, float, Colour], ...] = pulled if sign == kit.figure.rests else loose
    for root, tip, width, bow, paint in folds:
        soft_fold(
            brush.lay,
            brush.axis,
            (root[0], root[1] + crotch),
            (tip[0], tip[1] + crotch),
            width * sign,
            bow * sign,
            paint,
        )
    at_crotch = [(1.0, crotch - 3), (hip * 0.19, crotch - 13), (hip * 0.36, crotch - 30)]
    brush.line(at_crotch, [1.4, 1.0, 0.1], ramp.line)
    if foot < knee:
        return
    for drop, reach, width in ((-26, 0.60, 10.0), (0, 0.46, 13.0), (24, 0.58, 10.0)):
        end = (hip * reach, knee + 0.5 * drop + 12)
        soft_fold(brush.lay, brush.axis, (hip - 7, knee + drop), end, width * sign, 3.0 * sign, ramp.deep)
    at_knee = [(hip - 8, knee), (hip * 0.8, knee + 8), (hip * 0.62, knee + 9)]
    brush.line(at_knee, [1.4, 1.0, 0.1], ramp.line)


def _thigh_light(brush: LegBrush, ramp: Ramp, hip: float, span: tuple[float, float]) -> None:
    """Light on the front of a thigh, which ends in points above the knee."""
    top, knee = span
    long, at = knee - top, 0.36 if brush.sign > 0 else 0.60
    x, wide = hip * at, hip * 0.17
    leaf = [(x + 2, top), (x + wide, top + long * 0.3), (x + wide * 0.7, top + long * 0.62), (x - 4, knee),
            (x - wide * 0.5, top + long * 0.66), (x - wide * 0.8, top + long * 0.3)]  # fmt: skip
    glow = fade(lit(ramp), 0.38)
    axis = brush.axis((x - wide * 0.7, top + long * 0.3), (x + wide, top + long * 0.36))
    brush.lay(leaf, Linear(((0, fade(glow, 0.0)), (0.45, glow), (1, fade(glow, 0.0))), axis), (0, 3))


def round_leg(kit: OutfitKit, skin: Ramp, hip: float, span: tuple[float, float], sign: int, shaded: float) -> None:
    """A bare leg from its top to its foot (``span``): its form, a soft knee, and the shadow of what is worn above it down to
    the height ``shaded``.
    """
    brush, y, (hem, foot) = LegBrush(kit, sign, Layer.BODY), kit.figure.shoulder_y, span
    brush.around(skin, 6, hip - 6, (hem, foot), 0.35, 0.75)
    x, knee = hip * 0.52, y + 632
    spot = [(x - 15, knee), (x - 4, knee - 13), (x + 13, knee - 4), (x + 13, knee + 12), (x - 3, knee + 17)]
    warm = fade(skin.deep, 0.22)
    centre = brush.axis((x, knee + 5), (x + 12, knee + 13))
    brush.lay(spot, Radial(((0, warm), (1, fade(warm, 0.0))), centre), ())
    if shaded <= hem:
        return
    shadow = ((0, skin.deep), (0.72, skin.deep), (1, fade(skin.deep, 0.0)))
    cast = [(-5, hem), (hip + 6, hem), (hip + 6, shaded - 14), (hip * 0.5, shaded), (-5, shaded - 10)]
    brush.lay(cast, Linear(shadow, brush.axis((hip * 0.4, shaded - 94), (hip * 0.44, shaded))), (0, 1, 2, 4))
