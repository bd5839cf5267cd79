"""The head's skin: face, ears, nose, cheeks, marks."""

from __future__ import annotations

import numpy as np

from pipeline.drawing.figure import Figure
from pipeline.drawing.geometry import HEAD, SKULL, mirrored, taper
from pipeline.drawing.palette import fade, mix
from pipeline.drawing.pen import Layer, Linear, Pen, Radial
from pipeline.drawing.tones import Tones
from pipeline.posers.rig.state import FaceState
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import Age, BodyStyle, Ears, Nose, RestingFace, RigSpec

_DEPTH = np.array([20, 10, 5, 3, 7, 18, 36, 54, 65.0])
"""z of the outline's points, temple to chin."""
_JAW_DROP = {"aaa": 1.0, "ooo": 0.7, "delta": 0.4, "eee": 0.35, "iii": 0.15, "uuu": 0.15}


class Face:
    """The face's outline; its jaw drops with the mouth and the far cheek draws in on a turn."""

    def __init__(self, pen: Pen, figure: Figure, tones: Tones) -> None:
        right = np.column_stack([figure.contour, _DEPTH])
        self._rest = np.vstack([[(0, -104, 30)], right, [(0, figure.chin, 68)], mirrored(right)[::-1]])
        self._figure = figure
        skin = tones.skin
        axis = pen.axis((0, -104, 30), (0, figure.chin, 68))
        tone = Linear(((0, skin.base), (0.74, skin.base), (1, mix(skin.base, skin.shade, 0.4))), axis)
        self.curve = pen.fill(self._rest, tone, Layer.FACE, SKULL)
        self._points = pen.mesh.curves[self.curve]
        self._lined = slice(3, len(self._rest) - 2)
        count = self._lined.stop - self._lined.start
        along = np.linspace(-1, 1, count)
        widths = 0.25 + 0.70 * np.exp(-(((np.abs(along) - 0.38) / 0.42) ** 2))
        line = pen.line(self._rest[self._lined], widths, skin.line, Layer.FEATURES, SKULL)
        self._line = pen.mesh.curves[line]
        # The side away from the light: a sliver inside the outline at the viewer's right, from temple to chin.
        self._rim = slice(3, len(right) + 2)
        size = self._rim.stop - self._rim.start
        with pen.clipped(self.curve):
            side = pen.fill(np.zeros((2 * size, 3)), fade(skin.shade, 0.9), Layer.FACE_TONE, SKULL, (0, size - 1, size))
        self._side = pen.mesh.curves[side]

    def move(self, state: FaceState, rest: FloatArray, dials: dict[str, float]) -> None:
        points = self._rest.copy()
        x, y = points[:, 0], points[:, 1]
        turn = -state["head_y"]
        if turn:
            far = np.abs(turn) * (x * turn > 0)
            pinch = 0.022 * np.exp(-(((y - 12) / 30) ** 2)) + 0.03 * np.exp(-(((y - 66) / 28) ** 2))
            points[:, 0] *= 1 - far * pinch
        opened = min(1.2, sum(state[f"mouth_{vowel}"] * share for vowel, share in _JAW_DROP.items()))
        points[:, 1] += 7.0 * opened * np.clip((y - 60) / 60, 0, 1)
        up = max(0.0, state["head_x"])
        points[:, 1] -= up * 0.17 * (68 - points[:, 2]) * np.clip((y - 35) / 45, 0, 1)
        rest[self._points.start : self._points.stop] = points
        rest[self._line.start : self._line.stop] = points[self._lined]
        edge = points[self._rim]
        to_middle = np.array([0.0, 40.0, 60.0]) - edge
        to_middle /= np.linalg.norm(to_middle, axis=1, keepdims=True)
        depth = np.interp(np.linspace(0, 1, len(edge)), [0, 0.45, 0.75, 1], [1.0, 7.0, 10.5, 2.0])
        inner = edge + to_middle * (depth * (1 + 0.5 * max(0.0, state["head_y"])))[:, None]
        rest[self._side.start : self._side.stop] = np.vstack([edge + np.array([3.0, 3.0, 0.0]), inner[::-1]])


def draw_ears(pen: Pen, spec: RigSpec, tones: Tones) -> None:
    """Both ears."""
    skin = tones.skin
    if spec.ears is Ears.ELF:
        rim = np.array([(68, 14), (92, 0), (118, -14), (150, -34), (126, 12), (102, 38), (83, 51), (68, 46)], float)
        inner = np.array([(90, 8), (112, -4), (128, -12), (108, 14), (92, 30)], float)
        tips: tuple[tuple[int, ...], tuple[int, ...]] = (3,), (2,)
    else:
        rim = np.array([(68, 18), (87, 5), (97, 8), (97, 26), (91, 44), (81, 51), (66, 44)], float)
        inner = np.array([(85, 17), (91, 13), (93, 22), (89, 34), (86, 40)], float)
        tips = (), ()
    # Ears grow from the face's outline backward, so on a turn the far one goes into hiding.
    rim, inner = (np.column_stack([part, -3 - 36 * np.clip((part[:, 0] - 78) / 16, 0, 1)]) for part in (rim, inner))
    for flip in (False, True):
        ear, shell = (mirrored(rim), mirrored(inner)) if flip else (rim, inner)
        pen.fill(ear, skin.base, Layer.EARS, HEAD, corners=tips[0])
        pen.fill(shell, skin.shade, Layer.EARS, HEAD, corners=tips[1])
        pen.line(ear, taper(len(ear), 0.3, 1.0), skin.line, Layer.EARS, HEAD, corners=tips[0])
        pen.line(shell[:-1], taper(len(shell) - 1, 0.1, 0.7), skin.dark, Layer.EARS, HEAD)


