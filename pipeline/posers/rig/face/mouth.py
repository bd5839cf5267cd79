"""The mouth: an upper and a lower lip line of nine points; a vowel is a pair of them, and speech is their mixture."""

from __future__ import annotations

import numpy as np

from pipeline.drawing.face.mouths import ACROSS
from pipeline.drawing.figure import Figure
from pipeline.drawing.geometry import HEAD
from pipeline.drawing.palette import fade, lch
from pipeline.drawing.pen import Layer, Linear, Pen
from pipeline.drawing.tones import Tones
from pipeline.parts import RESTING_FACES
from pipeline.posers.rig.face.sheet import FaceSheet
from pipeline.posers.rig.state import FaceState
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import RigSpec

_EDGE = np.abs(ACROSS) ** 1.6
_GROWS_UP = 11.0
_WIDEST = 30.0
"""Half the width of the widest mouth that is made larger, design units."""
_TIP = np.array([(-6.6, -0.6), (-6.9, 5.0), (-4.2, 10.2), (0.0, 11.6), (4.2, 10.2), (6.9, 5.0), (6.6, -0.8)])
"""The tip of a tongue, from its right edge round to its left."""
_POINTED = np.array([0.0, 3.2, -0.6, 3.2, -0.6, 3.2, -0.6, 3.2, 0.0])
"""How far pointed teeth hang lower than others, across a mouth that is open; their edge is straight between them."""
_BOWS = np.array([-0.55, 0.35, 0.9, 0.55, -0.75, 0.55, 0.9, 0.35, -0.55])
"""The w of an animal's lip."""


def _vowel(half: float, top: float, bottom: float, top_round: float, bottom_round: float) -> FloatArray:
    """Upper and lower line, [2, 9, 2]: half width, height of both, and how square each is (2 is an ellipse)."""
    u = half * np.sign(ACROSS) * np.abs(ACROSS) ** 0.85
    upper = np.column_stack([u, top * (1 - np.abs(ACROSS) ** top_round)])
    lower = np.column_stack([u, bottom * (1 - np.abs(ACROSS) ** bottom_round)])
    return np.stack([upper, lower])


_VOWELS: dict[str, FloatArray] = {
    "aaa": _vowel(20.0, -8.0, 24.5, 3.2, 2.2),
    "iii": _vowel(21.5, -3.6, 8.5, 3.0, 3.0),
    "uuu": _vowel(7.4, -4.4, 7.4, 2.1, 2.1),
    "eee": _vowel(19.5, -4.6, 15.0, 3.2, 2.5),
    "ooo": _vowel(12.4, -8.5, 18.0, 2.1, 2.1),
    "delta": _vowel(18.5, -11.0, 10.0, 1.2, 5.0),
}
_TEETH = lch(0.985, 0.006, 60)
_WIRE, _BRACKET = lch(0.60, 0.012, 250), lch(0.70, 0.02, 250)
_BRACED = range(1, 7)
"""Teeth with a bracket: each lies between two of the mouth's points."""
_BRACKET_SHAPE = np.array([(-1.5, -1.4), (1.5, -1.4), (1.5, 1.4), (-1.5, 1.4)])


