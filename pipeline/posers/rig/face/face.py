"""The head's skin: the face's outline, cheeks, marks."""

from __future__ import annotations

import numpy as np

from pipeline.drawing.figure import Figure
from pipeline.drawing.geometry import SKULL, Curve, mirrored
from pipeline.drawing.palette import fade, lch, mix
from pipeline.drawing.pen import Layer, Linear, Pen, Radial
from pipeline.drawing.tones import Tones
from pipeline.parts import RESTING_FACES
from pipeline.posers.rig.face.age import draw_age
from pipeline.posers.rig.face.jaw import lowered
from pipeline.posers.rig.state import FaceState
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import RigSpec

_PLANED = 0.3
"""From which share of a man's face on its sides are planes."""
_RIMMED = 0.62
"""Lightness of skin below which light is seen along its edge."""
_DARK = 0.52
"""Lightness of skin below which light has to show its form."""


class Face:
    """The face's outline; its jaw drops with the mouth and the far cheek draws in on a turn."""

    def __init__(self, pen: Pen, figure: Figure, tones: Tones) -> None:
        right, depth = figure.contour, figure.art.proportions.chin_depth
        self._rest = np.vstack([[(0, -104, 30)], right, [(0, figure.chin, depth)], mirrored(right)[::-1]])
        self._figure = figure
        skin = tones.skin
        axis = pen.axis((0, -104, 30), (0, figure.chin, 68))
        tone = Linear(((0, skin.base), (0.74, skin.base), (1, mix(skin.base, skin.shade, 0.4))), axis)
        self.curve = pen.fill(self._rest, tone, Layer.FACE, SKULL)
        self._points, (_, self._rest) = pen.mesh.curves[self.curve], pen.mesh.points(self.curve)
        self._lined = slice(3, len(self._rest) - 2)
        count = self._lined.stop - self._lined.start
        along = np.linspace(-1, 1, count)
        widths = (
            _line_weight(along) if figure.art.modelled else 0.25 + 0.7 * np.exp(-(((np.abs(along) - 0.38) / 0.42) ** 2))
        )
        line = pen.line(self._rest[self._lined], widths, skin.line, Layer.FEATURES, SKULL)
        self._line = pen.mesh.curves[line]
        # The side away from the light: a sliver inside the outline at the viewer's right, from temple to chin.
        self._rim = slice(3, len(right) + 2)
        size = self._rim.stop - self._rim.start
        with pen.clipped(self.curve):
            side = pen.fill(np.zeros((2 * size, 3)), fade(skin.shade, 0.9), Layer.FACE_TONE, SKULL, (0, size - 1, size))
        self._side = pen.mesh.curves[side]
        # On dark skin the other side takes a rim of warm light.
        self._lit: Curve | None = None
        if figure.art.rounded and skin.lch.lightness < _RIMMED:
            warm = fade(lch(min(0.84, skin.lch.lightness + 0.2), 0.085, 55), 0.55)
            with pen.clipped(self.curve):
                lit = pen.fill(np.zeros((2 * size, 3)), warm, Layer.FACE_TONE, SKULL, (0, size - 1, size))
            self._lit = pen.mesh.curves[lit]

    def move(self, state: FaceState, rest: FloatArray, dials: dict[str, float]) -> None:
        x, y, z = self._rest.T
        turn = -state["head_y"]
        far = np.abs(turn) * (x * turn > 0)
        pinch = 0.022 * np.exp(-(((y - 12) / 30) ** 2)) + 0.03 * np.exp(-(((y - 66) / 28) ** 2))
        points = np.column_stack([x * (1 - far * pinch), lowered(y, z, state), z])
        rest[self._points.start : self._points.stop] = points
        rest[self._line.start : self._line.stop] = points[self._lined]
        edge = points[self._rim]
        to_middle = np.array([0.0, 40.0, 60.0]) - edge
        to_middle = to_middle / np.linalg.norm(to_middle, axis=1, keepdims=True)
        depth = np.interp(np.linspace(0, 1, len(edge)), [0, 0.45, 0.75, 1], [1.0, 7.0, 10.5, 2.0])
        inner = edge + to_middle * (depth * (1 + 0.5 * np.maximum(0.0, state["head_y"])))[:, None]
        rest[self._side.start : self._side.stop] = np.vstack([edge + np.array([3.0, 3.0, 0.0]), inner[::-1]])
        if self._lit is not None:
            end = 2 * self._rim.stop - self._rim.start
            other = points[self._rim.stop - 1 : end - 1][::-1]
            inward = np.array([0.0, 20.0, 50.0]) - other
            inward = inward / np.linalg.norm(inward, axis=1, keepdims=True)
            wide = np.interp(np.linspace(0, 1, len(other)), [0, 0.4, 0.8, 1], [0.5, 3.6, 3.0, 0.2])
            rest[self._lit.start : self._lit.stop] = np.vstack(
                [other - np.array([3.0, 0.0, 0.0]), (other + inward * wide[:, None])[::-1]]
            )


