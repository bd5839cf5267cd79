"""Hair wound like a ribbon around a cone: every turn is a band that bows down in front and tucks under the one above."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

import numpy as np

from pipeline.drawing.geometry import Attach
from pipeline.drawing.hair.gloss import Slivers, light_of
from pipeline.drawing.hair.kit import HairKit, Sway
from pipeline.drawing.palette import fade, mix
from pipeline.drawing.pen import Layer, Linear
from pipeline.types.arrays import FloatArray

_ACROSS: Final = np.array([-1.0, -0.62, 0.0, 0.62, 1.0])
_TOP: Final = np.array([-0.36, -0.18, -0.10, -0.18, -0.36])
_FOOT: Final = np.array([0.40, 0.70, 0.80, 0.70, 0.40])
"""A band's upper and lower edge at places across it, in units of a turn's height."""
_SLANT: Final = 0.26
"""How much higher a band is on the side toward the face, in units of a turn's height."""
_DEPTH: Final = -10.0
_CONE: Final = (0.70, 1.0, 0.96, 0.66, 0.26)
_PITCH: Final = 1.12
_STEEP: Final = 0.46
_ROUND_FOOT: Final = np.array([0.52, 0.86, 1.0, 0.92, 0.56])
_ROUND_TOP: Final = np.array([-0.16, -0.10, -0.06, -0.10, -0.16])
"""The same for drills in large masses: a cone of fewer and steeper turns, full on the side that lies in front."""


def drill(
    kit: HairKit,
    sign: int,
    root: tuple[float, float],
    tip: tuple[float, float],
    half: float,
    layer: Layer = Layer.FRONT_TAILS,
) -> None:
    """A ringlet from ``root`` to ``tip`` (x, y at the viewer's right), ``half`` units wide at its thickest; ``sign`` -1
    mirrors it.
    """
    (x0, y0), (x1, y1) = root, tip
    massed = kit.art.massed
    wide = half * (0.9 + 0.25 * kit.spec.hair_volume)
    chain = kit.hang((sign * x0, y0, _DEPTH), (sign * x1, y1, _DEPTH), Sway(rate=1.6, hang=0.45))

    def thick(t: float) -> float:
        return wide * float(np.interp(t, [0, 0.18, 0.45, 0.8, 1], _CONE if massed else (0.78, 1.0, 0.92, 0.58, 0.30)))

    places, pitch = [0.0], _PITCH if massed else 0.92
    while places[-1] < 1:
        places.append(places[-1] + pitch * thick(places[-1]) / (y1 - y0))
    places = [place / places[-1] for place in places]
    for start, end in list(pairwise(places))[::-1]:
        tall = (end - start) * (y1 - y0)
        x = x0 + (x1 - x0) * float(np.sin(np.pi / 2 * start))
        fix = Attach(turn=0.25, chain=chain, head=float(np.interp(y0 + start * (y1 - y0), [130, 330], [1.0, 0.7])))
        band = _Band(kit, sign, (x, y0 + start * (y1 - y0)), thick(start), thick(end), tall, layer, fix)
        (band.draw_soft if massed else band.draw)()
    end_y, size = y1 + 2, thick(1.0)
    fix = Attach(turn=0.25, chain=chain, head=float(np.interp(y1, [130, 330], [1.0, 0.7])))
    curl = np.array([(-0.7, -0.6), (0.5, -0.7), (0.75, 0.1), (0.1, 1.2), (-0.5, 1.7), (-0.15, 0.8), (-0.75, 0.2)])
    points = np.column_stack([sign * (x1 + curl[:, 0] * size), end_y + curl[:, 1] * size, np.full(7, _DEPTH)])
    paints = kit.tail(sign)
    kit.pen.fill(points, paints.shade, layer, fix, (4,))
    widths = np.array([0.3, 0.9, 1.1, 0.5, 0.9, 0.9, 0.3]) * (0.7 if massed else 1.0)
    kit.pen.line(np.vstack([points[1:], points[:1]]), widths, paints.line, layer, fix, (3,))


