"""Legs in the round: how trousers and skin turn from light to shadow, and the soft folds and shadows on them.

Places are given for the viewer's right leg; ``sign`` -1 mirrors them to the left one, where the light falls on its outer side.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.modelling import around_stops, lit, soft_fold
from pipeline.drawing.palette import Ramp, fade
from pipeline.drawing.pen import Axis, Layer, Linear, Paint, Radial


class LegBrush:
    """Draws on one leg."""

    def __init__(self, kit: OutfitKit, sign: int, layer: Layer) -> None:
        self._kit, self._sign, self._layer = kit, sign, layer

    def lay(self, points: npt.ArrayLike, paint: Paint, corners: tuple[int, ...]) -> int:
        """A closed shape on the leg."""
        flat = np.asarray(points, np.float64) * [self._sign, 1]
        return self._kit.pen.fill(self._kit.on_body(flat), paint, self._layer, BODY, corners)

    def axis(self, start: npt.ArrayLike, end: npt.ArrayLike) -> Axis:
        """What a gradient between two points hangs on."""
        ends = self._kit.on_body(np.array([start, end], np.float64) * [self._sign, 1])
        return self._kit.pen.axis(ends[0].tolist(), ends[1].tolist(), BODY)

    def around(self, tone: Ramp, inner: float, outer: float, span: tuple[float, float], gleam: float) -> None:
        """Light and shadow from one edge (x) of the leg to the other, over its height ``span``."""
        top, foot = span
        near, far = (inner, outer) if self._sign > 0 else (outer, inner)
        middle = top + 0.35 * (foot - top)
        stops = around_stops(tone, lit(tone), gleam)
        box = [(inner - 30, top), (outer + 30, top), (outer + 30, foot), (inner - 30, foot)]
        self.lay(box, Linear(stops, self.axis((near, middle), (far, middle))), (0, 1, 2, 3))


def round_trouser(kit: OutfitKit, ramp: Ramp, hip: float, crotch: float, foot: float, sign: int) -> None:
    """Light, shadow and a few folds of a trouser leg: pulled at the leg that bears the weight, loose at the other."""
    brush = LegBrush(kit, sign, Layer.OUTFIT)
    brush.around(ramp, 4, hip - 2, (crotch - 300, foot + 30), 0.7)
    pulled = (((1, -4), (hip * 0.62, -46), -13.0, -5.0, ramp.deep),)
    loose = (
        ((1, -2), (hip * 0.5, -18), -11.0, -3.0, ramp.shade),
        ((3, 18), (hip * 0.42, 66), -12.0, 4.0, ramp.deep),
    )
    knee = kit.figure.shoulder_y + 622
    for root, tip, width, bow, paint in pulled if sign > 0 else loose:
        soft_fold(
            brush.lay,
            brush.axis,
            (root[0], root[1] + crotch),
            (tip[0], tip[1] + crotch),
            width * sign,
            bow * sign,
            paint,
        )
    soft_fold(brush.lay, brush.axis, (hip - 9, knee), (hip * 0.5, knee + 14), 11.0 * sign, 3.0 * sign, ramp.deep)


def round_leg(kit: OutfitKit, skin: Ramp, hip: float, span: tuple[float, float], sign: int, shaded: float) -> None:
    """A bare leg from its top to its foot (``span``): its form, a soft knee, and the shadow of what is worn above it down to
    the height ``shaded``.
    """
    brush, y, (hem, foot) = LegBrush(kit, sign, Layer.BODY), kit.figure.shoulder_y, span
    brush.around(skin, 6, hip - 6, (hem, foot), 0.5)
    x, knee = hip * 0.52, y + 632
    spot = [(x - 15, knee), (x - 4, knee - 13), (x + 13, knee - 4), (x + 13, knee + 12), (x - 3, knee + 17)]
    warm = fade(skin.deep, 0.42)
    centre = brush.axis((x, knee + 5), (x + 12, knee + 13))
    brush.lay(spot, Radial(((0, warm), (1, fade(warm, 0.0))), centre), ())
    shadow = ((0, skin.deep), (0.72, skin.deep), (1, fade(skin.deep, 0.0)))
    cast = [(-5, hem), (hip + 6, hem), (hip + 6, shaded - 14), (hip * 0.5, shaded), (-5, shaded - 10)]
    brush.lay(cast, Linear(shadow, brush.axis((hip * 0.4, shaded - 94), (hip * 0.44, shaded))), (0, 1, 2, 4))
