"""Beards and moustaches: hair on the face, in the hair's colour or one of its own.

Points are the viewer's right half in design units; where the chin, the mouth and the cheeks are is the figure's.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from pipeline.drawing.face.kit import FaceKit
from pipeline.drawing.geometry import SKULL, Attach, mirrored
from pipeline.drawing.palette import Ramp, fade
from pipeline.drawing.pen import Layer
from pipeline.types.arrays import FloatArray

_STUBBLE: Final = 0.26
"""Opacity of hair that is but a shadow."""
_LIP: Final = 5.0
"""How far hair lifts off the face."""


def facial_ramp(kit: FaceKit) -> Ramp:
    """The colours of the hair on the face."""
    return Ramp.hair(kit.spec.beard_colour or kit.spec.hair_colour, kit.tones.look)


def jaw_line(kit: FaceKit, out: float, drop: float) -> FloatArray:
    """The face's outline from the ear to the chin, grown outward by ``out`` and at the chin downward by ``drop``: [n, 3]."""
    sides = kit.figure.contour[3:]
    grown = np.linspace(0.25, 1.0, len(sides))[:, None]
    sides = sides + np.array([out, 0.0, 0.0]) * grown + np.array([0.0, drop, 0.0]) * grown**3
    chin = np.array([0.0, kit.figure.chin + drop, kit.figure.art.proportions.chin_depth])
    return np.vstack([sides, chin])


def draw_beard(kit: FaceKit, outer: FloatArray, attach: Attach = SKULL) -> None:
    """Hair from the ears down to ``outer`` [n, 3], the outline's right half from the ear to its lowest point; cheeks and
    lower lip stay free.
    """
    figure, pen, ramp = kit.figure, kit.pen, facial_ramp(kit)
    ear, mouth = figure.contour[3], figure.mouth
    inner = figure.on_face(
        [(ear[0] - 5, ear[1] + 6), (ear[0] - 11, 46), (54, 66), (37, mouth - 13), (27, mouth + 1), (15, mouth + 11), (0, mouth + 13)],
        _LIP,
    )  # fmt: skip
    left = np.vstack([outer, inner[::-1]]) * np.array([-1.0, 1.0, 1.0])
    count = len(outer)
    outline = np.vstack([outer, left[count - 2 :: -1], left[: count - 1 : -1], inner[-2::-1]])
    whole = pen.fill(outline, ramp.base, Layer.FEATURES, attach, casts=False)
    with pen.clipped(whole):
        side = np.vstack([outer + np.array([6, 4, 0]), (outer * [0.62, 0.97, 1.0])[::-1]])
        pen.fill(side, ramp.shade, Layer.FEATURES, attach, (0, count - 1, count))
        below = figure.on_face(
            [(-30, mouth + 12), (0, mouth + 17), (30, mouth + 12), (22, mouth + 24), (-22, mouth + 24)]
        )
        pen.fill(below, ramp.shade, Layer.FEATURES, attach)
        low = float(outer[-1, 1])
        for x in (-46, -30, -14, 2, 17, 33, 47):
            top = mouth + 26 - abs(x) * 0.55
            run = [(x, top), (x * 0.93, top + (low - top) * 0.35), (x * 0.78, top + (low - top) * 0.72)]
            pen.line(
                figure.on_face(run, _LIP), [0.2, 1.1, 0.2], fade(ramp.deep, 0.8), Layer.FEATURES, attach, detail=0.15
            )
        glint = figure.on_face([(-44, mouth + 4), (-34, mouth + 22), (-22, mouth + 30), (-34, mouth + 16)], _LIP)
        pen.fill(glint, fade(ramp.light, 0.9), Layer.FEATURES, attach, (0, 2))
    rim = np.vstack([left[: count - 1], outer[-1:], outer[-2::-1]])
    swell = np.interp(np.linspace(0, 1, len(rim)), [0, 0.3, 0.5, 0.7, 1], [0.2, 1.5, 1.2, 1.7, 0.2])
    pen.line(rim, swell, ramp.line, Layer.FEATURES, attach)


def draw_moustache(kit: FaceKit, reach: float, curl: float, thick: float = 1.0) -> None:
    """Two locks from under the nose past the corners of the mouth.

    Args:
        reach: half width, design units. curl: how far the tips rise; negative lets them hang.
    """
    figure, pen, ramp = kit.figure, kit.pen, facial_ramp(kit)
    top, lip = figure.nose + 9, figure.mouth - 5
    middle = (top + lip) / 2
    lock = [
        (0.4, middle - 5 * thick), (8, middle - 7 * thick), (reach * 0.55, middle - 1), (reach * 0.85, lip - curl * 0.4),
        (reach, lip - curl), (reach * 0.84, lip + 4 - curl * 0.5), (reach * 0.5, lip + 4), (8, lip + 1), (0.4, lip - 3),
    ]  # fmt: skip
    for sign in (-1, 1):
        shape = figure.on_face(np.array(lock) * [sign, 1], _LIP)
        whole = pen.fill(shape, ramp.base if sign < 0 else ramp.shade, Layer.FEATURES, SKULL, (0, 4, 8))
        with pen.clipped(whole):
            if sign < 0:
                low = figure.on_face([(0, lip + 6), (-reach, lip + 6), (-reach * 0.6, lip), (0, lip - 6)], _LIP)
                pen.fill(low, ramp.shade, Layer.FEATURES, SKULL)
            for rise in (0.35, 0.65):
                run = [
                    (2, middle - 3 + 5 * rise),
                    (reach * 0.5, middle + 1 + 4 * rise),
                    (reach * 0.9, lip - curl * 0.8),
                ]
                pen.line(figure.on_face(np.array(run) * [sign, 1], _LIP), [0.2, 0.9, 0.1], ramp.deep, Layer.FEATURES,
                         SKULL, detail=0.2)  # fmt: skip
        ring = np.vstack([shape, shape[:1]])
        pen.line(ring, 0.9, ramp.line, Layer.FEATURES, SKULL, (0, 4, 8))


def draw_stubble(kit: FaceKit) -> None:
    """The shadow of hair that is a few days old."""
    figure, pen, dark = kit.figure, kit.pen, facial_ramp(kit).deep
    outer, mouth = jaw_line(kit, -1.0, -1.0)[1:], figure.mouth
    inner = figure.on_face([(64, 60), (48, mouth - 8), (30, figure.nose + 15), (0, figure.nose + 12)])
    outline = np.vstack([outer, mirrored(outer)[-2::-1], mirrored(inner), inner[-2::-1]])
    lips: npt.ArrayLike = [(-20, mouth - 4), (20, mouth - 4), (14, mouth + 8), (-14, mouth + 8)]
    pen.fill(outline, fade(dark, _STUBBLE), Layer.FACE_TONE, SKULL)
    pen.fill(figure.on_face(lips), fade(kit.tones.skin.base, 0.6), Layer.FACE_TONE, SKULL)
    dots = [
        (-46, 8), (-38, 20), (-28, 14), (-22, 26), (-10, 22), (0, 28), (9, 20), (20, 26), (28, 13), (39, 19), (47, 7),
    ]  # fmt: skip
    for x, drop in dots:
        tick = figure.on_face([(x, mouth + drop), (x + 0.4, mouth + drop + 3)])
        pen.line(tick, [0.7, 0.2], dark, Layer.FACE_TONE, SKULL, detail=0.3)
