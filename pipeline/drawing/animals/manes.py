"""What grows around the heads of mascots: manes, fleeces, horns."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from pipeline.drawing.animals.head import BALL, centred
from pipeline.drawing.animals.kit import AnimalKit
from pipeline.drawing.geometry import HEAD
from pipeline.drawing.palette import Colour, Ramp, mix
from pipeline.drawing.pen import Layer, Linear
from pipeline.types.arrays import FloatArray

_DEPTH = -10.0
_BRIGHT = 0.55
"""Lightness of fur above which a fleece is paler than the face."""


def mane(kit: AnimalKit, right: Sequence[tuple[float, float]]) -> None:
    """Hair in tufts behind the head, darker than it.

    Args:
        right: the right half of its outline from the crown down to the chin (x = 0): a notch, a tip, a notch and so on
            to a tip, design units.
    """
    pen, ramp = kit.pen, kit.fur
    lightness, chroma, hue = ramp.lch
    look = kit.tones.look
    # Colours get deep; white, which has none, stays white.
    deep = 0.70 + 0.22 * max(0.0, 1 - chroma / 0.06)
    base = kit.mark(look.paint(deep * lightness, 1.1 * chroma, hue - 16))
    light, shade = mix(base, ramp.base, 0.4), mix(base, ramp.line, 0.3)
    ends = centred(right)
    outline, tips = _bellied(ends)
    axis = pen.axis((-70, -140, _DEPTH), (80, 150, _DEPTH))
    tone = Linear(((0, light), (0.5, base), (1, shade)), axis)
    pen.fill(_behind(outline), tone, Layer.EARS, BALL, tips)
    pen.line(_behind(np.vstack([outline, outline[:1]])), 1.9, ramp.line, Layer.EARS, BALL, tips)
    # Locks run from the head to the tips.
    for tip, notch in zip(ends[1::2], ends[::2], strict=True):
        run = np.array([0.66 * tip + 0.04 * notch, 0.76 * tip + 0.03 * notch, 0.92 * tip])
        pen.line(_behind(run), [0.3, 2.6, 0.3], shade, Layer.EARS, BALL)


def _bellied(ends: FloatArray) -> tuple[FloatArray, tuple[int, ...]]:
    """Tufts whose sides bend outward, and which of the points are tips and notches, from those alone in turn."""
    middle = ends.mean(axis=0)
    points: list[FloatArray] = []
    for start, end in zip(ends, np.roll(ends, -1, axis=0), strict=True):
        belly = (start + end) / 2
        points += [start, middle + 1.045 * (belly - middle)]
    return np.array(points), tuple(range(0, len(points), 2))


def curls(kit: AnimalKit, right: Sequence[tuple[float, float]], size: float, *, before: bool) -> None:
    """A fleece whose edge is a row of curls.

    Args:
        right: the right half of the line on which its curls sit, from its top down (x = 0 both), design units.
        size: how far apart they are. before: it lies on the forehead, otherwise behind the head.
    """
    pen, ramp = kit.pen, kit.fur
    outline, corners = scalloped(centred(right), size)
    fleece = mix(ramp.base, kit.pale.base, 0.6) if ramp.lch.lightness > _BRIGHT else mix(ramp.base, ramp.light, 0.8)
    if before:
        curve = kit.patch(outline, fleece, corners, 8)
        ring = kit.figure.on_face(np.vstack([outline, outline[:1]]), 9)
        pen.line(ring, 1.5, ramp.line, Layer.FACE_TONE, HEAD, corners)
        with pen.clipped(curve):
            _whorls(kit, centred(right) * 0.72 + [0, -22], size, before=True)
        return
    tone = Linear(
        ((0, fleece), (0.6, fleece), (1, mix(fleece, ramp.shade, 0.6))), pen.axis((-60, -130, 0), (70, 140, 0))
    )
    pen.fill(_behind(outline), tone, Layer.EARS, BALL, corners)
    pen.line(_behind(np.vstack([outline, outline[:1]])), 1.9, ramp.line, Layer.EARS, BALL, corners)
    _whorls(kit, centred(right) * 0.97, size, before=False)


def _whorls(kit: AnimalKit, line: FloatArray, size: float, *, before: bool) -> None:
    """Small arcs within a fleece."""
    ink: Colour = mix(kit.fur.shade, kit.fur.line, 0.35)
    for at, (x, y) in enumerate(_even(line, 1.9 * size)):
        turn = 2.4 * at
        arc = np.array([(np.cos(a), np.sin(a)) for a in np.linspace(turn, turn + 3.2, 6)]) * 0.3 * size + [x, y]
        if before:
            kit.pen.line(kit.figure.on_face(arc, 9), [0.3, 1.1, 1.3, 1.3, 1.1, 0.3], ink, Layer.FACE_TONE, HEAD)
        else:
            kit.pen.line(_behind(arc), [0.3, 1.2, 1.4, 1.4, 1.2, 0.3], ink, Layer.EARS, BALL)


def scalloped(line: npt.ArrayLike, size: float) -> tuple[FloatArray, tuple[int, ...]]:
    """A closed line [n, 2] as bows of a width, and which of its points [m, 2] are the notches between them."""
    at = _even(np.asarray(line, np.float64), size)
    middle = at.mean(axis=0)
    points: list[FloatArray] = []
    corners: list[int] = []
    for start, end in zip(at, np.roll(at, -1, axis=0), strict=True):
        out = (start + end) / 2 - middle
        out *= 0.42 * np.hypot(*(end - start)) / max(float(np.hypot(*out)), 1e-6)
        corners.append(len(points))
        points += [start, start + 0.22 * (end - start) + 0.85 * out, (start + end) / 2 + out,
                   end - 0.22 * (end - start) + 0.85 * out]  # fmt: skip
    return np.array(points), tuple(corners)


def _even(line: FloatArray, size: float) -> FloatArray:
    """Points [n, 2] about ``size`` apart on a closed line, the same left and right."""
    ring = np.vstack([line, line[:1]])
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(ring, axis=0).T))])
    count = 2 * max(2, round(along[-1] / size / 2)) + 1
    wanted = np.arange(count) * along[-1] / count + along[-1] / count / 2
    return np.column_stack([np.interp(wanted, along, ring[:, axis]) for axis in (0, 1)])


def horn(kit: AnimalKit, points: npt.ArrayLike, ramp: Ramp, tip: int) -> None:
    """A horn [n, 2] that grows behind the head, and its tip's index."""
    pen = kit.pen
    shape = _behind(np.asarray(points, np.float64))
    root = (shape[0] + shape[-1]) / 2
    tone = Linear(((0, ramp.light), (0.5, ramp.base), (1, ramp.shade)), pen.axis(tuple(shape[tip]), tuple(root)))
    pen.fill(shape, tone, Layer.EARS, BALL, (tip,))
    pen.line(shape, 1.9, ramp.line, Layer.EARS, BALL, (tip,))


def _behind(points: FloatArray) -> FloatArray:
    return np.column_stack([points, np.full(len(points), _DEPTH)])
