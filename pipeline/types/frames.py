"""Frames: what posers draw and encoders read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.types.arrays import Pixels

Frames = Pixels
"""uint8 [T, H, W, 4]: RGBA, straight (not premultiplied) alpha, sRGB."""

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


GROWTH = 1.24
"""How far a poser may let a framing grow so that a large head fits."""
MOUTH_LOW = 186.0
"""The lowest row of the aligned picture to which an open mouth reaches."""
FULL = Framing(0, 0, 512)
"""The whole aligned picture."""
BUST = Framing(126, 8, 260)
"""Head and shoulders: what a reply shows."""
FACE = Framing(178, 44, 156)
"""The face with the hair around it: what reads at the size of an emoji. What stands out far leaves the picture."""
FRAMINGS = {"full": FULL, "bust": BUST, "face": FACE}
"""By the names that people write."""
