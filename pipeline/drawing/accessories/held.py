"""What is held: it lies in the fist that an arm raises for it (see ``outfits/limbs.py``), and moves with that arm."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.animals.plush import paw_that_holds, plush_kit
from pipeline.drawing.body import SMALL_WIDTH, above_body, small_body, unsmall_body
from pipeline.drawing.geometry import BODY, Attach, Values
from pipeline.drawing.outfits.arms import arm_dial
from pipeline.drawing.outfits.hands import draw_hand, grasp
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.limbs import held_wrist
from pipeline.drawing.palette import Ramp
from pipeline.drawing.pen import Layer, Paint
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import Accessory, Outfit

_SMALL = 0.8
"""The size of what a small body holds against a grown one's."""
_DEPTH = 40.0
"""How far before the head lies what is held up beside it."""
_SIDE = 1
"""The viewer's right: the character's left arm."""


class Grip:
    """A frame of reference in the fist: (0, 0) lies in it, v runs upward, u away from the body."""

    def __init__(self, kit: AccessoryKit) -> None:
        self.kit = kit
        plush = kit.figure.mascot and kit.figure.art.poised and kit.spec.outfit is Outfit.FUR
        tones = kit.tones
        if plush and Accessory.GLOVES not in kit.spec.accessories:
            tones = replace(tones, hand=plush_kit(kit.pen, kit.figure, kit.spec, tones).ear)
        self.outfit = OutfitKit(kit.pen, kit.figure, kit.spec, tones)
        self.size = (1.0 + 0.12 * kit.figure.masculine) * self.outfit.smallness
        self.wrist, self.way = paw_that_holds(kit.figure) if plush else held_wrist(self.outfit)
        self.centre = self.wrist + self.way * 24 * self.size

    def at(self, points: npt.ArrayLike) -> FloatArray:
        """Points (u, v) at rest, [n, 3]; see ``attach`` for what moves them."""
        if not self._small:
            return self.outfit.on_body(self.centre + self._away(points))
        seen = self._seen(points)
        scale = self.kit.figure.head_scale
        body = self.outfit.on_body(np.column_stack([seen[:, 0] / SMALL_WIDTH, unsmall_body(seen[:, 1], scale)]))
        above, head = above_body(seen, scale)
        return np.where(above[:, None], np.column_stack([head, np.full(len(head), _DEPTH)]), body)

    def attach(self, points: npt.ArrayLike) -> Attach:
        """The body moves them, but what a small one holds up above itself, the head."""
        if not self._small:
            return BODY
        above, _ = above_body(self._seen(points), self.kit.figure.head_scale)
        return Attach(head=above.astype(np.float64), turn=0.0)

    @property
    def _small(self) -> bool:
        return self.kit.figure.art.poised and self.kit.figure.head_scale > 1

    def _away(self, points: npt.ArrayLike) -> FloatArray:
        """How far from the fist points (u, v) are, [n, 2], in a grown one's size."""
        return np.asarray(points, np.float64) * [self.size, -self.size]

    def _seen(self, points: npt.ArrayLike) -> FloatArray:
        """What a small body holds is small, but keeps its shape where the body itself is pushed together, [n, 2]."""
        middle = self.centre * [SMALL_WIDTH, 1]
        middle[1] = small_body(middle[1:], self.kit.figure.head_scale)[0]
        return np.asarray(middle + self._away(points) * _SMALL)

    def piece(
        self, points: npt.ArrayLike, paint: Paint, ramp: Ramp, corners: tuple[int, ...] = (), width: float = 1.2
    ) -> int:
        """A closed shape with ink around it."""
        fix = self.attach(points)
        return self.kit.piece(self.at(points), paint, ramp.line, Layer.FRONT, fix, corners, width)

    def fill(self, points: npt.ArrayLike, paint: Paint, corners: tuple[int, ...] = ()) -> int:
        """A closed shape without ink."""
        return self.kit.pen.fill(self.at(points), paint, Layer.FRONT, self.attach(points), corners)

    def stroke(self, points: npt.ArrayLike, width: Values, paint: Paint) -> int:
        """An open line, ``width`` half-widths thick."""
        return self.kit.pen.line(self.at(points), width, paint, Layer.FRONT, self.attach(points))


def pole(grip: Grip, ramp: Ramp, low: float, high: float, half: float = 5.0) -> None:
    """A round stick through the fist from ``low`` to ``high``, dark on the side away from the light."""
    grip.piece([(-half, low), (half, low), (half, high), (-half, high)], ramp.base, ramp, (0, 1, 2, 3))
    grip.fill([(half * 0.2, low), (half, low), (half, high), (half * 0.2, high)], ramp.shade, (0, 1, 2, 3))


@contextmanager
def held(kit: AccessoryKit) -> Iterator[Grip]:
    """What is drawn inside the block lies in the fist, whose fingers close over it."""
    grip = Grip(kit)
    with kit.pen.dialled(arm_dial(_SIDE)):
        yield grip
        draw_hand(grip.outfit, grasp(kit.figure.art), grip.wrist, grip.way, _SIDE, Layer.FRONT)
