"""From pictures of the whole figure to the square of it that is asked for: what all posers of pictures share."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import numpy as np

from pipeline.pixels.resize import crop_and_resize
from pipeline.superresolution import open_enlarger
from pipeline.types import FULL, Frames, Framing
from pipeline.types.frames import PICTURE_SIZE

_WORTH_IT: Final = 1.5
"""Enlargement from which on a network for it, where there is one, is worth its seconds a frame."""
_MARGIN: Final = 4
"""Pixels around the framing that the enlarger sees, too."""


class Window:
    """A square of the aligned picture, shown with ``size`` pixels on a side.

    Args:
        models: the folder of third-party weights, among which a network for enlarging may be.

    Attributes:
        drawn: how large the whole figure has to be drawn for that, 256 or 512 pixels: 256 where they are enough.
    """

    def __init__(self, size: int, framing: Framing, models: Path) -> None:
        needed = size * PICTURE_SIZE / framing.side
        self.drawn = PICTURE_SIZE // 2 if needed <= PICTURE_SIZE // 2 else PICTURE_SIZE
        self._size = size
        self._framing = framing
        self._enlarger = open_enlarger(models) if needed > _WORTH_IT * PICTURE_SIZE else None

    def show(self, pictures: Frames) -> Frames:
        """Pictures of the whole figure, uint8 [N, drawn, drawn, 4] -> what is seen, uint8 [N, size, size, 4]."""
        if self._framing == FULL and self.drawn == self._size:
            return pictures
        shown = [self._cut(picture) for picture in pictures]
        return np.stack(shown) if shown else np.empty((0, self._size, self._size, 4), np.uint8)

    def _cut(self, picture: Frames) -> Frames:
        scale = self.drawn / PICTURE_SIZE
        left, top = self._framing.x * scale, self._framing.y * scale
        side = self._framing.side * scale
        if self._enlarger is not None:
            x, y = max(0, int(left) - _MARGIN), max(0, int(top) - _MARGIN)
            picture = self._enlarger(picture[y : int(top + side) + _MARGIN, x : int(left + side) + _MARGIN])
            left, top, side = (value * self._enlarger.scale for value in (left - x, top - y, side))
        return crop_and_resize(picture, (left, top, left + side, top + side), self._size)
