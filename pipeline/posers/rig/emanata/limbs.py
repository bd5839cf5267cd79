"""A raised arm of one outline under a hand of one outline: cloth or skin, rounded by shadow that deepens by degrees.

The elbow is (0, 0), y down; the arm is the character's left one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from pipeline.drawing.geometry import BODY, Attach
from pipeline.drawing.outfits.patterns import Ground, SleeveCloth
from pipeline.drawing.palette import Colour, Ramp, fade
from pipeline.drawing.pen import Layer
from pipeline.drawing.tones import Tones
from pipeline.posers.rig.emanata.art import Stamp
from pipeline.types.arrays import FloatArray

_SHORT: Final = 0.5
"""How bare an arm is in a short sleeve."""
_INK: Final = 1.5
_UPPER: Final = np.array([(-74.0, -59.0), (-68.0, -51.0), (-48.0, -22.0), (-20.0, 10.0), (4.0, 22.0), (12.0, 23.0)])
_UPPER_HALF: Final = np.array([25.0, 26.0, 27.0, 25.0, 21.0, 9.0])
_LOWER: Final = np.array([(6.0, 24.0), (4.0, 10.0), (0.0, -10.0), (-8.0, -50.0), (-15.0, -86.0), (-22.5, -127.0)])
_FLESH: Final = np.array([15.0, 19.5, 20.0, 18.0, 14.5, 12.4])
_SLEEVE: Final = np.array([17.0, 23.5, 25.5, 22.0, 23.5, 16.5])
_SLEEVE_END: Final = np.array([-19.0, -107.0])
_HUGGED: Final = 4
"""From this point on a forearm is as thin as the hand, whoever's it is."""
_DEPTHS: Final = (1.0, 0.64, 0.3)
_STEP: Final = 0.46
"""Shadow deepens toward the edge in so many steps of that strength."""


def raised_upper_arm(
    stamp: Stamp, tones: Tones, root: tuple[float, float], thick: float, bare: float, cloth: SleeveCloth | None
) -> None:
    """From the shoulder down to the elbow: it stays while the rest swings.

    It begins upright and without ink: cloth shows no seam, and hair seems to lie on it.

    Args:
        root: how far (inward, up) from the elbow it begins. bare: see ``Figure``.
        cloth: what the sleeve is made of, where that is known; its colours are those of ``tones``.
    """
    inward, up = root
    along = _UPPER.copy()
    along[:, 0] *= np.where(along[:, 0] < 0, inward / 74.0, 1.0)
    along[:, 1] = 22 - (22 - along[:, 1]) * (22 + up) / 81.0
    half = _UPPER_HALF * thick
    weaver = _weaver(stamp, tones, cloth)
    _upper_piece(stamp, tones.skin if bare else tones.cloth, along, half, None if bare else weaver)
    if bare == _SHORT:
        _upper_piece(stamp, tones.cloth, along[:4], half[:4] + np.array([0.0, 1.0, 2.0, 4.0]), weaver)


def _upper_piece(stamp: Stamp, tone: Ramp, along: FloatArray, half: FloatArray, weaver: _Weaver | None) -> None:
    """An upper arm or a short sleeve around it."""
    upper, lower = _sides(along, half)
    upper[0], lower[0] = (along[0, 0] + 3.0, upper[1, 1] - 9.0), (along[0, 0] - 3.0, lower[1, 1] - 8.0)
    outline = np.vstack([upper, lower[::-1]])
    ends = (0, len(outline) - 1) if len(along) == len(_UPPER) else (0, 3, 4, 7)
    with stamp.pen.clipped(stamp.fill(outline, tone.base, ends)):
        if weaver is not None:
            weaver.cover(upper, lower)
        _shade(stamp, lower, upper, tone)
    stamp.line(outline, np.array([0.2, *[_INK] * (len(outline) - 2), 0.2]), tone.line, ends[1:-1])


def raised_forearm(stamp: Stamp, tones: Tones, thick: float, cloth: SleeveCloth | None) -> None:
    """From the elbow up to where the hand begins: flesh, and where the cloth of ``tones`` is not skin a sleeve with a
    cuff, whose pattern ``cloth`` has.
    """
    _piece(stamp, tones.skin, _LOWER, _grown(_FLESH, thick), None)
    if tones.cloth.base == tones.skin.base:
        return
    path = np.vstack([_LOWER[:-1], _SLEEVE_END])
    half = _grown(_SLEEVE, thick)
    _piece(stamp, tones.cloth, path, half, _weaver(stamp, tones, cloth))
    way = (path[-1] - path[-2]) / np.hypot(*(path[-1] - path[-2]))
    left, right = (side[-1] for side in _sides(path, half))
    hem = np.vstack([left, (left + right) / 2 + way * 2.5, right])
    stamp.line(hem, _INK, tones.cloth.line)
    stamp.line(hem - way * 11, np.array([0.6, 1.0, 0.6]), tones.cloth.line)
    _fold(stamp, path, half, tones.cloth)


