"""Beards and moustaches: hair on the face, in the hair's colour or one of its own.

Points are the viewer's right half in design units; where the chin, the mouth and the cheeks are is the figure's.
"""

from __future__ import annotations

import random
from typing import Final

import numpy as np
import numpy.typing as npt

from pipeline.drawing.face.kit import FaceKit
from pipeline.drawing.geometry import SKULL, Attach, mirrored
from pipeline.drawing.palette import Ramp, fade
from pipeline.drawing.pen import Layer, Linear
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
    if kit.figure.art.massed:
        _draw_soft_beard(kit, outer, attach)
        return
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


def _draw_soft_beard(kit: FaceKit, outer: FloatArray, attach: Attach) -> None:
    """The same, grown: it thins out toward temples and cheeks, and is made of locks that run down to its edge."""
    figure, pen, ramp = kit.figure, kit.pen, facial_ramp(kit)
    ear, mouth, dice = figure.contour[3], figure.mouth, random.Random(kit.spec.seed * 61 + 3)
    inner = figure.on_face(
        [(ear[0] - 3, ear[1] + 2), (ear[0] - 9, 46), (ear[0] - 17, 67), (40, mouth - 11), (30, mouth + 2), (17, mouth + 11),
         (0, mouth + 13.5)], _LIP,
    )  # fmt: skip
    count = len(outer)
    left, far = outer * _OTHER, inner * _OTHER
    outline = np.vstack([outer, left[count - 2 :: -1], far, inner[-2::-1]])
    top, low = (0.0, float(ear[1]) + 2.0, 60.0), (0.0, 64.0, 60.0)
    thin = Linear(
        ((0.0, fade(ramp.base, 0.0)), (0.5, fade(ramp.base, 0.75)), (1.0, ramp.base)), pen.axis(top, low, attach)
    )
    whole = pen.fill(outline, thin, Layer.FEATURES, attach, casts=False)
    away = Linear(
        ((0.0, fade(ramp.shade, 0.0)), (0.45, fade(ramp.shade, 0.55)), (1.0, fade(ramp.deep, 0.8))),
        pen.axis((0, mouth, 70), (float(outer[:, 0].max()), mouth + 8, 40), attach),
    )
    growing = Linear(((0.0, fade(ramp.base, 0.0)), (0.6, ramp.base)), pen.axis(top, low, attach))

    def between(shares: float | FloatArray, ways: FloatArray) -> FloatArray:
        """Points [n, 3] on their ways (0..1) from the inner edge to the outer one, so far from the ear to the middle."""
        roots, ends = (
            np.column_stack([np.interp(shares + 0 * ways, np.linspace(0, 1, len(line)), column) for column in line.T])
            for line in (inner, outer)
        )
        run: FloatArray = roots + (ends - roots) * ways[:, None]
        run[:, 0] += 4.0 * np.sin(np.pi * ways)
        return run

    with pen.clipped(whole):
        side = np.vstack([outer + np.array([8.0, 6.0, 0.0]), inner[::-1]])
        pen.fill(side, away, Layer.FEATURES, attach, (0, count - 1, count, len(side) - 1))
        lip = [
            (-19, mouth + 12),
            (0, mouth + 15),
            (19, mouth + 12),
            (12, mouth + 23),
            (0, mouth + 26),
            (-12, mouth + 23),
        ]
        pen.fill(figure.on_face(lip), fade(ramp.deep, 0.5), Layer.FEATURES, attach, (0, 2))
    for sign in (-1.0, 1.0):
        for share in np.linspace(0.2, 0.98, 10).tolist():
            # Short hairs stand out of the edge on cheek and lip, longer ones part the locks.
            hair = between(share + dice.uniform(-0.02, 0.02) + _ALONG, dice.uniform(0.7, 1.3) * _INTO)
            pen.line(hair * [sign, 1, 1], [0.1, 1.5, 0.1], growing, Layer.FEATURES, attach, detail=0.12)
        for index, share in enumerate(np.linspace(0.3, 1.0, 9).tolist()):
            begin, end = dice.uniform(0.05, 0.3), dice.uniform(0.75, 1.0)
            run = between(share + dice.uniform(-0.03, 0.03), np.linspace(begin, end, 3))
            lit = index % 3 == 1 and sign < 0
            tone = fade(ramp.light, 0.85) if lit else fade(ramp.deep, dice.uniform(0.5, 0.85))
            pen.line(run * [sign, 1, 1], [0.1, 0.9, 0.05], tone, Layer.FEATURES, attach, detail=0.15)
    rim = np.vstack([left[: count - 1], outer[-1:], outer[-2::-1]])[2:-2]
    swell = np.interp(np.linspace(0, 1, len(rim)), [0, 0.3, 0.5, 0.7, 1], [0.05, 0.9, 0.8, 1.1, 0.05])
    pen.line(rim, swell, ramp.line, Layer.FEATURES, attach)


_OTHER: Final = np.array([-1.0, 1.0, 1.0])
_ALONG: Final = np.array([-0.05, 0.01, 0.07])
_INTO: Final = np.array([-0.07, -0.01, 0.18])
"""How a short hair lies: along the edge of a beard, and from outside into it."""


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
        pen.line(ring, 0.6 if figure.art.massed else 0.9, ramp.line, Layer.FEATURES, SKULL, (0, 4, 8))


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


def draw_soft_stubble(kit: FaceKit) -> None:
    """The same, which melts into the cheeks."""
    figure, pen, dark = kit.figure, kit.pen, facial_ramp(kit).deep
    outer, mouth = jaw_line(kit, -1.0, -1.0)[1:], figure.mouth
    inner = figure.on_face([(64, 60), (50, mouth - 10), (30, figure.nose + 10), (0, figure.nose + 9)])
    outline = np.vstack([outer, mirrored(outer)[-2::-1], mirrored(inner), inner[-2::-1]])
    axis = pen.axis((0, figure.nose + 8, 80), (0, figure.chin, 66))
    shadow = Linear(
        (
            (0.0, fade(dark, 0.0)),
            (0.3, fade(dark, 0.55 * _STUBBLE)),
            (0.7, fade(dark, _STUBBLE)),
            (1.0, fade(dark, _STUBBLE)),
        ),
        axis,
    )
    pen.fill(outline, shadow, Layer.FACE_TONE, SKULL)
    dice = random.Random(kit.spec.seed * 83 + 5)
    for row, drop in enumerate((10.0, 17.0, 24.0, 30.0)):
        reach = 47.0 - 1.1 * drop
        for x in np.arange(-reach, reach + 1, 9.5) + 4.7 * (row % 2):
            at, y = x + dice.uniform(-2.5, 2.5), mouth + drop + dice.uniform(-2.5, 2.5)
            if abs(at) < 17 and drop < 12:
                continue
            tick = figure.on_face([(at, y), (at + 0.02 * at, y + 2.6)])
            pen.line(tick, [0.5, 0.1], fade(dark, 0.7), Layer.FACE_TONE, SKULL, detail=0.3)
