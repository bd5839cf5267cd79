"""Heads of fur: the outline with its tufts, light and shadow."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from pipeline.drawing.animals.kit import AnimalKit
from pipeline.drawing.geometry import Attach, mirrored
from pipeline.drawing.palette import Colour, fade, mix
from pipeline.drawing.pen import Layer, Linear
from pipeline.types.arrays import FloatArray

BALL = Attach(turn=0.12)
"""Silhouettes of a ball, which a turn hardly changes."""
_CROWN = np.array([(-13, 1), (-15, -9), (-6, -5), (-1, -19), (4, -6), (14, -14), (13, 1)], np.float64)
"""Hairs that stand up, from left to right."""
_SHADOW: Colour = (88, 36, 92, 46)


def fur_head(
    kit: AnimalKit, right: Sequence[tuple[float, float]], tufts: Sequence[int] = (), *, crown: bool = False
) -> int:
    """Draws a head and returns the curve of its outline.

    Args:
        right: its right half from the crown (x = 0) down to the chin (x = 0), design units.
        tufts: indices of its sharp points: the tips of tufts and the notches between them.
        crown: a few hairs stand up from the crown.
    """
    pen, fur = kit.pen, kit.fur
    half = np.array(right, np.float64)
    size = len(half)
    outline = np.vstack([half, mirrored(half)[-2:0:-1]])
    corners = [*tufts, *(2 * size - 2 - tuft for tuft in tufts)]
    if crown:
        outline = np.vstack([_CROWN + outline[:1], outline[1:]])
        corners = [*range(len(_CROWN)), *(corner + len(_CROWN) - 1 for corner in corners)]
    axis = pen.axis((-46, -112, 0), (52, 122, 0))
    tone = Linear(((0.0, mix(fur.base, fur.light, 0.9)), (0.45, fur.base), (1.0, mix(fur.base, fur.shade, 0.35))), axis)
    curve = pen.fill(outline, tone, Layer.FACE, BALL, corners)
    ring = np.vstack([outline, outline[:1]])
    along = np.linspace(0, 2 * np.pi, len(ring))
    width = 1.75 + 0.45 * np.sin(along - 1.2)
    pen.line(ring, width, fur.line, Layer.FACE, BALL, corners)
    return curve


def shade_head(kit: AnimalKit, head: int) -> None:
    """The shadow of the side away from the light, over all markings, and light on the crown."""
    pen = kit.pen
    with pen.clipped(head):
        side = [(126, -60), (116, -20), (110, 20), (98, 56), (72, 86), (34, 104), (-24, 111), (-40, 150), (190, 150),
                (190, -60)]  # fmt: skip
        pen.fill(np.array(side, float), _SHADOW, Layer.FACE_TONE, BALL, (0, 7, 8, 9))
        gleam = [(-84, -74), (-62, -94), (-34, -105), (-14, -107), (-34, -98), (-58, -85), (-76, -66)]
        pen.fill(np.array(gleam, float), fade(kit.fur.shine, 0.42), Layer.FACE_TONE, BALL, (0, 3))


def muzzle(kit: AnimalKit, half: float, top: float, bottom: float, paint: Colour | None = None) -> int:
    """The pale front of the face: two cushions beside the mouth and a chin. ``top`` and ``bottom`` are their y."""
    middle = (top + bottom) / 2
    shape: list[tuple[float, float]] = [
        (0, top), (half * 0.45, top + 1), (half * 0.9, middle - 8), (half, middle + 4), (half * 0.78, bottom - 9),
        (half * 0.36, bottom - 1), (0, bottom),
    ]  # fmt: skip
    whole = np.vstack([shape, (np.array(shape) * [-1, 1])[-2:0:-1]])
    return kit.patch(whole, paint or kit.pale.base, lift=7, layer=Layer.FACE_TONE)


def nose(kit: AnimalKit, half: float, paint: Colour, lip: float, height: float = 0.72) -> None:
    """A soft triangle with a light on it, and the line down to ``lip``, the y of the mouth's middle."""
    y, pen, figure = kit.figure.nose, kit.pen, kit.figure
    high = half * height
    shape = [(-half, y - high * 0.55), (-half * 0.5, y - high), (half * 0.5, y - high), (half, y - high * 0.55),
             (half * 0.42, y + high * 0.62), (0, y + high * 0.95), (-half * 0.42, y + high * 0.62)]  # fmt: skip
    line = figure.on_face([(0, y + high * 0.8), (0.3, (y + high + lip) / 2), (0, lip)], 10)
    pen.line(line, [1.2, 1.1, 1.2], kit.tones.mouth_line, Layer.FEATURES)
    kit.patch(shape, paint, lift=13, layer=Layer.FEATURES)
    light = [
        (-half * 0.55, y - high * 0.5),
        (-half * 0.2, y - high * 0.78),
        (half * 0.1, y - high * 0.62),
        (-half * 0.2, y - high * 0.3),
    ]
    kit.patch(light, (255, 255, 255, 150), lift=14, layer=Layer.FEATURES)


def whiskers(kit: AnimalKit, start: float, y: float, reach: float = 62.0) -> None:
    """Two thin hairs on each side, and the spots that they grow from."""
    ink = fade(mix(kit.fur.line, kit.pale.base, 0.15), 0.9)
    for sign in (-1, 1):
        for rise, lift in ((-3.0, -7.0), (6.0, 5.0)):
            run = np.array([(start + 30, y + rise + lift * 0.3), (start + 30 + reach * 0.5, y + rise + lift * 0.85),
                            (start + 30 + reach, y + rise + lift)]) * [sign, 1]  # fmt: skip
            kit.pen.line(kit.figure.on_face(run, 4), [1.1, 0.8, 0.2], ink, Layer.FEATURES, detail=0.14)
        for x, drop in ((start - 12, -1), (start - 4, 4), (start - 14, 7)):
            spot = np.array([(x - 1.3, y + drop), (x, y + drop - 1.3), (x + 1.3, y + drop), (x, y + drop + 1.3)])
            kit.patch(spot * [sign, 1], fade(kit.fur.line, 0.55), lift=9, layer=Layer.FEATURES, detail=0.3)


def centred(points: npt.ArrayLike) -> FloatArray:
    """The right half of a shape from its top (x = 0) to its bottom (x = 0), made whole."""
    half = np.asarray(points, np.float64)
    return np.vstack([half, mirrored(half)[-2:0:-1]])