class _Weaver:
    """Draws a sleeve's pattern on a stamp: it is what patterns are drawn with (see ``Weaver``)."""

    def __init__(self, stamp: Stamp, tones: Tones, cloth: SleeveCloth, weave: Callable[[Ground], None]) -> None:
        self._stamp, self._tones, self._cloth, self._weave = stamp, tones, cloth, weave

    def shape(self, points: npt.ArrayLike, attach: Attach = BODY, corners: Sequence[int] = ()) -> int:
        """A closed curve of the stamp, whose attachment it has."""
        return self._stamp.shape(np.asarray(points, np.float64)[:, :2], tuple(corners))

    def paint(self, curves: Sequence[int], paint: Colour, layer: Layer) -> None:
        """Paints curves where the stamp is."""
        self._stamp.paint(curves, paint)

    def cover(self, near: FloatArray, far: FloatArray) -> None:
        """The pattern between two sides [n, 2] of a piece of the arm."""
        middle = (near + far) / 2
        places = np.r_[0, np.cumsum(np.hypot(*np.diff(middle, axis=0).T))]
        half = float(np.mean(np.hypot(*(near - far).T))) / 2

        def place(flat: FloatArray) -> FloatArray:
            share = flat[:, 0] / half
            along = flat[:, 1] + 4 * (1 - share**2)
            at, side = (
                np.column_stack([np.interp(along, places, edge[:, axis]) for axis in (0, 1)]) for edge in (middle, far)
            )
            return np.column_stack([at + (side - at) * share[:, None], np.zeros(len(flat))])

        ground = Ground(
            self, self._tones, self._cloth.ramp, Layer.FRONT, half, float(places[-1]), place, self._cloth.seed,
            lambda _: half,
        )  # fmt: skip
        self._weave(ground)


def _weaver(stamp: Stamp, tones: Tones, cloth: SleeveCloth | None) -> _Weaver | None:
    """What covers sleeves of this cloth; None where it has no pattern, or only a rim is drawn."""
    if cloth is None or cloth.weave is None or stamp.is_rim:
        return None
    return _Weaver(stamp, tones, cloth, cloth.weave)


def _grown(half: FloatArray, thick: float) -> FloatArray:
    return np.asarray(half * np.r_[np.full(_HUGGED, thick), (1 + thick) / 2, 1.0])


def _sides(path: FloatArray, half: FloatArray) -> tuple[FloatArray, FloatArray]:
    """The sides of a path, half-widths away from it: the first one lies to its right where it goes down."""
    way = np.gradient(path, axis=0)
    across = np.column_stack([way[:, 1], -way[:, 0]]) / np.hypot(*way.T)[:, None] * half[:, None]
    return path + across, path - across


def _piece(stamp: Stamp, tone: Ramp, path: FloatArray, half: FloatArray, weaver: _Weaver | None) -> None:
    """A forearm with a round elbow, open at its upper end; where it lies on the upper arm it has no ink."""
    left, right = _sides(path, half)
    below = path[:1] + (path[:1] - path[1:2]) * 0.8
    outline = np.vstack([right[::-1], below, left])
    with stamp.pen.clipped(stamp.fill(outline, tone.base, (0, len(outline) - 1))):
        if weaver is not None:
            weaver.cover(left[::-1], right[::-1])
        _shade(stamp, right, left, tone)
    ink = np.full(len(outline), _INK)
    ink[len(right) + 1 : len(right) + 3] = 0.1
    stamp.line(outline, ink, tone.line)


def _shade(stamp: Stamp, far: FloatArray, near: FloatArray, tone: Ramp) -> None:
    """Shadow along the side away from the light, a trace of it along the other one."""
    swell = np.array([0.16, 0.34, 0.5, 0.52, 0.5, 0.5])[: len(far), None]
    for share in _DEPTHS:
        inner = far + (near - far) * swell * share
        band = np.vstack([far + (far - near) * 0.2, inner[::-1]])
        stamp.fill(band, fade(tone.shade, _STEP), (0, len(far) - 1, len(far), 2 * len(far) - 1))


def _fold(stamp: Stamp, path: FloatArray, half: FloatArray, cloth: Ramp) -> None:
    """Two folds from the inside of a sleeve's elbow."""
    left, right = _sides(path, half)
    for at, reach, lift in ((2, 0.6, 8.0), (3, 0.45, -12.0)):
        root, tip = left[at], left[at] + (right[at] - left[at]) * reach + np.array([0.0, lift])
        middle = (root + tip) / 2
        fold = np.vstack(
            [
                root - np.array([0, 6.0]),
                middle - np.array([0, 1.0]),
                tip,
                middle + np.array([0, 4.0]),
                root + np.array([0, 5.0]),
            ]
        )
        stamp.fill(fold, fade(cloth.deep, 0.6), (0, 2, 4))