def draw_nose(pen: Pen, figure: Figure, spec: RigSpec, tones: Tones) -> None:
    """The nose, in one of five ways to leave it out."""
    skin, y = tones.skin, figure.nose
    nose = Nose.DOT if spec.body_style is BodyStyle.CHIBI else spec.nose
    if nose in {Nose.WEDGE, Nose.STRAIGHT}:
        shade = [(1.5, y - 9, 87), (5.2, y + 1.5, 90), (1.5, y + 4.0, 90), (9, y + 5.5, 83), (7.5, y - 1, 83)]
        pen.fill(shade, skin.shade, Layer.FEATURES, HEAD, corners=(0, 2))
    if nose is Nose.STRAIGHT:
        pen.line([(2.5, y - 26, 80), (2.8, y - 12, 86), (5.0, y + 0.5, 90), (1.2, y + 3.2, 90)],
                 [0.08, 0.55, 0.85, 0.1], skin.line, Layer.FEATURES, HEAD, corners=(2,))  # fmt: skip
    elif nose is Nose.WEDGE:
        pen.line([(2.6, y - 6, 88), (5.2, y + 1, 90), (1.2, y + 3.4, 90)], [0.1, 0.95, 0.12], skin.line,
                 Layer.FEATURES, HEAD, corners=(1,))  # fmt: skip
    elif nose is Nose.LINE:
        pen.line(
            [(1.5, y - 5, 88), (3.4, y + 0.5, 91), (0.6, y + 2.4, 90)], [0.1, 0.95, 0.15], skin.line, Layer.FEATURES
        )
    elif nose is Nose.BUTTON:
        pen.stroke([(-4.2, y + 1.2, 90), (0, y + 3.2, 92), (4.2, y + 1.2, 90)], 0.85, skin.line, Layer.FEATURES)
        pen.fill(
            [(-3, y - 4, 91), (0, y - 6, 92), (3, y - 4, 91), (0, y - 2, 92)], fade(skin.shine, 0.9), Layer.FEATURES
        )
    else:
        pen.fill([(-0.6, y, 91), (1.2, y - 1.6, 91), (2.8, y, 91), (1.1, y + 1.5, 91)], skin.dark, Layer.FEATURES)
    if nose is not Nose.BUTTON:
        pen.fill(
            [(-1.6, y - 4.5, 92), (-0.2, y - 6.5, 92), (0.8, y - 4.5, 92), (-0.4, y - 3, 92)],
            fade(skin.shine, 0.95),
            Layer.FEATURES,
        )


def draw_cheeks(pen: Pen, face: int, figure: Figure, spec: RigSpec, tones: Tones) -> None:
    """Blush, freckles, mole, and an elder's lines."""
    skin = tones.skin
    blush = min(1.0, spec.blush + (0.35 if spec.expression is RestingFace.SHY else 0.0))
    ex, ey = figure.eye
    with pen.clipped(face):
        for side in (-1, 1):
            centre = figure.on_face([(side * (ex + 11), ey + 35)])[0]
            rim = figure.on_face([(side * (ex + 11), ey + 35 + 20)])[0]
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
            spot = np.column_stack([side * (ex + 11) + 21 * np.cos(turn), ey + 35 + 16 * np.sin(turn)])
            if blush > 0.02:
                pen.fill(figure.on_face(spot), tone, Layer.FACE_TONE)
            if blush > 0.5:
                with pen.detailed(0.3):
                    for step in (-7, 0, 7):
                        x = side * (ex + 11) + step
                        hatch = figure.on_face([(x + 2.6, ey + 31), (x, ey + 35), (x - 2.6, ey + 39)])
                        pen.line(hatch, [0.1, 0.75, 0.1], fade(tones.blush, 0.75), Layer.FACE_TONE)
            if spec.freckles:
                for x, y in ((-9, 29), (-1, 33), (7, 29), (13, 34), (-15, 34)):
                    pen.fill(
                        figure.on_face(_dot(side * (ex + x), ey + y, 1.2)),
                        fade(skin.dark, 0.8),
                        Layer.FACE_TONE,
                        detail=0.15,
                    )
    if spec.mole:
        pen.fill(figure.on_face(_dot(ex - 8, ey + 33, 1.5)), skin.line, Layer.FEATURES)
    if spec.age is Age.ELDER:
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


def _dot(x: float, y: float, radius: float) -> FloatArray:
    return np.array([(x - radius, y), (x, y - radius), (x + radius, y), (x, y + radius)])
