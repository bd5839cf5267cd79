"""Hands that come up beside the head: the character's left one, palm to the viewer. The elbow is (0, 0), y down."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from pipeline.drawing.outfits.palms import Palm, draw_palm
from pipeline.drawing.outfits.patterns import SleeveCloth
from pipeline.drawing.palette import Colour
from pipeline.drawing.pen import Pen
from pipeline.drawing.tones import Tones
from pipeline.posers.rig.emanata.art import Stamp
from pipeline.posers.rig.emanata.limbs import raised_forearm
from pipeline.types.arrays import FloatArray

_WRIST: Final = np.array([-22.0, -124.0])
_INK: Final = 1.5

Shape = Callable[[Stamp, Tones], None]
"""Draws a raised forearm with a hand of its own."""
Finger = tuple[list[tuple[float, float]], float]
"""Points from the palm to the tip (wrist at 0, 0), and half the width."""

_THUMB: Final[Finger] = ([(-13, -10), (-24, -22), (-32, -32), (-37, -40)], 7.0)
_INDEX: Final[Finger] = ([(-11, -34), (-14, -50), (-17, -66), (-18.5, -75)], 6.6)
_MIDDLE: Final[Finger] = ([(-1, -38), (-2, -56), (-3, -74), (-3, -84)], 6.9)
_RING: Final[Finger] = ([(9, -36), (11, -54), (13, -68), (14, -77)], 6.5)
_LITTLE: Final[Finger] = ([(17, -30), (22, -44), (26, -55), (28, -62)], 5.6)
_PALM: Final = [(-13, 4), (-20, -14), (-18, -36), (-2, -43), (16, -39), (22, -24), (19, -8), (12, 4)]

_V_INDEX: Final[Finger] = ([(-10, -34), (-17, -52), (-24, -70), (-27, -80)], 6.8)
_V_MIDDLE: Final[Finger] = ([(1, -38), (5, -56), (10, -74), (13, -84)], 7.0)
_FOLDED_RING: Final[Finger] = ([(12, -44), (13, -36), (11, -27), (8, -23)], 7.0)
_FOLDED_LITTLE: Final[Finger] = ([(20, -38), (21, -31), (18, -23), (15, -20)], 6.2)
_FOLDED_THUMB: Final[Finger] = ([(-15, -12), (-12, -22), (0, -25), (9, -24)], 6.6)

_UP_THUMB: Final[Finger] = ([(-8, -26), (-11, -42), (-10, -56), (-8, -66)], 7.6)
_FIST: Final = [(-15, 4), (-21, -14), (-18, -34), (0, -40), (18, -36), (24, -18), (20, 0), (8, 6)]
_KNUCKLES: Final[list[Finger]] = [
    ([(-4, -31 + 11 * row), (8, -32 + 11 * row), (19, -30 + 10 * row), (23, -27 + 10 * row)], 5.8) for row in range(3)
]
_TOES: Final = ((-27.0, -56.0, 12.5), (-1.0, -70.0, 13.0), (25.0, -56.0, 12.5))
_PAD: Final = [(-1, -44), (10, -41), (19, -27), (12, -17), (-1, -20), (-14, -17), (-21, -27), (-12, -41)]
_PINK: Final[Colour] = (246, 176, 178, 255)


_LARGE: Final = 1.285
"""The size of a palm here, for the same hands."""
_SHADE: Final = np.array([0.1, 0.3, 0.4, 0.45, 0.3, 0.1])
_FAR_SHADE: Final = np.array([0.1, 0.3, 0.36, 0.36, 0.36])
"""Shadow on an upper arm and on a forearm, as shares of their width: it ends in points."""


def held_up(palm: Palm, thick: float, cloth: SleeveCloth | None) -> Shape:
    """A raised forearm of this thickness, in a sleeve of this cloth, with a hand of one outline."""

    def draw(stamp: Stamp, tones: Tones) -> None:
        raised_forearm(stamp, tones, thick, cloth)
        draw_palm(palm, tones.hand, _OnStamp(stamp))

    return draw


@dataclass(frozen=True)
class _OnStamp:
    """Lays a hand down at the end of the forearm."""

    stamp: Stamp

    @property
    def pen(self) -> Pen:
        return self.stamp.pen

    def fill(self, points: npt.ArrayLike, colour: Colour, corners: tuple[int, ...]) -> int:
        return self.stamp.fill(self._laid(points), colour, corners)

    def line(self, points: npt.ArrayLike, width: float | FloatArray, colour: Colour, corners: tuple[int, ...]) -> None:
        self.stamp.line(self._laid(points), width, colour, corners)

    @staticmethod
    def _laid(points: npt.ArrayLike) -> FloatArray:
        return np.asarray(np.asarray(points, np.float64) * -_LARGE + _WRIST)


def open_hand(stamp: Stamp, tones: Tones) -> None:
    """A raised forearm with an open hand."""
    _arm(stamp, tones)
    _flesh(stamp, tones, _PALM, [_LITTLE, _RING, _MIDDLE, _INDEX, _THUMB])
    stamp.line(_there([(-14, -18), (-8, -27), (4, -29), (15, -26)]), np.array([0.2, 0.9, 0.9, 0.2]), tones.hand.shade)
    stamp.line(_there([(-9, -4), (-8, -14), (-13, -22)]), np.array([0.2, 0.9, 0.2]), tones.hand.shade)


def peace(stamp: Stamp, tones: Tones) -> None:
    """A raised forearm whose hand makes the V sign."""
    _arm(stamp, tones)
    _flesh(stamp, tones, _PALM, [_V_MIDDLE, _V_INDEX])
    for finger in (_FOLDED_LITTLE, _FOLDED_RING, _FOLDED_THUMB):
        _flesh(stamp, tones, None, [finger])


def thumbs_up(stamp: Stamp, tones: Tones) -> None:
    """A raised forearm with its thumb up."""
    _arm(stamp, tones)
    _flesh(stamp, tones, _FIST, [_UP_THUMB])
    for finger in _KNUCKLES:
        _flesh(stamp, tones, None, [finger])


def paw(stamp: Stamp, tones: Tones) -> None:
    """A raised forearm with a paw, its pads to the viewer: whatever the gesture, a mascot has no fingers."""
    _arm(stamp, tones, furry=True)
    fur = tones.hand
    for colour, wider in ((fur.line, _INK), (fur.base, 0.0)):
        for x, y, size in _TOES:
            stamp.line(_there([(x * 0.8, y + 18), (x, y)]), np.array([size, size * 0.9]) + wider, colour)
            stamp.line(_there([(x, y + 1), (x * 1.02, y - size * 0.75)]), np.array([size * 0.9, 1.0]) + wider, colour)
        stamp.line(
            _there([(-1, 8), (-1, -16), (-1, -36), (-1, -54)]), np.array([18.0, 31.0, 34.0, 19.0]) + wider, colour
        )
    stamp.fill(_there(_PAD), _PINK)
    for x, y, size in _TOES:
        bean = np.array([(-0.5, 0.1), (0, -0.5), (0.5, 0.1), (0, 0.5)]) * size + [x, y + 1]
        stamp.fill(np.asarray(bean * 1.12 + _WRIST), _PINK)


def paw_thumb(stamp: Stamp, tones: Tones) -> None:
    """A raised forearm whose paw has its thumb up."""
    _arm(stamp, tones, furry=True)
    fur = tones.hand
    for colour, wider in ((fur.line, _INK), (fur.base, 0.0)):
        stamp.line(_there([(-9, -30), (-13, -56), (-13, -74)]), np.array([14.0, 13.0, 6.0]) + wider, colour)
        stamp.line(_there([(-1, 8), (-1, -16), (0, -34), (0, -46)]), np.array([18.0, 31.0, 31.0, 16.0]) + wider, colour)
    for y in (-32, -20):
        stamp.line(_there([(4, y), (16, y - 1), (26, y + 1)]), np.array([0.3, 1.4, 0.6]), fur.line)


def upper_arm(stamp: Stamp, tones: Tones, reach: float) -> None:
    """From the shoulder down to the elbow: it stays while the rest swings.

    It ends upright and without ink, ``reach`` units from the elbow: cloth shows no seam, and hair seems to lie on it.
    """
    along = np.array([(-74.0, -59.0), (-68.0, -51.0), (-48.0, -22.0), (-20.0, 10.0), (4.0, 22.0), (12.0, 23.0)])
    along[:, 0] *= np.where(along[:, 0] < 0, reach / 74.0, 1.0)
    widths = np.array([25.0, 26.0, 28.0, 27.0, 23.0, 9.0])
    way = np.gradient(along, axis=0)
    across = np.column_stack([way[:, 1], -way[:, 0]]) / np.hypot(*way.T)[:, None] * widths[:, None]
    upper, lower = along + across, along - across
    upper[0], lower[0] = (-reach + 3.0, upper[1, 1] - 9.0), (-reach - 3.0, lower[1, 1] - 8.0)
    outline = np.concatenate([upper, lower[::-1]])
    cloth = tones.cloth
    curve = stamp.fill(outline, cloth.base, (0, len(outline) - 1))
    with stamp.pen.clipped(curve):
        stamp.line(along + np.array([-8.0, 14.0]), widths * _SHADE, cloth.shade)
    stamp.line(outline, np.array([0.2, *[_INK] * (len(outline) - 2), 0.2]), cloth.line)


def _there(points: Sequence[tuple[float, float]]) -> FloatArray:
    return np.asarray(np.asarray(points, np.float64) * 1.12 + _WRIST)


def _arm(stamp: Stamp, tones: Tones, *, furry: bool = False) -> None:
    """A sleeve from below the picture up to a cuff, and the wrist."""
    along = np.array([(4.0, 28.0), (3.0, 18.0), (0.0, 0.0), (-10.0, -56.0), (-18.0, -102.0)])
    bare = tones.cloth.base == tones.skin.base
    widths = np.array([9.0, 20.0, 20.0, 17.5, 13.0] if bare and not furry else [9.0, 24.0, 26.0, 22.0, 21.0])
    wrist = np.array([(-17.0, -96.0), (-20.0, -112.0), (-22.0, -126.0)])
    thick = 20.0 if bare and furry else 12.5
    stamp.line(wrist, thick + _INK, tones.skin.line)
    if not bare:
        stamp.line(wrist, thick, tones.skin.base)
    for colour, wider in ((tones.cloth.line, _INK), (tones.cloth.base, 0.0)):
        stamp.line(along, widths + wider, colour)
    if bare:
        stamp.line(wrist, thick, tones.skin.base)
    stamp.line(along + np.array([11.0, 0.0]), widths * _FAR_SHADE, tones.cloth.shade)
    if bare:
        return
    cuff = np.array([(-40.0, -98.0), (-18.0, -104.0), (4.0, -106.0)])
    for colour, width in ((tones.cloth.line, 5.2 + _INK), (tones.cloth.light, 5.2)):
        stamp.line(cuff, width, colour)


def _flesh(stamp: Stamp, tones: Tones, palm: Sequence[tuple[float, float]] | None, fingers: list[Finger]) -> None:
    """Fingers and palm as one form: the ink of all of them first, then the skin of all of them."""
    ink: Colour = tones.hand.line
    if palm is not None:
        stamp.line(_there([*palm, palm[0]]), _INK, ink)
    for points, half in fingers:
        stamp.line(_there(points), _rounded(half) + _INK, ink)
    if palm is not None:
        stamp.fill(_there(palm), tones.hand.base)
    for points, half in fingers:
        stamp.line(_there(points), _rounded(half), tones.hand.base)


def _rounded(half: float) -> FloatArray:
    """Half-widths of a finger's four points: full to the last joint, then round."""
    return half * np.array([1.0, 1.0, 0.92, 0.3])
