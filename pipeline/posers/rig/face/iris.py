"""The iris: a tall oval of colour with a pupil or a figure in it, and the lights that make an eye alive."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from pipeline.drawing.geometry import HEAD, Mesh
from pipeline.drawing.palette import WHITE, fade, lch, mix
from pipeline.drawing.pen import Layer, Linear, Paint, Pen, Radial
from pipeline.parts.records import IrisStyle
from pipeline.pixels.oklch import Oklch
from pipeline.types.arrays import FloatArray

Put = Callable[[int, FloatArray, FloatArray, float], None]
"""(first point in the mesh, u outward, v down from the eye's centre, lift off the face): places points."""


def _oval(count: int) -> tuple[FloatArray, FloatArray]:
    turn = np.linspace(0, 2 * np.pi, count + 1)[:-1]
    return np.cos(turn), np.sin(turn)


_OVAL_12, _OVAL_10, _OVAL_8 = _oval(12), _oval(10), _oval(8)


class IrisDisc:
    """The iris of one eye, clipped by the caller to the eye's white.

    Args:
        half_axes: half width and half height at rest, design units.
        dial: the dial that hides it in a closed eye.
        bounce: with the light that the cheek throws back.
    """

    def __init__(
        self,
        pen: Pen,
        style: IrisStyle,
        colour: Oklch,
        half_axes: tuple[float, float],
        dial: str,
        *,
        bounce: bool = False,
    ) -> None:
        self._mesh: Mesh = pen.mesh
        self._half = half_axes
        light, chroma, hue = colour.lightness, colour.chroma, colour.hue
        rim = lch(min(0.33, light * 0.54), min(chroma * 0.9, 0.11), hue - 6)
        top = lch(max(0.26, light * 0.55), min(chroma * 0.95, 0.13), hue - 8)
        middle = lch(light * 0.88, chroma * 1.05, hue - 2)
        bottom = lch(min(0.86, light + 0.15), chroma * 1.02, hue + 6)
        foot = lch(min(0.94, light + 0.28), chroma * 0.8, hue + 14)

        def slot(count: int) -> FloatArray:
            return np.zeros((count, 3))

        def fill(count: int, paint: Paint, corners: tuple[int, ...] = (), detail: float = 0.0) -> int:
            return pen.fill(slot(count), paint, Layer.EYES, HEAD, corners, detail=detail, dial=dial)

        self._axis = pen.axis((0, 0, 0), (0, 1, 0))
        self._glow_axis = pen.axis((0, 0, 0), (0, 1, 0))
        self._disc = fill(12, rim)
        flat = style.flat
        stops = (
            ((0.0, middle), (0.42, middle), (0.46, bottom), (1.0, bottom))
            if flat
            else ((0.04, top), (0.40, middle), (0.72, bottom), (1.0, foot))
        )
        self._inner = fill(12, Linear(stops, self._axis))
        if not flat:
            glow = Radial(((0, fade(foot, 0.9)), (0.5, fade(foot, 0.5)), (1, fade(foot, 0.0))), self._glow_axis)
            pen.paint(self._inner, glow, Layer.EYES, dial=dial)
        self._rings = (fill(12, fade(foot, 0.75)), fill(12, middle)) if style.ringed else ()
        self._shape = style.pupil()
        bright = lch(min(0.97, light + 0.36), min(chroma * 0.7, 0.12), hue + 18)
        dark = lch(min(0.25, light * 0.45), min(0.085, chroma * 0.7), hue - 8)
        depth = Linear(((0.1, dark), (0.5, dark), (0.85, mix(dark, middle, 0.55))), self._axis)
        self._has_figure = style.bright
        # A bright figure needs a dark ground, and a smaller highlight beside it.
        self._ground = fill(10, fade(dark, 0.6)) if self._has_figure else -1
        self._pupil = fill(len(self._shape[0]), bright if self._has_figure else depth, self._shape[2])
        self._foot = fill(10, fade(foot, 0.72 if bounce else 0.55), (0, 5), 0.10 if bounce else 0.15)
        back = lch(min(0.92, light + 0.26), min(chroma * 0.55 + 0.03, 0.11), hue + 40, 0.55)
        self._bounce = fill(10, back, (0, 5), 0.2) if bounce else -1
        self._dial, self._pen = dial, pen

    def draw_lights(self) -> None:
        """Highlights; call it when the lid's shadow is drawn, which they outshine."""
        pen, dial = self._pen, self._dial

        def light(count: int, strength: float, detail: float = 0.0) -> int:
            points = np.zeros((count, 3))
            return pen.fill(points, fade(WHITE, strength), Layer.EYES, HEAD, detail=detail, dial=dial)

        self._shine, self._spark, self._glint = light(10, 1.0), light(8, 0.92), light(8, 0.75, 0.15)

    def move(
        self, place: Put, at: tuple[float, float], out: float, size: float, lid: float, gaze: tuple[float, float]
    ) -> None:
        """Puts the points.

        Args:
            at: the iris' middle (u, v). out: 1 where u goes to the viewer's right, else -1.
            size: against its size at rest. lid: v of the upper lid above it.
            gaze: how far the iris has moved from the middle (u, v): its lights follow only in part.
        """
        at_u, at_v = at
        rx, ry = self._half[0] * size, self._half[1] * size
        curves = self._mesh.curves

        def put(
            curve: int, unit: tuple[FloatArray, FloatArray], x: float, y: float, ax: float, ay: float, lift: float = 0.0
        ) -> None:
            """A unit shape at (x to the viewer's right, y down) from the middle, so that both eyes are lit alike."""
            place(curves[curve].start, at_u + out * (x + ax * unit[0]), at_v + y + ay * unit[1], lift)

        put(self._disc, _OVAL_12, 0, 0, rx, ry)
        put(self._inner, _OVAL_12, 0, 0.035 * ry, rx * 0.89, ry * 0.915)
        for ring, share in zip(self._rings, (0.62, 0.52), strict=False):
            put(ring, _OVAL_12, 0, 0.5, rx * share, ry * share)
        if self._ground >= 0:
            put(self._ground, _OVAL_10, 0, 0, rx * 0.70, ry * 0.66)
        put(self._pupil, self._shape[:2], 0, 0, rx, ry)
        put(self._foot, _FOOT, 0, 0, rx, ry)
        if self._bounce >= 0:
            put(self._bounce, _BOUNCE, 0, 0, rx, ry)
        shine = 0.66 if self._has_figure else 1.0
        lag_x, lag_y = -0.22 * out * gaze[0], -0.22 * gaze[1]
        put(self._shine, _LEANING, lag_x - rx * 0.40, lag_y - ry * 0.46, rx * 0.31 * shine, ry * 0.27 * shine, 1)
        put(self._spark, _OVAL_8, lag_x + rx * 0.42, lag_y + ry * 0.42, rx * 0.155, ry * 0.13, 1)
        put(self._glint, _OVAL_8, lag_x - rx * 0.50, lag_y + ry * 0.10, rx * 0.11, ry * 0.10, 1)
        # The gradient hangs under the lid, else a half-closed eye shows only its pale lower part.
        top = np.maximum(at_v - ry, lid - 2)
        foot = np.maximum(at_v + ry, top + ry * 0.9)
        middle = np.stack([at_u, at_u])
        for axis, ends in ((self._axis, (top, foot)), (self._glow_axis, (at_v + ry * 0.72, at_v - ry * 0.32))):
            place(axis.first, middle, np.stack(ends), 0.0)


def _crescent(
    start: float, end: float, outer: tuple[float, float], inner: tuple[float, float], drop: float = 0.0
) -> tuple[FloatArray, FloatArray]:
    """Ten points between two ovals, from ``start`` to ``end`` in half turns; the inner one lies ``drop`` lower."""
    turn = np.linspace(start * np.pi, end * np.pi, 6)
    back = turn[::-1][1:-1]
    x = np.concatenate([outer[0] * np.cos(turn), inner[0] * np.cos(back)])
    y = np.concatenate([outer[1] * np.sin(turn), inner[1] * np.sin(back) + drop])
    return x, y


_FOOT = _crescent(0.18, 0.82, (0.76, 0.84), (0.64, 0.58), 0.02)
"""Light at the iris' foot."""
_BOUNCE = _crescent(-0.06, 0.30, (0.80, 0.82), (0.62, 0.66))
"""Light that the cheek throws back: inside the rim away from the light."""
_LEANING = (
    _OVAL_10[0] * np.cos(-0.45) - _OVAL_10[1] * np.sin(-0.45),
    _OVAL_10[0] * np.sin(-0.45) + _OVAL_10[1] * np.cos(-0.45),
)