class _Band:
    """One turn of a drill."""

    def __init__(
        self,
        kit: HairKit,
        sign: int,
        place: tuple[float, float],
        half: float,
        below: float,
        tall: float,
        layer: Layer,
        fix: Attach,
    ) -> None:
        self._kit, self._sign, self._layer, self._fix = kit, sign, layer, fix
        self._place, self._half, self._below, self._tall = place, half, below, tall

    def _at(self, across: FloatArray, down: FloatArray) -> FloatArray:
        """Points [n, 3] at places across (-1 toward the face) and down the band."""
        x, y = self._place
        half = self._half + (self._below - self._half) * np.clip(down, 0, 1)
        lean = (_STEEP if self._kit.art.massed else _SLANT) * across
        return np.column_stack(
            [self._sign * (x + across * half), y + (down + lean) * self._tall, np.full(len(across), _DEPTH)]
        )

    def draw(self) -> None:
        """The band, its shadows where it tucks in, its light, its ink."""
        pen, layer, fix, sign = self._kit.pen, self._layer, self._fix, self._sign
        paints, ramp = self._kit.tail(sign), self._kit.ramp(sign)
        top, foot = self._at(_ACROSS, _TOP), self._at(_ACROSS, _FOOT)
        whole = pen.fill(np.vstack([top, foot[::-1]]), paints.fill, layer, fix)
        with pen.clipped(whole):
            far = -1.0 if sign < 0 else 1.0
            dark = np.array([(1.1, -0.6), (0.5, -0.3), (0.42, 0.1), (0.55, 0.5), (0.4, 0.9), (1.1, 0.9)])
            # The light comes from the viewer's left: right of it a band is dark, on both drills.
            pen.fill(self._at(dark[:, 0] * far * sign, dark[:, 1]), paints.shade, layer, fix, (0, 3, 4, 5))
            under = np.vstack([self._at(_ACROSS, _FOOT + 0.1), self._at(_ACROSS, _FOOT - 0.22)[::-1]])
            pen.fill(under, paints.shade, layer, fix, (0, 4, 5, 9))
            tuck = np.vstack([self._at(_ACROSS, _TOP - 0.1), self._at(_ACROSS, _TOP + 0.20)[::-1]])
            pen.fill(tuck, fade(ramp.deep, 0.75), layer, fix, (0, 4, 5, 9))
        marks = Slivers(self._kit, layer, fix)
        across = np.linspace(-0.72, 0.5, 7) * sign * (1 if sign > 0 else -1)
        bow = 0.13 * (1 - across**2)
        marks.add(self._at(across, 0.08 + bow), self._tall * 0.085, light_of(ramp, 0.8 if sign < 0 else 0.6), 0.4, 0.1)
        for down in (0.26, 0.40):
            marks.add(self._at(across * 0.9, down + bow), self._tall * 0.03, fade(ramp.deep, 0.6), 0.5, 0.25)
        marks.paint()
        ink = np.vstack([top[:1], foot, top[-1:]])
        pen.line(ink, [0.3, 1.1, 0.9, 0.75, 0.9, 1.1, 0.3], paints.line, layer, fix)

    def draw_soft(self) -> None:
        """The band in large masses: round by a gradient across it, in the soft shadow of the turn above."""
        kit, layer, fix, sign = self._kit, self._layer, self._fix, self._sign
        pen, ramp, line = kit.pen, kit.ramp(sign), kit.tail(sign).line
        top, foot = self._at(_ACROSS, _ROUND_TOP), self._at(_ACROSS, _ROUND_FOOT)
        left, right = (foot[0], foot[-1]) if sign > 0 else (foot[-1], foot[0])
        axis = pen.axis(left.tolist(), right.tolist(), fix)
        shadow = kit.shadow(sign)
        stops = ((0.0, ramp.base), (0.3, mix(ramp.light, ramp.shine, 0.3)), (0.55, ramp.base), (1.0, shadow))
        whole = pen.fill(np.vstack([top, foot[::-1]]), Linear(stops, axis), layer, fix)
        with pen.clipped(whole):
            kit.wedge(
                self._at(_ACROSS, _ROUND_TOP - 0.04), self._at(_ACROSS, _ROUND_TOP + 0.5), ramp.deep, layer, fix, 0.9
            )
        marks = Slivers(kit, layer, fix)
        across = np.linspace(-0.6, 0.45, 7) * sign
        bow = 0.3 * (1 - across**2)
        for down, thick, light in ((0.30, 0.07, 0.55), (0.40, 0.03, 0.85)):
            marks.add(self._at(across * (1.1 - down), down + bow), self._tall * thick, light_of(ramp, light), 0.4, 0.1)
        marks.add(self._at(across[::-1], 0.56 + bow), self._tall * 0.022, kit.tail(sign).inner, 0.2, 0.2)
        marks.paint()
        pen.line(np.vstack([top[:1], foot, top[-1:]]), [0.15, 0.7, 0.75, 0.6, 0.75, 0.7, 0.15], line, layer, fix)
