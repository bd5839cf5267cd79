"""Frames: what posers draw and encoders read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pipeline.types.arrays import Pixels

Frames = Pixels
"""uint8 [T, H, W, 4]: RGBA, straight (not premultiplied) alpha, sRGB."""

PICTURE_SIZE: Final = 512
"""Width and height in pixels of an aligned picture, and of a figure that is drawn whole."""

FrameBatches = Iterator[Frames]
"""Frames in order, a few at a time, so that memory does not grow with the clip."""


@dataclass(frozen=True)
class Framing:
    """A square of the aligned 512x512 picture, in its pixels: left, top, side. Posers draw only that square."""

    x: float
    y: float
    side: float

    def showing(self, low: float, share: float) -> Framing:
        """The framing, grown downward and to both sides until the row ``low`` lies in its upper ``share`` (0..1).

        Posers may let a framing grow upward by GROWTH for a large head, which is allowed for.
        """
        room = 1 - GROWTH * (1 - share)
        side = max(self.side, (low - self.y) / max(room, 0.2))
        return Framing(self.x - (side - self.side) / 2, self.y, side)

    @property
    def for_two(self) -> Framing:
        """The framing that shows each of two figures about as this one shows one; both are drawn in its middle, and
        then moved apart (see ``apart``). It stays within the aligned picture.
        """
        side = min(_ROOM * self.side + _BETWEEN, FULL.side)
        x, y = self.x + (self.side - side) / 2, self.y + (self.side - side) / 4
        most = FULL.side - side
        return Framing(min(max(0.0, x), most), min(max(0.0, y), most), side)

    @property
    def apart(self) -> float:
        """How far the middles of two figures lie apart in a framing ``for_two``, as a share of its side."""
        return _BETWEEN / self.side


_BETWEEN = 172.0
"""From the middle of a figure to that of its neighbour, in pixels of the aligned picture: shoulders just touch."""
_ROOM = 0.75
"""How much of a single figure's framing is kept around two."""
GROWTH = 1.24
"""How far a poser may let a framing grow so that a large head fits."""
MOUTH_LOW = 186.0
"""The lowest row of the aligned picture to which an open mouth reaches."""
FULL = Framing(0, 0, PICTURE_SIZE)
"""The whole aligned picture."""
BUST = Framing(126, 8, 260)
"""Head and shoulders: what a reply shows."""
FACE = Framing(178, 44, 156)
"""The face with the hair around it: what reads at the size of an emoji. What stands out far leaves the picture."""
FRAMINGS = {"full": FULL, "bust": BUST, "face": FACE}
"""By the names that people write."""
