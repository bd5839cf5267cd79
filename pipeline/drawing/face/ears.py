"""Ears: they grow from the face's outline backward."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from pipeline.drawing.face.kit import FaceKit
from pipeline.drawing.geometry import HEAD, mirrored, taper
from pipeline.drawing.palette import fade
from pipeline.drawing.pen import Layer


def draw_ears(
    kit: FaceKit,
    rim: npt.ArrayLike,
    inner: npt.ArrayLike,
    tips: tuple[tuple[int, ...], tuple[int, ...]] = ((), ()),
) -> None:
    """Draws both ears.

    Args:
        rim, inner: outline of the viewer's right ear and of its shell, [n, 2] in design units.
        tips: the sharp points of each.
    """
    pen, skin = kit.pen, kit.tones.skin
    # On a turn the far one goes into hiding.
    outlines = (np.asarray(part, np.float64) for part in (rim, inner))
    right, hollow = (np.column_stack([part, -3 - 36 * np.clip((part[:, 0] - 78) / 16, 0, 1)]) for part in outlines)
    for flip in (False, True):
        if kit.figure.art.massed:
            # On a turn it is seen between cheek, ear and hair.
            side = np.array([(58, -16, 8), (84, -10, -4), (90, 8, -12), (84, 34, -6), (58, 48, 8)], float)
            pen.fill(mirrored(side) if flip else side, skin.shade, Layer.EARS, HEAD)
        ear, shell = (mirrored(right), mirrored(hollow)) if flip else (right, hollow)
        pen.fill(ear, skin.base, Layer.EARS, HEAD, corners=tips[0])
        pen.fill(shell, skin.shade, Layer.EARS, HEAD, corners=tips[1])
        pen.line(ear, taper(len(ear), 0.3, 1.0), skin.line, Layer.EARS, HEAD, corners=tips[0])
        pen.line(shell[:-1], taper(len(shell) - 1, 0.1, 0.7), skin.dark, Layer.EARS, HEAD)
        if kit.figure.art.modelled and not tips[0]:
            _fold(kit, -1.0 if flip else 1.0)


def _fold(kit: FaceKit, sign: float) -> None:
    """The shadow where a round ear meets the face, and the fold inside it."""
    pen, skin = kit.pen, kit.tones.skin
    inside = np.array([(86, 24, -18), (89.5, 26, -18), (88.5, 31, -18), (85, 33, -18)]) * [sign, 1, 1]
    pen.line(inside, [0.1, 0.7, 0.6, 0.1], skin.dark, Layer.EARS, detail=0.25)
    deep = np.array([(76, 10, -6), (84, 8, -6), (82, 30, -6), (78, 46, -6), (72, 44, -6)]) * [sign, 1, 1]
    pen.fill(deep, fade(skin.deep, 0.8), Layer.EARS, detail=0.15)
