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


FULL = Framing(0, 0, 512)
"""The whole aligned picture."""
BUST = Framing(126, 8, 260)
"""Head and shoulders: what a reply shows."""
FACE = Framing(158, 24, 196)
"""The head alone with its hair: what reads best at the size of an emoji."""
