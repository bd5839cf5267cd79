"""Glasses: lenses before the eyes, held by a frame."""

from __future__ import annotations

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit, flipped
from pipeline.drawing.geometry import HEAD, Attach
from pipeline.drawing.palette import Colour, Ramp, lch
from pipeline.drawing.pen import Layer
from pipeline.types.arrays import FloatArray

GLASS = lch(0.93, 0.03, 230)
_OUT = 10.0
"""How far glasses stand off the face."""


def _frame_ramp(kit: AccessoryKit) -> Ramp:
    return Ramp.cloth(kit.spec.accessory_colour) if kit.spec.accessory_colour else Ramp.cloth("#3a3342")


def draw_glasses(
    kit: AccessoryKit, lens: FloatArray, rim: slice, width: float, glass: Colour, upper: bool = False
) -> None:
    """A pair: ``lens`` [n, 2] is the viewer's right one; ``rim`` which of its points the frame follows."""
    pen, figure, ramp = kit.pen, kit.figure, _frame_ramp(kit)
    for sign in (-1, 1):
        shape = figure.on_face(flipped(lens, sign), _OUT)
        pane = pen.fill(shape, glass, Layer.FACE_WEAR, HEAD)
        with pen.clipped(pane):
            x, y = figure.eye[0] * sign, figure.eye[1]
            for left, size in ((-14.0, 7.0), (2.0, 3.0)):
                bar = np.array(
                    [
                        (x + left, y + 30),
                        (x + left + 20, y - 30),
                        (x + left + 20 + size, y - 30),
                        (x + left + size, y + 30),
                    ]
                )
                pen.fill(
                    figure.on_face(bar, _OUT), (255, 255, 255, 46), Layer.FACE_WEAR, HEAD, (0, 1, 2, 3), detail=0.15
                )
        line = np.vstack([shape, shape[:1]])[rim]
        pen.line(line, width, ramp.line if upper else ramp.base, Layer.FACE_WEAR, HEAD)
        pen.line(line, width * 0.35, ramp.shade, Layer.FACE_WEAR, HEAD, detail=0.3)
        outer = lens[np.argmax(lens[:, 0])]
        temple = np.array([(outer[0], outer[1]), (outer[0] + 7, outer[1] - 3)])
        arm = np.vstack([figure.on_face(flipped(temple, sign), _OUT), [[sign * 90, outer[1] - 4, -2]]])
        pen.line(arm, width * 0.9, ramp.base, Layer.FACE_WEAR, Attach(turn=np.array([1, 1, 1.0])))
    inner = float(lens[:, 0].min())
    y = float(lens[np.argmin(lens[:, 0]), 1])
    bridge = np.array([(-inner, y), (-inner * 0.5, y - 5), (inner * 0.5, y - 5), (inner, y)])
    pen.line(figure.on_face(bridge, _OUT + 2), width * 0.85, ramp.base, Layer.FACE_WEAR)


def lens(kit: AccessoryKit, rx: float, ry: float, square: float = 0.0, count: int = 16) -> FloatArray:
    """The outline of the viewer's right lens, [count, 2]: half axes in design units; ``square`` 0 is an ellipse, 1 nearly
    a rectangle. It grows and shrinks with the eyes.
    """
    x, y = kit.figure.eye
    angle = np.linspace(0, 2 * np.pi, count + 1)[:-1]
    power = 2 / (2 + 3 * square)
    cosine, sine = np.cos(angle), np.sin(angle)
    scale = 0.5 + 0.5 * kit.figure.eye_scale
    return np.column_stack([
        x + 2 + rx * scale * np.sign(cosine) * np.abs(cosine) ** power,
        y + 3 + ry * scale * np.sign(sine) * np.abs(sine) ** power,
    ])  # fmt: skip
