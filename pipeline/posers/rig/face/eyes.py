"""Eyes: lids that blend between open, a wink (an arc hanging down) and a happy wink (an arc standing up).

An eye is drawn in its own coordinates: u outward from its centre, v down. Upper and lower lid are curves of seven
points from the inner to the outer corner.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pipeline.drawing.figure import Figure
from pipeline.drawing.geometry import HEAD
from pipeline.drawing.palette import Colour, Ramp, fade, lch, mix
from pipeline.drawing.pen import Layer, Linear, Paint, Pen
from pipeline.drawing.tones import Tones
from pipeline.parts import EYE_SHAPES, IRISES, LASHES
from pipeline.posers.rig.face.iris import IrisDisc
from pipeline.posers.rig.face.sheet import FaceSheet
from pipeline.posers.rig.state import FaceState
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import Accessory, RigSpec

_U = np.array([-22.5, -18.0, -10.5, -1.0, 8.5, 17.5, 23.5])
_UPPER = np.array([5.5, -7.0, -16.8, -20.5, -19.0, -11.5, 2.0])
_LOWER = np.array([5.5, 14.0, 19.0, 20.5, 19.5, 14.2, 3.0])
_WINK = np.array([8.5, 12.5, 15.5, 16.6, 15.2, 11.0, 4.5])
_HAPPY = np.array([13.5, 6.0, 0.5, -1.8, 0.5, 6.0, 13.0])
_ARCH = np.array([0.1, 0.6, 0.95, 1.0, 0.95, 0.6, 0.1])
_LASH = np.array([0.4, 2.2, 4.2, 5.4, 5.7, 4.9, 2.4])
"""Thickness of the upper lash line."""


_DARK = 0.55
"""Lightness of skin below which eyes need light to stand out."""

_TILT_UPPER = np.array([4.0, 4.2, 2.8, 0.8, -1.2, -3.8, -7.0])
_TILT_LOWER = np.array([4.0, 1.5, 0.2, -0.8, -2.2, -4.8, -8.0])


@dataclass(frozen=True)
class _Lids:
    """Where the lids are in one frame, and how far the eye is open, winking, happily winking (they sum to 1)."""

    u: FloatArray
    upper: FloatArray
    lower: FloatArray
    opened: float
    wink: float
    happy: float

    def mixed(self, opened: FloatArray, wink: FloatArray, happy: FloatArray) -> FloatArray:
        """What lies between what an open, a winking and a happily winking eye has."""
        between: FloatArray = self.opened * opened + self.wink * wink + self.happy * happy
        return between


class Eye:
    """One eye; ``side`` is the character's."""

    def __init__(self, pen: Pen, figure: Figure, spec: RigSpec, tones: Tones, side: str) -> None:
        self._side, self._figure, self._mesh = side, figure, pen.mesh
        self._out = 1.0 if side == "left" else -1.0
        self._sheet = FaceSheet(figure)
        shape, lashes = EYE_SHAPES[spec.eye_shape], LASHES[spec.lashes]
        k = self._k = figure.eye_scale
        masculine = figure.masculine
        art = figure.art
        self._narrowing = art.narrowing
        tall = figure.eye_tall
        self._u = _U * k * shape.width * (1 + 0.03 * masculine)
        upper = np.where(_UPPER < 0, _UPPER * shape.upper, _UPPER) + shape.tilt * _TILT_UPPER
        lower = _LOWER * np.where(_LOWER > 8, shape.lower, 1.0) + shape.tilt * _TILT_LOWER
        wink = _WINK + 0.5 * shape.tilt * np.linspace(3, -4, 7)
        if shape.flat_top:
            level = float(upper[3]) * (1 - 0.25 * shape.flat_top)
            upper = upper + shape.flat_top * (np.maximum(upper, level) - upper)
        drop = shape.drop + art.proportions.elder.drop * figure.aged
        upper = upper + drop * _ARCH * (wink - upper)
        self._upper, self._lower, self._wink, self._happy = (v * k * tall for v in (upper, lower, wink, _HAPPY))
        self._iris_up = shape.iris_up * k
        self._lash_weight = lashes.thickness * (1 - 0.22 * masculine + 0.22 * figure.manly)
        self._flick = (1.0 - 0.75 * masculine) * lashes.flick
        iris = k * shape.iris * (1 + art.proportions.iris * masculine)
        wide, high = art.iris
        self._draw(pen, spec, tones, (wide * iris, high * iris * tall))

    def _draw(self, pen: Pen, spec: RigSpec, tones: Tones, iris: tuple[float, float]) -> None:
        skin, lash = tones.skin, tones.lash
        dial = self._dial = f"eye_open_{self._side}"

        def slot(count: int) -> FloatArray:
            return np.zeros((count, 3))

        hand = "L" if self._side == "left" else "R"
        with pen.part(f"eye white {hand}"):
            self._socket = pen.fill(slot(14), self._lid_of(tones), Layer.EYES)
            self._white_axis = pen.axis((0, 0, 0), (0, 1, 0))
            self.white = pen.fill(slot(12), self._white_of(tones), Layer.EYES, HEAD, (0, 6), dial=dial)
        with pen.part(f"iris {hand}"), pen.clipped(self.white):
            colour = tones.eyes[1 if self._side == "left" else 0]
            self._iris = IrisDisc(pen, IRISES[spec.iris], colour, iris, dial, bounce=self._figure.art.modelled)
            shade = lch(0.40, 0.07, 295, 0.42)
            self._lid_shade = pen.fill(slot(14), shade, Layer.EYES, HEAD, (0, 6, 7, 13), dial=dial)
            self._iris.draw_lights()
        with pen.part(f"eyelash {hand}"):
            self._draw_lashes(pen, spec, skin, lash)

    def _draw_lashes(self, pen: Pen, spec: RigSpec, skin: Ramp, lash: Colour) -> None:
        dial, long = self._dial, LASHES[spec.lashes].long

        def slot(count: int) -> FloatArray:
            return np.zeros((count, 3))

        under = mix(lash, skin.line, 0.5)
        self._under = pen.line(slot(5), [0.08, 0.4, 0.75, 0.95, 0.4], under, Layer.EYES, dial=dial)
        weight = self._lash_weight * self._k * max(self._flick, 0.45)
        flicks = [np.array([1.7, 2.3, 1.4, 0.05]), np.array([1.5, 1.1, 0.05]), np.array([1.0, 0.8, 0.05])]
        count = 0 if self._figure.mascot else 1 if self._flick < 0.5 else 3 if long else 2
        self._flicks = [pen.line(slot(len(w)), w * weight, lash, Layer.EYES) for w in flicks[:count]]
        self._lash_axis = pen.axis((0, 0, 0), (1, 0, 0))
        warm = mix(lash, lch(0.46, 0.14, 28), 0.55)
        tone = Linear(((0, warm), (0.2, lash), (0.8, lash), (1, warm)), self._lash_axis)
        self._lash = pen.fill(slot(15), tone, Layer.EYES, HEAD, (0, 7, 8, 14))
        crease = fade(mix(skin.line, skin.dark, 0.4), 0.0 if self._figure.mascot else 0.85)
        self._crease = pen.line(slot(5), [0.1, 0.6, 0.8, 0.65, 0.1], crease, Layer.EYES)
        self._lower_lashes = [
            pen.line(slot(3), [0.9, 0.6, 0.05], lash, Layer.EYES, detail=0.3, dial=dial) for _ in range(2 * long)
        ]
        # Lashes shine faintly through a fringe that hangs over them, as in print.
        if not (self._figure.art.modelled and self._side == "left" and Accessory.EYE_PATCH in spec.accessories):
            pen.paint(self._lash, fade(lash, self._figure.art.lash_over_hair), Layer.OVER_HAIR)

    def _lid_of(self, tones: Tones) -> Colour:
        """The upper lid: in shadow; on dark skin it takes the light, so that the eye stands out."""
        skin = tones.skin
        if self._figure.art.glow and not self._figure.mascot and skin.lch.lightness < _DARK:
            return fade(lch(skin.lch.lightness + 0.11, skin.lch.chroma + 0.015, 48), 0.75)
        return fade(skin.shade, 0.55)

    def _white_of(self, tones: Tones) -> Paint:
        """The eyeball's white: shaded by the lid above it, and less bright in a dark face."""
        if not self._figure.art.modelled:
            return lch(0.985, 0.006, 300)
        light = 0.985 if tones.skin.lch.lightness > 0.55 else 0.93
        shade = 0.6 if self._figure.art.glow and tones.skin.lch.lightness < _DARK else 1.0
        stops = (
            (0.0, lch(light - 0.17 * shade, 0.035, 285)),
            (0.35, lch(light - 0.06 * shade, 0.018, 290)),
            (0.62, lch(light, 0.006, 300)),
        )
        return Linear(stops, self._white_axis)

    def move(self, state: FaceState, rest: FloatArray, dials: dict[str, float]) -> None:
        k, side, out = self._k, self._side, self._out
        # On a turn the far eye slides in a little and narrows.
        far = np.maximum(0.0, -out * state["head_y"])
        centre_x, centre_y = self._figure.eye[0] - 4.0 * far, self._figure.eye[1]
        sheet, curves = self._sheet.frame(), self._mesh.curves

        def place(first: int, us: FloatArray, vs: FloatArray, lift: float = 0.0) -> None:
            sheet.put(first, out * (centre_x + us), centre_y + vs, lift)

        def put(curve: int, us: FloatArray, vs: FloatArray, lift: float = 0.0) -> None:
            place(curves[curve].start, us, vs, lift)

        lids = self._lids(state, 1 - self._narrowing * far)
        u, upper, lower, opened = lids.u, lids.upper, lids.lower, lids.opened
        relaxed, surprised = state.side("eye_relaxed", side), state.side("eye_surprised", side)
        dials[self._dial] = np.minimum(1.0, 6.0 * opened)
        put(self.white, np.concatenate([u, u[-2:0:-1]]), np.concatenate([upper, lower[-2:0:-1]]))
        place(self._white_axis.first, u[[3, 3]], np.stack([upper[3], np.maximum(lower[3], upper[3] + 1)]))
        there_and_back = np.concatenate([u, u[::-1]])
        put(self._socket, there_and_back, np.concatenate([upper - 7 * k, (upper + 2)[::-1]]))
        depth = (5.5 + 2.0 * relaxed) * k * np.maximum(opened, 0.0)
        put(self._lid_shade, there_and_back, np.concatenate([upper - 3, (upper + depth)[::-1]]))
        # iris_rotation_y+ looks to the viewer's left, iris_rotation_x+ up.
        way = self._figure.art.gaze * k
        gaze = -out * state["iris_rotation_y"] * 6.8 * way, -6.5 * way * state["iris_rotation_x"]
        at = gaze[0] - k, gaze[1] + (0.6 + 1.5 * relaxed) * k - self._iris_up + 2.5 * (1 - opened)
        size = 1 - 0.42 * state.side("iris_small", side) - 0.08 * surprised
        self._iris.move(place, at, out, size, upper[3], gaze)

        some = [3, 3, 4, 5, 6]
        put(self._under, u[some] + [-5.0, 0, 0, 0, -1.2], lower[some] + [0.0, 0.3, 0.3, 0.4, 1.2])
        top_u, top_v = self._lash_top(lids)
        wing_u = u[-1] + 4.2 * k * self._flick + 0.6
        wing_v = upper[-1] + (-2.0 * opened + 2.2 * (lids.wink + lids.happy)) * k * self._flick
        put(
            self._lash,
            np.concatenate([u, [wing_u], top_u[::-1]]),
            np.concatenate([upper + 0.9, [wing_v], top_v[::-1]]),
            1,
        )
        place(self._lash_axis.first, u[[0, 6]], upper[[0, 6]], 1)
        for index, curve in enumerate(self._flicks):
            put(curve, *self._flick_line(index, lids, top_v), 1)
        rise = (4.6 + 2.6 * (1 - opened) - 1.5 * surprised) * k
        put(self._crease, top_u[1:6] + 1.0, top_v[1:6] - np.array([0.5, 0.85, 1.0, 0.95, 0.7]) * rise)
        for curve, at_point in zip(self._lower_lashes, (4, 5), strict=False):
            root = np.array([0.0, 2.2, 3.8]) * k
            put(curve, u[at_point] + np.array([0, 1.6, 3.4]) * k, lower[at_point] + root)
        sheet.lay(rest)

    def _lids(self, state: FaceState, narrow: float) -> _Lids:
        k, side = self._k, self._side
        wink, happy = state.side("eye_wink", side), state.side("eye_happy_wink", side)
        both = np.maximum(1.0, wink + happy)
        wink, happy = wink / both, happy / both
        surprised, relaxed = state.side("eye_surprised", side), state.side("eye_relaxed", side)
        # A relaxed lid sinks slowly, and falls shut at the end: on the line that a wink has, which sags as in sleep.
        eighth = relaxed * relaxed * relaxed * relaxed
        wink = wink + self._figure.art.nods_off * eighth * eighth * (1 - wink - happy)
        opened = 1 - wink - happy
        unimpressed, squint = state.side("eye_unimpressed", side), state.side("eye_raised_lower_eyelid", side)
        upper = self._upper - surprised * 5.0 * k * _ARCH
        lower = self._lower + surprised * 2.0 * k * _ARCH
        # The lid follows the gaze a little.
        down = np.maximum(0.0, -state["iris_rotation_x"])
        up = np.maximum(0.0, state["iris_rotation_x"])
        upper = upper + 0.16 * down * _ARCH * (self._wink - upper) - 1.5 * k * _ARCH * up
        upper = upper + relaxed * 0.50 * (self._wink - upper) * np.array([0.6, 0.9, 1, 1, 1, 0.9, 0.6])
        level = np.array([3.0, -3.0, -4.6, -5.0, -4.8, -3.4, 0.5]) * k
        upper = upper + unimpressed * (np.maximum(upper, level) - upper)
        lower = lower - (3.0 * unimpressed + 8.5 * squint) * k * _ARCH
        upper = np.minimum(upper, lower - 0.6)
        upper = upper * opened + self._wink * wink + self._happy * happy
        lower = lower * opened + (self._wink + 0.3) * wink + (self._happy + 0.3) * happy
        return _Lids(self._u * narrow, upper, lower, opened, wink, happy)

    def _lash_top(self, lids: _Lids) -> tuple[FloatArray, FloatArray]:
        """Upper edge of the lash line: its thickness square to the lid."""
        thick = _LASH * self._k * self._lash_weight * (1 - 0.25 * (lids.wink + lids.happy))
        along_u, along_v = np.gradient(lids.u), np.gradient(lids.upper)
        length = np.hypot(along_u, along_v)
        return lids.u + along_v / length * thick, lids.upper - along_u / length * thick

    def _flick_line(self, index: int, lids: _Lids, top: FloatArray) -> tuple[FloatArray, FloatArray]:
        """The lashes that leave the outer corner: the long one, then shorter ones further in."""
        k, u, upper = self._k, lids.u, lids.upper
        if index == 0:
            line_u = np.stack([u[5] - 1, (u[5] + u[6]) / 2 + 1.2 * k, u[6] + 2.6 * k, u[6] + 7.0 * k])
            corner, wink, happy = upper[6], self._wink, self._happy
            between = (upper[5] + corner) / 2
            open_v = np.stack([upper[5] - 2.2 * k, between - 2.4 * k, corner - 2.2 * k, corner - 4.8 * k])
            wink_v = np.array([wink[5], wink[6] - 2 * k, wink[6] + 0.6 * k, wink[6] + 2.0 * k])
            happy_v = np.array([happy[5], happy[6] - 4 * k, happy[6] - 0.4 * k, happy[6] + 0.6 * k])
            return line_u, lids.mixed(open_v, wink_v, happy_v)
        if index == 1:
            drops = np.array([[2.0, -2.2, -3.2], [2.0, 1.5, 4.2], [2.0, 0.0, 0.0]]) * k
            return u[5] + np.array([1.0, 3.0 * k, 6.6 * k]), top[5] + lids.mixed(*drops)
        drops = np.array([[0.5, 0.8, -0.6], [0.0, 2.2, 4.6], [0.0, 1.2, 2.4]]) * k
        ends = (upper[6] + drops[0], self._wink[6] + drops[1], self._happy[6] + drops[2])
        return u[6] + np.array([-0.8, 2.2, 5.0]) * k, lids.mixed(*ends)
