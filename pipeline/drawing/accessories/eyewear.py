"""What is worn on the face: glasses, mask, eye patch."""

from __future__ import annotations

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit, flipped, oval
from pipeline.drawing.geometry import HEAD, Attach
from pipeline.drawing.palette import Colour, Ramp, fade, lch
from pipeline.drawing.pen import Layer, Linear
from pipeline.types.arrays import FloatArray

_GLASS = lch(0.93, 0.03, 230)
_OUT = 10.0
"""How far glasses stand off the face."""


def _frame_ramp(kit: AccessoryKit) -> Ramp:
    return Ramp.cloth(kit.spec.accessory_colour) if kit.spec.accessory_colour else Ramp.cloth("#3a3342")


def _glasses(kit: AccessoryKit, lens: FloatArray, rim: slice, width: float, glass: Colour, upper: bool = False) -> None:
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


def _lens(kit: AccessoryKit, rx: float, ry: float, square: float = 0.0, count: int = 16) -> FloatArray:
    x, y = kit.figure.eye
    angle = np.linspace(0, 2 * np.pi, count + 1)[:-1]
    power = 2 / (2 + 3 * square)
    cosine, sine = np.cos(angle), np.sin(angle)
    scale = 0.5 + 0.5 * kit.figure.eye_scale
    return np.column_stack([
        x + 2 + rx * scale * np.sign(cosine) * np.abs(cosine) ** power,
        y + 3 + ry * scale * np.sign(sine) * np.abs(sine) ** power,
    ])  # fmt: skip


def round_glasses(kit: AccessoryKit) -> None:
    _glasses(kit, _lens(kit, 31, 30), slice(None), 1.5, fade(_GLASS, 0.07))


def square_glasses(kit: AccessoryKit) -> None:
    _glasses(kit, _lens(kit, 33, 25, square=0.9), slice(None), 2.1, fade(_GLASS, 0.07))


def half_rim_glasses(kit: AccessoryKit) -> None:
    lens = _lens(kit, 32, 21, square=0.7)
    _glasses(kit, lens, slice(7, 17), 2.4, fade(_GLASS, 0.06), upper=True)


def sunglasses(kit: AccessoryKit) -> None:
    _glasses(kit, _lens(kit, 36, 28, square=0.35), slice(None), 2.0, (38, 32, 52, 216))


def face_mask(kit: AccessoryKit) -> None:
    """A cloth mask over mouth and nose."""
    figure, pen = kit.figure, kit.pen
    ramp = Ramp.cloth(kit.spec.accessory_colour) if kit.spec.accessory_colour else kit.tones.white
    top, low = figure.nose - 12, figure.chin + 1
    half = [
        (0, top - 5),
        (24, top + 1),
        (50, top + 6),
        (68, top + 10),
        (66, low - 40),
        (52, low - 20),
        (30, low - 4),
        (0, low + 2),
    ]
    right = np.array(half, float)
    outline = np.vstack([right, flipped(right, -1)[-2:0:-1]])
    axis = pen.axis((-40, top, 80), (40, low, 70))
    whole = kit.piece(figure.on_face(outline, 4), Linear(((0, ramp.light), (0.5, ramp.base), (1, ramp.shade)), axis), ramp.line,
                      Layer.FACE_WEAR, width=0.9)  # fmt: skip
    with pen.clipped(whole):
        for y in (top + 14, top + 27, top + 40):
            crease = np.array([(-58, y + 2), (-30, y + 5), (0, y + 6), (30, y + 5), (58, y + 2)], float)
            pen.stroke(figure.on_face(crease, 4), 0.8, ramp.shade, Layer.FACE_WEAR, detail=0.15)
    for sign in (-1, 1):
        for start, end in ((top + 10, 24.0), (low - 42, 44.0)):
            loop = np.array([(sign * 67, start, 30), (sign * 78, (start + end) / 2 + 4, 14), (sign * 88, end, -2)])
            pen.line(loop, [0.9, 1.0, 0.9], ramp.line, Layer.FACE_WEAR)


def eye_patch(kit: AccessoryKit) -> None:
    """A patch over the character's left eye, held by a band."""
    figure, pen = kit.figure, kit.pen
    ramp = Ramp.cloth(kit.spec.accessory_colour) if kit.spec.accessory_colour else kit.tones.white
    x, y = figure.eye
    band = np.array([(-84, y - 46), (-40, y - 38), (x - 24, y - 16), (x + 26, y - 10), (84, y - 4)], float)
    for width, colour in ((3.6, ramp.line), (2.7, ramp.shade)):
        pen.line(figure.on_face(band, 3), width, colour, Layer.FACE_WEAR)
    half = oval(x + 1, y + 4, 33, 31, 12) + np.array([0.0, 0.0])
    half[:, 1] += np.where(half[:, 1] > y, 3, 0)
    axis = pen.axis((x - 20, y - 26, 70), (x + 20, y + 34, 60))
    kit.piece(
        figure.on_face(half, 9),
        Linear(((0, ramp.light), (0.6, ramp.base), (1, ramp.shade)), axis),
        ramp.line,
        Layer.FACE_WEAR,
    )
    seam = oval(x + 1, y + 5, 27, 25, 12)
    pen.line(figure.on_face(np.vstack([seam, seam[:1]]), 9.5), 0.5, ramp.shade, Layer.FACE_WEAR, detail=0.2)