def _line_weight(along: FloatArray) -> FloatArray:
    """Half-widths of the face's line, ``along`` -1..1 from temple to temple: heavy under the jaw, light at the chin."""
    jaw = 0.95 * np.exp(-(((np.abs(along) - 0.22) / 0.38) ** 2))
    return np.asarray(0.35 + jaw - 0.35 * np.exp(-((along / 0.10) ** 2)), np.float64)


def draw_blush(pen: Pen, face: int, figure: Figure, spec: RigSpec, tones: Tones, cheek: tuple[float, float]) -> None:
    """The red of the cheeks; ``cheek`` is the middle of the viewer's-right one."""
    blush = min(1.0, spec.blush + RESTING_FACES[spec.expression].blush)
    cheek_x, cheek_y = cheek
    with pen.clipped(face):
        for side in (-1, 1):
            centre = figure.on_face([(side * cheek_x, cheek_y)])[0]
            rim = figure.on_face([(side * cheek_x, cheek_y + 20)])[0]
            axis = pen.axis(centre, rim)
            tone = Radial(
                (
                    (0, fade(tones.blush, 0.62 * blush)),
                    (0.55, fade(tones.blush, 0.34 * blush)),
                    (1, fade(tones.blush, 0.0)),
                ),
                axis,
            )
            turn = np.linspace(0, 2 * np.pi, 9)[:-1]
            spot = np.column_stack([side * cheek_x + 21 * np.cos(turn), cheek_y + 16 * np.sin(turn)])
            if blush > 0.02:
                pen.fill(figure.on_face(spot), tone, Layer.FACE_TONE)
            if blush > 0.5:
                with pen.detailed(0.3):
                    for step in (-7, 0, 7):
                        x = side * cheek_x + step
                        hatch = figure.on_face([(x + 2.6, cheek_y - 4), (x, cheek_y), (x - 2.6, cheek_y + 4)])
                        pen.line(hatch, [0.1, 0.75, 0.1], fade(tones.blush, 0.75), Layer.FACE_TONE)


def draw_cheeks(pen: Pen, face: int, figure: Figure, spec: RigSpec, tones: Tones) -> None:
    """Blush, freckles, mole, and what age writes into a face."""
    ex, ey = figure.eye
    draw_blush(pen, face, figure, spec, tones, (ex + 11, ey + 35))
    skin = tones.skin
    if spec.freckles:
        with pen.clipped(face):
            for side in (-1, 1):
                for x, y in ((-9, 29), (-1, 33), (7, 29), (13, 34), (-15, 34)):
                    pen.fill(
                        figure.on_face(_dot(side * (ex + x), ey + y, 1.2)),
                        fade(skin.dark, 0.8),
                        Layer.FACE_TONE,
                        detail=0.15,
                    )
    if spec.mole:
        pen.fill(figure.on_face(_dot(ex - 8, ey + 33, 1.5)), skin.line, Layer.FEATURES)
    if figure.art.modelled and skin.lch.lightness < _DARK:
        _gleam(pen, face, figure, tones)
    if figure.art.rounded:
        _warm_nose(pen, face, figure, tones)
    if figure.manly > _PLANED:
        _plane(pen, face, figure, tones)
    if figure.aged:
        (draw_age if figure.art.modelled else _draw_folds)(pen, face, figure, tones)


def _draw_folds(pen: Pen, _face: int, figure: Figure, tones: Tones) -> None:
    """Two lines beside the mouth, and one under each eye."""
    (ex, ey), skin = figure.eye, tones.skin
    for side in (-1, 1):
        fold = figure.on_face(
            [(side * 18, figure.nose + 6), (side * 27, figure.mouth - 8), (side * 28, figure.mouth + 6)]
        )
        pen.stroke(fold, 0.8, fade(skin.dark, 0.8), Layer.FEATURES)
        pen.stroke(
            figure.on_face([(side * (ex - 12), ey + 25), (side * ex, ey + 28), (side * (ex + 11), ey + 25.5)]),
            0.55,
            fade(skin.dark, 0.5),
            Layer.FEATURES,
        )


