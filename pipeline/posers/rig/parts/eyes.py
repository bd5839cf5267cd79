"""Eyes: lids that blend between open, a wink (an arc hanging down) and a happy wink (an arc standing up).

An eye is drawn in its own coordinates: u outward from its centre, v down. Upper and lower lid are curves of seven points
from the inner to the outer corner.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pipeline.posers.rig.drawing import Layer, Linear, Pen, Radial
from pipeline.posers.rig.figure import Figure
from pipeline.posers.rig.geometry import HEAD, FloatArray
from pipeline.posers.rig.palette import WHITE, Lch, fade, lch, mix
from pipeline.posers.rig.state import FaceState
from pipeline.posers.rig.tones import Tones
from pipeline.types.spec import Age, EyeShape, Iris, Lashes, RigSpec

_U = np.array([-22.5, -18.0, -10.5, -1.0, 8.5, 17.5, 23.5])
_UPPER = np.array([5.5, -7.0, -16.8, -20.5, -19.0, -11.5, 2.0])
_LOWER = np.array([5.5, 14.0, 19.0, 20.5, 19.5, 14.2, 3.0])
_WINK = np.array([8.5, 12.5, 15.5, 16.6, 15.2, 11.0, 4.5])
_HAPPY = np.array([13.5, 6.0, 0.5, -1.8, 0.5, 6.0, 13.0])
_ARCH = np.array([0.1, 0.6, 0.95, 1.0, 0.95, 0.6, 0.1])
_LASH = np.array([0.4, 2.2, 4.2, 5.4, 5.7, 4.9, 2.4])
"""Thickness of the upper lash line."""


@dataclass(frozen=True)
class _Shape:
    """One eye shape: factors and offsets on the round eye; ``tilt`` raises the outer corner."""

    width: float = 1.0
    upper: float = 1.0
    lower: float = 1.0
    tilt: float = 0.0
    drop: float = 0.0
    """How far the upper lid hangs at rest, as a share of the way to closed."""
    iris: float = 1.0
    iris_up: float = 0.0
    flat_top: float = 0.0


_SHAPES: dict[EyeShape, _Shape] = {
    EyeShape.ROUND: _Shape(),
    EyeShape.TSURIME: _Shape(upper=0.96, lower=0.94, tilt=1.0),
    EyeShape.TAREME: _Shape(upper=0.98, lower=1.0, tilt=-1.0),
    EyeShape.SANPAKU: _Shape(upper=0.84, lower=0.98, tilt=0.35, iris=0.74, iris_up=3.5, flat_top=0.35),
    EyeShape.SLEEPY: _Shape(upper=0.96, lower=0.96, tilt=-0.45, drop=0.30, flat_top=0.2),
    EyeShape.SHARP: _Shape(width=1.06, upper=0.70, lower=0.74, tilt=0.85, iris=0.84, flat_top=0.25),
    EyeShape.ALMOND: _Shape(width=1.07, upper=0.86, lower=0.84, tilt=0.45, iris=0.93),
    EyeShape.WIDE: _Shape(width=1.02, upper=1.12, lower=1.06, tilt=-0.1, iris=0.98),
}
_TILT_UPPER = np.array([4.0, 4.2, 2.8, 0.8, -1.2, -3.8, -7.0])
_TILT_LOWER = np.array([4.0, 1.5, 0.2, -0.8, -2.2, -4.8, -8.0])

_LASH_WEIGHT = {Lashes.NATURAL: 1.0, Lashes.LONG: 1.05, Lashes.THICK: 1.35, Lashes.BARE: 0.72}


class Eye:
    """One eye; ``side`` is the character's."""

    def __init__(self, pen: Pen, figure: Figure, spec: RigSpec, tones: Tones, side: str) -> None:
        self._side, self._figure = side, figure
        self._out = 1.0 if side == "left" else -1.0
        shape = _SHAPES[spec.eye_shape]
        k = self._k = figure.eye_scale
        masculine = figure.masculine
        tall = 1.0 - 0.10 * masculine - (0.05 if spec.age is Age.ELDER else 0.0)
        self._u = _U * k * shape.width * (1 + 0.03 * masculine)
        upper = np.where(_UPPER < 0, _UPPER * shape.upper, _UPPER) + shape.tilt * _TILT_UPPER
        lower = _LOWER * np.where(_LOWER > 8, shape.lower, 1.0) + shape.tilt * _TILT_LOWER
        wink = _WINK + 0.5 * shape.tilt * np.linspace(3, -4, 7)
        if shape.flat_top:
            level = float(upper[3]) * (1 - 0.25 * shape.flat_top)
            upper = upper + shape.flat_top * (np.maximum(upper, level) - upper)
        upper = upper + shape.drop * _ARCH * (wink - upper)
        self._upper, self._lower, self._wink, self._happy = (v * k * tall for v in (upper, lower, wink, _HAPPY))
        self._iris_x = 15.9 * k * shape.iris * (1 - 0.06 * masculine)
        self._iris_y = 19.6 * k * shape.iris * tall * (1 - 0.06 * masculine)
        self._iris_up = shape.iris_up * k
        self._lash_weight = _LASH_WEIGHT[spec.lashes] * (1 - 0.22 * masculine)
        self._flick = (1.0 - 0.75 * masculine) * (0.35 if spec.lashes is Lashes.BARE else 1.0)
        self._long = spec.lashes in {Lashes.LONG, Lashes.THICK}
        self._draw(pen, spec, tones)

    # ------------------------------------------------------------------ what there is

    def _draw(self, pen: Pen, spec: RigSpec, tones: Tones) -> None:
        eye_colour = tones.eyes[1 if self._side == "left" else 0]
        self._mesh = pen.mesh
        skin, lash = tones.skin, tones.lash

        def slot(count: int) -> FloatArray:
            return np.zeros((count, 3))

        open_dial, gone = f"eye_open_{self._side}", ()
        self._dial = open_dial
        self._socket = pen.fill(slot(14), fade(skin.shade, 0.55), Layer.EYES, HEAD, gone)
        self.white = pen.fill(slot(12), lch(0.985, 0.006, 300), Layer.EYES, HEAD, (0, 6), dial=open_dial)
        with pen.clipped(self.white):
            self._draw_iris(pen, spec, eye_colour, slot)
            self._lid_shade = pen.fill(
                slot(14), lch(0.40, 0.07, 295, 0.42), Layer.EYES, HEAD, (0, 6, 7, 13), dial=open_dial
            )
            for name, count in (("shine", 10), ("spark", 8), ("glint", 8)):
                strength = {"shine": 1.0, "spark": 0.92, "glint": 0.75}[name]
                curve = pen.fill(slot(count), fade(WHITE, strength), Layer.EYES, HEAD, dial=open_dial,
                                 detail=0.15 if name == "glint" else 0.0)  # fmt: skip
                setattr(self, f"_{name}", curve)
        self._under = pen.line(
            slot(5), [0.08, 0.4, 0.75, 0.95, 0.4], mix(lash, skin.line, 0.5), Layer.EYES, dial=open_dial
        )
        weight = self._lash_weight * self._k
        flicks = [np.array([1.7, 2.3, 1.4, 0.05]), np.array([1.5, 1.1, 0.05]), np.array([1.0, 0.8, 0.05])]
        count = 1 if self._flick < 0.5 else 3 if self._long else 2
        self._flicks = [
            pen.line(slot(len(w)), w * weight * max(self._flick, 0.45), lash, Layer.EYES) for w in flicks[:count]
        ]
        self._lash_axis = pen.axis((0, 0, 0), (1, 0, 0))
        warm = mix(lash, lch(0.46, 0.14, 28), 0.55)
        tone = Linear(((0, warm), (0.2, lash), (0.8, lash), (1, warm)), self._lash_axis)
        self._lash = pen.fill(slot(15), tone, Layer.EYES, HEAD, (0, 7, 8, 14))
        self._crease = pen.line(
            slot(5), [0.1, 0.6, 0.8, 0.65, 0.1], fade(mix(skin.line, skin.dark, 0.4), 0.85), Layer.EYES
        )
        self._lower_lashes = [
            pen.line(slot(3), np.array([0.9, 0.6, 0.05]), lash, Layer.EYES, detail=0.3, dial=open_dial)
            for _ in range(2 if self._long else 0)
        ]
        # Lashes and lids shine faintly through a fringe that hangs over them, as in print.
        pen.paint(self._lash, fade(lash, 0.25), Layer.OVER_HAIR)

    def _draw_iris(self, pen: Pen, spec: RigSpec, colour: Lch, slot) -> None:  # type: ignore[no-untyped-def]
        light, chroma, hue = colour.lightness, colour.chroma, colour.hue
        dial = self._dial
        rim = lch(min(0.31, light * 0.52), min(chroma * 0.9, 0.10), hue - 6)
        top = lch(max(0.26, light * 0.55), min(chroma * 0.95, 0.13), hue - 8)
        middle = lch(light * 0.88, chroma * 1.05, hue - 2)
        bottom = lch(min(0.86, light + 0.15), chroma * 1.02, hue + 6)
        foot = lch(min(0.94, light + 0.28), chroma * 0.8, hue + 14)
        pupil = lch(min(0.25, light * 0.45), min(0.085, chroma * 0.7), hue - 8)
        self._iris_axis = pen.axis((0, 0, 0), (0, 1, 0))
        self._glow_axis = pen.axis((0, 0, 0), (0, 1, 0))
        self._iris = pen.fill(slot(12), rim, Layer.EYES, HEAD, dial=dial)
        if spec.iris is Iris.FLAT:
            stops = ((0.0, middle), (0.42, middle), (0.46, bottom), (1.0, bottom))
        else:
            stops = ((0.04, top), (0.40, middle), (0.72, bottom), (1.0, foot))
        self._inner = pen.fill(slot(12), Linear(stops, self._iris_axis), Layer.EYES, HEAD, dial=dial)
        if spec.iris is not Iris.FLAT:
            glow = Radial(((0, fade(foot, 0.9)), (0.5, fade(foot, 0.5)), (1, fade(foot, 0.0))), self._glow_axis)
            pen.paint(self._inner, glow, Layer.EYES, dial=dial)
        self._ring = -1
        if spec.iris is Iris.RING:
            self._ring = pen.fill(slot(12), fade(foot, 0.75), Layer.EYES, HEAD, dial=dial)
            self._ring_inner = pen.fill(slot(12), middle, Layer.EYES, HEAD, dial=dial)
        self._pattern = {Iris.STAR: 10, Iris.HEART: 12}.get(spec.iris, 0)
        bright = lch(min(0.97, light + 0.36), min(chroma * 0.7, 0.12), hue + 18)
        if self._pattern:
            corners = range(10) if spec.iris is Iris.STAR else (0, 6)
            self._pupil = pen.fill(slot(self._pattern), bright, Layer.EYES, HEAD, tuple(corners), dial=dial)
        else:
            self._pupil = pen.fill(
                slot(10), pupil, Layer.EYES, HEAD, (0, 5) if spec.iris is Iris.SLIT else (), dial=dial
            )
        self._iris_kind = spec.iris
        self._foot = pen.fill(slot(10), fade(foot, 0.55), Layer.EYES, HEAD, (0, 5), dial=dial, detail=0.15)

    # ------------------------------------------------------------------ what it does

    def move(self, state: FaceState, rest: FloatArray, dials: dict[str, float]) -> None:
        k, side, out = self._k, self._side, self._out
        wink, happy = state.side("eye_wink", side), state.side("eye_happy_wink", side)
        if wink + happy > 1:
            wink, happy = wink / (wink + happy), happy / (wink + happy)
        surprised, relaxed = state.side("eye_surprised", side), state.side("eye_relaxed", side)
        unimpressed, squint = state.side("eye_unimpressed", side), state.side("eye_raised_lower_eyelid", side)
        opened = 1 - wink - happy

        upper = self._upper - surprised * 5.0 * k * _ARCH
        lower = self._lower + surprised * 2.0 * k * _ARCH
        upper = upper + relaxed * 0.50 * (self._wink - upper) * np.array([0.6, 0.9, 1, 1, 1, 0.9, 0.6])
        level = np.array([3.0, -3.0, -4.6, -5.0, -4.8, -3.4, 0.5]) * k
        upper = upper + unimpressed * (np.maximum(upper, level) - upper)
        lower = lower - (3.0 * unimpressed + 8.5 * squint) * k * _ARCH
        upper = np.minimum(upper, lower - 0.6)
        upper = upper * opened + self._wink * wink + self._happy * happy
        lower = lower * opened + (self._wink + 0.3) * wink + (self._happy + 0.3) * happy

        # On a turn the far eye slides in a little and narrows.
        far = max(0.0, -out * state["head_y"])
        centre_x, centre_y = self._figure.eye[0] - 2.0 * far, self._figure.eye[1]
        u = self._u * (1 - 0.06 * far)

        def put(curve: int, us: FloatArray, vs: FloatArray, lift: float = 0.0) -> None:
            slots = self._mesh.curves[curve]
            flat = np.column_stack([out * (centre_x + us), centre_y + vs])
            rest[slots.start : slots.stop] = self._figure.on_face(flat, lift)

        put(self.white, np.r_[u, u[-2:0:-1]], np.r_[upper, lower[-2:0:-1]])
        put(self._socket, np.r_[u, u[::-1]], np.r_[upper - 7 * k, (upper + 2)[::-1]])
        dials[self._dial] = min(1.0, 6.0 * opened)

        self._move_iris(state, rest, upper, put, centre=(centre_x, centre_y), opened=opened, relaxed=relaxed)
        depth = (5.5 + 2.0 * relaxed) * k * max(opened, 0.0)
        put(self._lid_shade, np.r_[u, u[::-1]], np.r_[upper - 3, (upper + depth)[::-1]])
        self._move_lashes(rest, u, upper, lower, put, wink, happy, surprised)

    def _move_iris(self, state: FaceState, rest: FloatArray, upper: FloatArray, put, centre: tuple[float, float],  # type: ignore[no-untyped-def]
                   opened: float, relaxed: float) -> None:  # fmt: skip
        k, out, side = self._k, self._out, self._side
        size = 1 - 0.42 * state.side("iris_small", side) - 0.08 * state.side("eye_surprised", side)
        rx, ry = self._iris_x * size, self._iris_y * size
        # iris_rotation_y+ looks to the viewer's left (x down), iris_rotation_x+ up.
        at_u = -1.0 * k - out * state["iris_rotation_y"] * 7.5 * k
        at_v = 0.6 * k - self._iris_up - state["iris_rotation_x"] * 6.5 * k + 2.5 * (1 - opened) + 1.5 * k * relaxed

        def oval(
            count: int, u: float, v: float, ax: float, ay: float, lean: float = 0.0
        ) -> tuple[FloatArray, FloatArray]:
            """An ellipse; u here is to the viewer's right, so that light falls alike on both eyes."""
            turn = np.linspace(0, 2 * np.pi, count + 1)[:-1]
            x, y = ax * np.cos(turn), ay * np.sin(turn)
            x, y = x * np.cos(lean) - y * np.sin(lean), x * np.sin(lean) + y * np.cos(lean)
            return at_u + out * (u + x), at_v + v + y

        put(self._iris, *oval(12, 0, 0, rx, ry))
        put(self._inner, *oval(12, 0, 0.9 * k, rx * 0.86, ry * 0.89))
        if self._ring >= 0:
            put(self._ring, *oval(12, 0, 0.5, rx * 0.62, ry * 0.62))
            put(self._ring_inner, *oval(12, 0, 0.5, rx * 0.52, ry * 0.53))
        kind = self._iris_kind
        if kind is Iris.STAR:
            turn = np.arange(10) * np.pi / 5 - np.pi / 2
            reach = np.where(np.arange(10) % 2 == 0, 0.62, 0.27) * rx
            put(self._pupil, at_u + reach * np.cos(turn), at_v + 0.5 + reach * np.sin(turn) * 1.1)
        elif kind is Iris.HEART:
            turn = np.linspace(0, 2 * np.pi, 13)[:-1]
            x = np.sin(turn) ** 3
            y = -(13 * np.cos(turn) - 5 * np.cos(2 * turn) - 2 * np.cos(3 * turn) - np.cos(4 * turn)) / 16
            put(self._pupil, at_u + 0.60 * rx * x, at_v + 0.60 * rx * y)
        elif kind is Iris.SLIT:
            turn = np.linspace(0, 2 * np.pi, 11)[:-1] + np.pi / 2
            put(self._pupil, at_u + 0.17 * rx * np.cos(turn), at_v + 0.80 * ry * np.sin(turn))
        else:
            put(self._pupil, *oval(10, 0, -0.6 * k, rx * 0.42, ry * 0.44))
        turn = np.linspace(0.18 * np.pi, 0.82 * np.pi, 6)
        back = turn[::-1][1:-1]
        put(
            self._foot,
            at_u + rx * np.r_[0.76 * np.cos(turn), 0.64 * np.cos(back)],
            at_v + ry * np.r_[0.84 * np.sin(turn), 0.58 * np.sin(back) + 0.02],
        )
        put(self._shine, *oval(10, -rx * 0.36, -ry * 0.42, rx * 0.35, ry * 0.27, -0.45), lift=1)
        put(self._spark, *oval(8, rx * 0.42, ry * 0.40, rx * 0.18, ry * 0.155), lift=1)
        put(self._glint, *oval(8, -rx * 0.50, ry * 0.10, rx * 0.11, ry * 0.10), lift=1)

        # The gradient hangs under the lid, else a half-closed eye shows only its pale lower part.
        top = max(at_v - ry, float(upper[3]) - 2)
        foot = max(at_v + ry, top + ry * 0.9)
        x, y = centre[0] + at_u, centre[1]
        for axis, ends in ((self._iris_axis, (top, foot)), (self._glow_axis, (at_v + ry * 0.72, at_v - ry * 0.32))):
            flat = np.array([(out * x, y + ends[0]), (out * x, y + ends[1])])
            rest[axis.first : axis.first + 2] = self._figure.on_face(flat)

    def _move_lashes(self, rest: FloatArray, u: FloatArray, upper: FloatArray, lower: FloatArray, put,  # type: ignore[no-untyped-def]
                     wink: float, happy: float, surprised: float) -> None:  # fmt: skip
        k, out, opened = self._k, self._out, 1 - wink - happy
        thick = _LASH * k * self._lash_weight * (1 - 0.25 * (wink + happy))
        along_u, along_v = np.gradient(u), np.gradient(upper)
        length = np.hypot(along_u, along_v)
        top_u, top_v = u + along_v / length * thick, upper - along_u / length * thick
        wing_u = u[-1] + 4.2 * k * self._flick + 0.6
        wing_v = upper[-1] + (-2.0 * opened + 2.2 * wink + 2.2 * happy) * k * self._flick
        put(self._lash, np.r_[u, wing_u, top_u[::-1]], np.r_[upper + 0.9, wing_v, top_v[::-1]], 1)
        first = self._lash_axis.first
        ends = self._mesh.curves[self._lash]
        rest[first], rest[first + 1] = rest[ends.start], rest[ends.start + 6]

        for index, curve in enumerate(self._flicks):
            if index == 0:
                fu = np.array([u[5] - 1, (u[5] + u[6]) / 2 + 1.2 * k, u[6] + 2.6 * k, u[6] + 7.0 * k])
                middle = (upper[5] + upper[6]) / 2
                fv = (
                    np.array([upper[5] - 2.2 * k, middle - 2.4 * k, upper[6] - 2.2 * k, upper[6] - 4.8 * k]) * opened
                    + np.array([self._wink[5], self._wink[6] - 2 * k, self._wink[6] + 0.6 * k, self._wink[6] + 2.0 * k])
                    * wink
                    + np.array(
                        [self._happy[5], self._happy[6] - 4 * k, self._happy[6] - 0.4 * k, self._happy[6] + 0.6 * k]
                    )
                    * happy
                )
            else:
                at, reach, rise = (5, 6.6, 6.2) if index == 1 else (4, 5.4, 7.8)
                fu = np.array([u[at] + 1, u[at] + reach * 0.45 * k, u[at] + reach * k])
                start = float(top_v[at])
                fv = np.array(
                    [
                        start + 2 * k,
                        start - rise * 0.35 * k * opened + 1.5 * k * wink,
                        start - (rise - 3) * k * opened + 4.2 * k * wink,
                    ]
                )
            put(curve, fu, fv, 1)

        some = [3, 3, 4, 5, 6]
        put(self._under, u[some] + np.array([-5.0, 0, 0, 0, -1.2]), lower[some] + np.array([0.0, 0.3, 0.3, 0.4, 1.2]))
        lift = (4.6 + 2.6 * (wink + happy) - 1.5 * surprised) * k
        some = [1, 2, 3, 4, 5]
        put(self._crease, top_u[some] + 1.0, top_v[some] - np.array([0.5, 0.85, 1.0, 0.95, 0.7]) * lift)
        for index, curve in enumerate(self._lower_lashes):
            at = 4 + index
            put(curve, np.array([u[at], u[at] + 1.6 * k, u[at] + 3.4 * k]), lower[at] + np.array([0.0, 2.2, 3.8]) * k)
