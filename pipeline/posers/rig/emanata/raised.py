"""A hand that comes up beside the head: it waves, makes a sign of peace or puts its thumb up."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np

from pipeline.drawing.body import SMALL_WIDTH, small_body
from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.arms import arm_dial
from pipeline.drawing.outfits.palms import OPEN, PEACE, THUMB_UP, Palm
from pipeline.drawing.tones import Tones
from pipeline.posers.rig.emanata import hands
from pipeline.posers.rig.emanata.art import Stamp
from pipeline.posers.rig.emanata.limbs import raised_upper_arm
from pipeline.posers.rig.emanata.sign import SignSheet
from pipeline.types.arrays import FloatArray, IndexArray

_PALMS: Final[dict[hands.Shape, Palm]] = {hands.open_hand: OPEN, hands.peace: PEACE, hands.thumbs_up: THUMB_UP}
"""The same hands with one outline."""


class HandSign:
    """An arm that comes up beside the head.

    ``sway`` is how far, in radians, it swings about the elbow.

    Attributes:
        flip: 1 for the character's left one, -1 for the right one, which is the same but mirrored.
        girth: design units by which it is wider, on each side, than the points of its mesh: paws are thick lines.
    """

    _ELBOW: Final = (172.0, 262.0)
    _FROM_SHOULDER: Final = (58.0, 72.0)
    """From the shoulder's corner to the elbow."""
    _FOREARM: Final = 108.0
    """From the elbow up to where the hand begins."""
    _RIM: Final = 5.0

    _ROOT: Final = 0.86
    """Where an upper arm begins, as a share of the shoulder's width."""
    _SUNK: Final = 13.0
    """How far below the shoulder's height it begins."""
    _REACH: Final = 222.0
    """From the elbow to the finger tips."""
    _STOUT: Final = 1.25
    """How much thicker a mascot's arm is."""

    _PAW: Final = 28.0
    _NEAR: Final = 1.35
    """How much larger a hand beside a face alone is: it has to be read in an emoji."""

    _CALM: Final = 0.5
    """How much less it swings there, where there is little room."""

    def __init__(self, page: SignSheet, name: str, shape: hands.Shape, sway: float, flip: float = 1.0) -> None:
        figure, tones = page.figure, page.tones
        cloth = page.sleeve
        if cloth is not None:
            tones = replace(tones, cloth=cloth.ramp)
        self._scale, self._size, self._lean = figure.head_scale, self._NEAR if page.close else 1.0, 0.0
        over = 0.0
        if figure.head_scale != 1:
            # A short arm that stands off, so that its hand is seen beside the large head.
            self._size *= float(np.interp(figure.head_scale, [1.12, 1.3], [0.9, 0.72]))
            self._lean = float(np.interp(figure.head_scale, [1.12, 1.3], [0.12, 0.35]))
            top, high = small_body(np.array([-np.inf, figure.shoulder_y]), figure.head_scale)
            beside, below = np.array(self._FROM_SHOULDER) * self._size
            # Above its top a small body has no heights of its own.
            low = max(high + below, top + self._REACH * self._size)
            self._elbow = figure.shoulder * SMALL_WIDTH + beside, float(low)
            over = (1 - self._ROOT) * figure.shoulder * SMALL_WIDTH / self._size
            rise = float(low - high) / self._size - self._SUNK
        else:
            self._elbow = self._ELBOW
            rise = self._ELBOW[1] - figure.shoulder_y - self._SUNK
        self.girth = self._PAW * self._size if figure.mascot else 0.0
        reach = self._elbow[0] - self._ROOT * figure.shoulder if figure.head_scale == 1 else 74.0
        ink = figure.art.ink * figure.art.cloth_ink if figure.art.poised else 1.0
        built = self._size, self._STOUT if figure.mascot else 1.0
        sleeve = replace(tones, cloth=tones.skin)
        upper, lower = (sleeve if figure.bare > least else tones for least in (0.5, 0.0))
        if figure.mascot:
            shape = hands.paw_thumb if shape is hands.thumbs_up else hands.paw
        elif figure.art.poised:
            thick = (0.87 + 0.16 * figure.masculine) * figure.limbs
            shape = hands.held_up(_PALMS[shape], thick, cloth)

        def draw_upper(stamp: Stamp) -> None:
            if figure.art.poised and not figure.mascot:
                with stamp.pen.weighted(ink):
                    raised_upper_arm(stamp, tones, (reach + over, rise), thick, figure.bare, cloth)
            else:
                hands.upper_arm(stamp, upper, reach)

        (self._upper,) = page.stamps(f"{name}.upper", draw_upper, 1, BODY, *built)
        (self._stamp,) = page.stamps(
            name, lambda stamp: self._draw(stamp, lower, shape, ink, close=page.close), 1, BODY, *built
        )
        self._sway, self.flip = sway * (self._CALM if page.close else 1.0), flip

    def _draw(self, stamp: Stamp, tones: Tones, shape: hands.Shape, ink: float, *, close: bool) -> None:
        if close:
            with stamp.as_rim(self._RIM):
                shape(stamp, tones)
        with stamp.pen.weighted(ink):
            shape(stamp, tones)

    @property
    def hand(self) -> IndexArray:
        """The points of the mesh that are the hand itself, without its arm."""
        return self._stamp.points_above(-self._FOREARM * self._size)

    @property
    def arm(self) -> IndexArray:
        """All points that come up, hand and arm."""
        return np.concatenate([self._upper.points_above(np.inf), self._stamp.points_above(np.inf)])

    def hanging(self, level: float) -> tuple[str, float]:
        """The dial of the arm that hangs at this side, and how much of it is seen while this one comes up."""
        return arm_dial(int(self.flip)), 1 - np.minimum(1.0, 3 * level)

    def show(self, rest: FloatArray, dials: dict[str, float], phase: float, level: float) -> None:
        self.show_flipped(rest, dials, phase, level, self.flip)

    def show_flipped(self, rest: FloatArray, dials: dict[str, float], phase: float, level: float, flip: float) -> None:
        """Shows it at the side that ``flip`` says."""
        angle = self._lean - 0.1 + self._sway * np.sin(2 * np.pi * phase)
        x, y = self._elbow
        sunk = 190 * (1 - level) ** 2
        for stamp, turn in ((self._upper, 0.0), (self._stamp, angle)):
            at = flip * x, y + sunk
            opacity, turned = np.minimum(1.0, 4 * level), flip * turn
            stamp.place(rest, dials, at, 1.0, turned, opacity, flip=flip, small=self._scale)