def _warm_nose(pen: Pen, face: int, figure: Figure, tones: Tones) -> None:
    """The blood that is seen in the tip of a nose."""
    y = figure.nose + 1
    middle, rim = (figure.on_face([(x, y)])[0] for x in (1.0, 14.0))
    tone = Radial(((0, fade(tones.blush, 0.34)), (1, fade(tones.blush, 0.0))), pen.axis(middle.tolist(), rim.tolist()))
    spot = [(-13, y), (1, y - 11), (15, y), (1, y + 9)]
    with pen.clipped(face):
        pen.fill(figure.on_face(spot), tone, Layer.FACE_TONE, detail=0.2)


def _plane(pen: Pen, face: int, figure: Figure, tones: Tones) -> None:
    """The sides of a man's face, from the cheekbones to the jaw, and the hollow under his lip."""
    skin, mouth, chin, man = tones.skin, figure.mouth, figure.chin, figure.manly
    with pen.clipped(face):
        for side, strength in ((-1, 0.5 * man), (1, 0.95 * man)):
            plane = np.array([(84, 34), (60, 52), (50, 72), (42, chin - 22), (30, chin - 2), (84, chin)], np.float64)
            ends = figure.on_face([(side * 74, 66), (side * 44, 76)])
            tone = Linear(((0, fade(skin.shade, strength)), (1, fade(skin.shade, 0.0))), pen.axis(*ends.tolist()))
            pen.fill(figure.on_face(plane * [side, 1]), tone, Layer.FACE_TONE, corners=(0, 4, 5))
        lip = [(-9, mouth + 11), (1, mouth + 9.5), (10, mouth + 11), (5, mouth + 14.5), (-4, mouth + 14.5)]
        pen.fill(figure.on_face(lip), fade(skin.shade, 0.8 * man), Layer.FACE_TONE, detail=0.2)


def _gleam(pen: Pen, face: int, figure: Figure, tones: Tones) -> None:
    """Warm light on the nose and cheeks of dark skin, whose lines alone would not show its form."""
    (ex, ey), glow = figure.eye, figure.art.glow
    even = 0.6 if figure.art.rounded else 1.0
    light = fade(lch(min(0.8, tones.skin.lch.lightness + 0.22), 0.075 + 0.015 * glow, 50), (0.55 + 0.15 * glow) * even)
    bridge = [(-2.6, figure.nose - 24), (0.2, figure.nose - 15), (-0.4, figure.nose - 5), (-3.2, figure.nose - 12)]
    pen.fill(figure.on_face(bridge, 8), light, Layer.FEATURES, corners=(0, 2))
    with pen.clipped(face):
        for side, strength in ((-1, 0.62 + 0.23 * glow), (1, 0.34 + 0.22 * glow)):
            centre, rim = (figure.on_face([(side * (ex + 8), ey + y)])[0] for y in (29, 46 + 4 * glow))
            tone = Radial(((0, fade(light, strength)), (1, fade(light, 0.0))), pen.axis(centre, rim))
            turn = np.linspace(0, 2 * np.pi, 9)[:-1]
            spot = np.column_stack(
                [side * (ex + 8) + (19 + 9 * glow) * np.cos(turn), ey + 29 + (12 + 10 * glow) * np.sin(turn)]
            )
            pen.fill(figure.on_face(spot), tone, Layer.FACE_TONE)
        if glow:
            middle = pen.axis(figure.on_face([(-6, figure.chin - 12)])[0], figure.on_face([(-6, figure.chin + 2)])[0])
            chin = [(-18, figure.chin - 11), (-6, figure.chin - 18), (8, figure.chin - 11), (-6, figure.chin - 4)]
            tone = Radial(((0, fade(light, 0.55)), (1, fade(light, 0.0))), middle)
            pen.fill(figure.on_face(chin), tone, Layer.FACE_TONE)
    lip = [(-5, figure.mouth + 6.5), (0, figure.mouth + 8.5), (5, figure.mouth + 6.5), (0, figure.mouth + 7.2)]
    pen.fill(figure.on_face(lip, 1), light, Layer.FEATURES, corners=(0, 2), detail=0.2)


def _dot(x: float, y: float, radius: float) -> FloatArray:
    return np.array([(x - radius, y), (x, y - radius), (x + radius, y), (x, y + radius)])