class Mouth:
    """The mouth."""

    def __init__(self, pen: Pen, figure: Figure, spec: RigSpec, tones: Tones) -> None:
        self._figure, self._mesh, self._size = figure, pen.mesh, figure.caricature.mouth
        self._sheet = FaceSheet(figure)
        resting = RESTING_FACES[spec.expression]
        line = np.array(resting.mouth_line)
        u = resting.mouth_width * figure.mouth_width * np.sign(ACROSS) * np.abs(ACROSS) ** 0.9
        bows = figure.lip * _BOWS
        self._closed = np.column_stack([u, line + bows])
        self._cheerful = bool(line[4] > line[0])
        over = np.stack([np.column_stack([np.zeros(9), 0.85 * bows]), np.zeros((9, 2))])
        self._vowels = {
            name: shape * np.array([figure.mouth_width, figure.mouth_height]) + over for name, shape in _VOWELS.items()
        }

        def slot(count: int) -> FloatArray:
            return np.zeros((count, 3))

        self._axis = pen.axis((0, 0, 0), (0, 1, 0))
        deep = Linear(((0, lch(0.43, 0.12, 20)), (1, lch(0.58, 0.165, 23))), self._axis)
        self._open = pen.shape(slot(16), HEAD, (0, 8))
        with pen.clipped(self._open):
            with pen.part("mouth inside"):
                pen.paint(self._open, deep, Layer.MOUTH, dial="mouth_open")
            with pen.part("tongue"):
                self._draw_tongue(pen)
            with pen.part("teeth"):
                self._draw_teeth(pen, tones)
                self._braces = self._draw_braces(pen) if spec.braces else ()
        with pen.part("teeth"):
            self._fang = pen.fill(slot(3), _TEETH, Layer.MOUTH, HEAD, (0, 1, 2), dial="fang") if spec.fang else -1
        self._tip: tuple[int, int] | None = None
        if resting.tongue:
            with pen.part("tongue tip"):
                self._draw_tip(pen)
        with pen.part("mouth line"):
            self._draw_lips(pen, tones)

    def _draw_tongue(self, pen: Pen) -> None:
        def slot(count: int) -> FloatArray:
            return np.zeros((count, 3))

        self._tongue = pen.fill(slot(10), lch(0.73, 0.14, 20), Layer.MOUTH, dial="mouth_open")
        self._tongue_line = pen.line(
            slot(3), [0.1, 0.6, 0.1], lch(0.60, 0.16, 20), Layer.MOUTH, detail=0.4, dial="mouth_open"
        )

    def _draw_tip(self, pen: Pen) -> None:
        """The tip of a tongue that hangs over the lower lip."""
        flesh, ink = lch(0.72, 0.15, 18), lch(0.50, 0.14, 20)
        tip = pen.fill(np.zeros((7, 3)), flesh, Layer.MOUTH, HEAD, (0, 6), dial="tongue_out")
        groove = pen.line(
            np.zeros((9, 3)), [0.5, *[0.95] * 5, 0.5, 0.6, 0.2], ink, Layer.MOUTH, HEAD, (6,), dial="tongue_out"
        )
        self._tip = tip, groove

    def _draw_teeth(self, pen: Pen, tones: Tones) -> None:
        def slot(count: int) -> FloatArray:
            return np.zeros((count, 3))

        ends = (0, 8, *range(9, 18)) if self._figure.jagged else (0, 8, 9, 17)
        self._upper_teeth = pen.fill(slot(18), _TEETH, Layer.MOUTH, HEAD, ends, dial="teeth")
        self._lower_teeth = pen.fill(slot(18), _TEETH, Layer.MOUTH, HEAD, ends, dial="lower_teeth")
        bite = fade(tones.mouth_line, 0.55)
        self._bite = pen.line(slot(9), [0.1, 0.4, 0.5, 0.5, 0.5, 0.5, 0.5, 0.4, 0.1], bite, Layer.MOUTH, dial="bite")

    @staticmethod
    def _draw_braces(pen: Pen) -> tuple[int, ...]:
        """A wire, and a bracket on each of the teeth that are seen."""
        wire = pen.line(np.zeros((9, 3)), 0.65, _WIRE, Layer.MOUTH, dial="teeth")
        return wire, *(
            pen.fill(np.zeros((4, 3)), _BRACKET, Layer.MOUTH, HEAD, (0, 1, 2, 3), dial="teeth") for _ in _BRACED
        )

    def _draw_lips(self, pen: Pen, tones: Tones) -> None:
        def slot(count: int) -> FloatArray:
            return np.zeros((count, 3))

        full = [0.3, 1.4, 2.2, 2.6, 2.6, 2.6, 2.2, 1.4, 0.3]
        self._lips = [pen.line(slot(9), full, tones.lips, Layer.MOUTH) for _ in range(2 if tones.lips[3] else 0)]
        line_colour = tones.mouth_line
        self._lower_line = pen.line(
            slot(9), [0.1, 0.35, 0.5, 0.6, 0.65, 0.6, 0.5, 0.35, 0.1], line_colour, Layer.MOUTH, dial="mouth_open"
        )
        widths = np.array([0.5, 1.25, 1.4, 1.35, 1.3, 1.35, 1.4, 1.25, 0.5]) * self._figure.caricature.line
        self._upper_line = pen.line(slot(9), widths, line_colour, Layer.MOUTH)
        cheek = fade(tones.mouth_line, 0.6)
        self._dimples = [
            pen.line(slot(3), [0.1, 0.65, 0.1], cheek, Layer.MOUTH, dial=f"dimple_{side}") for side in ("right", "left")
        ]
        self._lip = pen.line(
            slot(3), [0.1, 0.9, 0.1], fade(tones.skin.shade, 0.0 if self._figure.mascot else 0.95), Layer.MOUTH
        )

    def move(self, state: FaceState, rest: FloatArray, dials: dict[str, float]) -> None:
        shares = {name: state[f"mouth_{name}"] for name in _VOWELS}
        raised_right, raised_left = (state.side("mouth_raised_corner", side) for side in ("right", "left"))
        # A broad smile bares the teeth early: a little "iii" under raised corners is drawn as a grin.
        bared = np.minimum(1.0, 2.4 * shares["iii"])
        shares["iii"] += 0.9 * np.minimum(raised_right, raised_left) * (bared - shares["iii"])
        total = sum(shares.values())
        most = np.maximum(1.0, total)
        shares = {name: share / most for name, share in shares.items()}
        total = np.minimum(1.0, total)
        # The line of the closed mouth keeps its own bend until its corner goes the other way, or the mood does.
        right, left = (state.side("mouth_lowered_corner", side) for side in ("right", "left"))
        corners = np.stack([right, np.minimum(right, left), left])
        against: FloatArray = np.interp(ACROSS, [-0.4, 0.0, 0.4], corners)
        against = np.maximum(against, state.sullen) * float(self._cheerful)
        closed = np.column_stack([self._closed[:, 0], self._closed[:, 1] * (1 - 0.85 * against)])
        lips = np.stack([closed, closed]) * (1 - total)
        for name, share in shares.items():
            lips = lips + self._vowels[name] * share
        opening = (lips[1, :, 1] - lips[0, :, 1]).max()
        spread = np.minimum(1.0, shares["iii"] + 0.5 * shares["eee"])
        self._lift_corners(state, lips, opening, spread=spread, play=self._figure.caricature.play)
        lips, opening = self._exaggerated(lips), opening * self._size
        upper, lower = lips
        # A larger mouth grows upward: below it there is little chin.
        middle_y = self._figure.mouth - _GROWS_UP * (self._size - 1)

        sheet, curves = self._sheet.frame(), self._mesh.curves

        def put(curve: int, points: FloatArray) -> None:
            sheet.put(curves[curve].start, points[:, 0], points[:, 1] + middle_y, 3.0)

        put(self._open, np.vstack([upper, lower[-2:0:-1]]))
        put(self._upper_line, upper)
        for curve, line, drop in zip(self._lips, (upper, lower), (-0.9, 1.4), strict=False):
            put(curve, line + np.array([0.0, drop]))
        for curve, sign, corner in zip(self._dimples, (-1, 1), (upper[0], upper[8]), strict=True):
            put(curve, corner + np.array([(2.0 * sign, -4.2), (4.0 * sign, -0.8), (2.6 * sign, 2.6)]))
        put(self._lower_line, lower)
        if self._tip is not None:
            root = upper[4] + np.array([3.0, 0.4])
            edge = root + _TIP * np.array([1.0, self._figure.mouth_height])
            put(self._tip[0], edge)
            put(self._tip[1], np.vstack([edge, root + np.array([(0.2, 1.5), (0.4, 6.5)])]))
            dials["tongue_out"] = np.maximum(0.0, 1.0 - 2.5 * total)
        edge = np.abs(ACROSS)
        teeth = upper.copy()
        hang = np.minimum(0.27 * opening, 5.0)
        teeth[:, 1] = 0.55 * upper[:, 1] + 0.45 * upper[4, 1] + hang * (1 - edge**4) - 2.5 * edge**6
        # A grin shows both rows, closed on each other.
        grin = np.minimum(1.0, shares["iii"] + 0.4 * shares["eee"]) * np.maximum(raised_right, raised_left)
        middle = upper * 0.45 + lower * 0.55
        teeth[:, 1] += grin * (middle[:, 1] + 0.6 - teeth[:, 1])
        if self._figure.jagged:
            points = _POINTED * np.minimum(1.0, opening / 9.0)
            teeth[:, 1] += points
            middle = middle + np.column_stack([np.zeros(9), grin * points])
        put(self._upper_teeth, np.vstack([upper - np.array([0.0, 2.0]), teeth[::-1]]))
        if self._braces:
            along = 0.45 * upper + 0.55 * teeth
            put(self._braces[0], along)
            for bracket, tooth in zip(self._braces[1:], _BRACED, strict=True):
                put(bracket, (along[tooth] + along[tooth + 1]) / 2 + _BRACKET_SHAPE)
        bottom = lower.copy()
        bottom[:, 1] += -2.6 * (1 - grin) + grin * (middle[:, 1] - lower[:, 1])
        put(self._bite, middle)
        put(self._lower_teeth, np.vstack([lower + np.array([0.0, 2.0]), bottom[::-1]]))
        half = (upper[8, 0] - upper[0, 0]) / 2
        centre_x, low = lower[4]
        turn = np.linspace(0, 2 * np.pi, 11)[:-1]
        high = np.maximum(0.52 * opening, 0.1)
        put(
            self._tongue,
            np.column_stack([centre_x + 0.76 * half * np.cos(turn), low + 0.12 * opening + high * np.sin(turn)]),
        )
        put(
            self._tongue_line,
            np.column_stack([centre_x + np.array([0.0, 0.3, 0.0]), low - high * np.array([0.7, 0.4, 0.0])]),
        )
        if self._fang >= 0:
            x, y = centre_x + 0.34 * 2 * half * 0.8, upper[6, 1] - 0.4
            reach = 3.6 + np.minimum(0.18 * opening, 2.5)
            put(self._fang, np.column_stack([x + np.array([-2.8, 2.8, 0.3]), np.stack([y, y + 0.3, y + reach])]))
            dials["fang"] = 1.0
        sheet.put(self._axis.first, np.zeros(2), np.stack([upper[4, 1], low + 1]) + middle_y, 3.0)
        put(self._lip, np.column_stack([[-5.0, 0.0, 5.0], low + np.array([7.5, 9.0, 7.5])]))
        sheet.lay(rest)
        dials["mouth_open"] = np.minimum(1.0, np.maximum(0.0, opening - 0.6) / 1.2)
        dials["teeth"] = np.minimum(1.0, np.maximum(0.0, opening - 4.5) / 2.0)
        dials["bite"] = grin
        for side, raised in (("right", raised_right), ("left", raised_left)):
            dials[f"dimple_{side}"] = np.minimum(1.0, np.maximum(0.0, 2.0 * raised - 0.9))
        dials["lower_teeth"] = np.minimum(1.0, 1.6 * (shares["iii"] + 0.35 * shares["eee"]))

    def _exaggerated(self, lips: FloatArray) -> FloatArray:
        """The lips [2, 9, 2] in the size of the caricature, but not wider than a face can be."""
        if self._size == 1.0:
            return lips
        half = np.maximum(np.abs(lips[:, :, 0]).max(), 1.0)
        larger: FloatArray = self._size * lips
        larger[:, :, 0] *= np.clip(_WIDEST / half, 1.0, self._size) / self._size
        return larger

    @staticmethod
    def _lift_corners(state: FaceState, lips: FloatArray, opening: float, spread: float, play: float) -> None:
        """Raised and lowered corners, each side by its own number, and the smirk (the character's left goes up);
        ``play`` is how far they go against life.
        """
        viewer_right = ACROSS > 0
        raised = np.where(viewer_right, state["mouth_raised_corner_left"], state["mouth_raised_corner_right"])
        lowered = np.where(viewer_right, state["mouth_lowered_corner_left"], state["mouth_lowered_corner_right"])
        smirk = state["mouth_smirk"]
        lift = (5.0 * lowered - 6.2 * raised) * _EDGE + (2.4 * raised - 2.0 * lowered) * (1 - _EDGE)
        lift = play * lift + smirk * np.where(viewer_right, -5.0 * _EDGE, 1.0 * _EDGE)
        widen = np.sign(ACROSS) * np.abs(ACROSS) * ((4.2 + 7.0 * spread) * raised - 0.8 * lowered) + smirk * (
            2.2 + np.where(viewer_right, 1.8 * _EDGE, 0)
        )
        lips[:, :, 0] += widen
        lips[:, :, 1] += lift
        lips[1, :, 1] += 3.5 * spread * raised * (1 - _EDGE)
        # A smiling open mouth flattens its upper edge.
        flattened = np.where(opening > 1, np.minimum(opening / 10, 1.0), 0.0)
        lips[0, :, 1] += raised * flattened * 1.6 * (1 - _EDGE)
