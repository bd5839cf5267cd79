"""Pictures of our own that move badly or not at all, by what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np

from pipeline.characters.pictures.align import Head
from pipeline.types import Frames, make_pose
from tests.pipeline.characters.pictures.portraits import moved, portrait, profile


def two_figures() -> Frames:
    """A larger one to our left, uint8 [500, 900, 4]."""
    left, right = moved(portrait(8), Head(250, 150, 150), 900, 500), moved(portrait(3), Head(680, 150, 110), 900, 500)
    both: Frames = np.where(left[..., 3:] > 0, left, right)
    return both


def vase() -> Frames:
    """Something without a head, uint8 [300, 300, 4]."""
    picture = np.zeros((300, 300, 4), np.uint8)
    picture[120:, 100:200] = (90, 120, 60, 255)
    return picture


def dusk() -> Frames:
    """A sky that grows darker and nobody under it, uint8 [300, 300, 4]."""
    sky = np.linspace((240, 220, 230, 255), (120, 130, 180, 255), 300)
    return np.repeat(np.rint(sky).astype(np.uint8)[:, None], 300, axis=1)


TOLD: Final[dict[str, Callable[[], Frames]]] = {
    "two figures": two_figures,
    "profile": profile,
    "closed eyes": lambda: portrait(8, make_pose(eye_wink=1)),
    "small head": lambda: moved(portrait(8), Head(100, 60, 50), 200, 200),
    "cut off": lambda: moved(portrait(8), Head(256, 80, 200), 512, 512),
}
"""What becomes a character all the same."""
REFUSED: Final[dict[str, Callable[[], Frames]]] = {
    "no head": vase,
    "tiny head": lambda: moved(portrait(8), Head(50, 20, 14), 100, 80),
    "no figure": dusk,
    "nothing": lambda: np.zeros((300, 300, 4), np.uint8),
}
"""What nothing can be made of."""
