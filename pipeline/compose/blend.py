"""Putting one picture over another, with alpha treated rightly."""

from __future__ import annotations

from typing import cast

import numpy as np

from pipeline.types import Frames, Pixels


def over_opaque(front: Pixels, back: Pixels) -> Pixels:
    """``front`` (uint8 [H, W, 4], straight alpha) over the opaque ``back`` (same shape); uint8 [H, W, 4].

    Only the few half-transparent pixels are calculated; the others are copied.
    """
    import cv2

    alpha = front[..., 3]
    result = cast(Pixels, cv2.copyTo(front, alpha, back.copy()))
    soft = np.flatnonzero(alpha.reshape(-1) - np.uint8(1) < 254)
    share = alpha.reshape(-1)[soft, None].astype(np.uint16)
    mixed = front.reshape(-1, 4)[soft] * share + back.reshape(-1, 4)[soft] * (255 - share)
    mixed = ((mixed + 127) // 255).astype(np.uint8)
    mixed[:, 3] = 255
    result.reshape(-1, 4)[soft] = mixed
    return result


class Overlay:
    """A picture with alpha that is laid over many frames.

    ``picture``: uint8 [H, W, 4], straight alpha; ``left`` and ``top``: where it goes, in the frame's pixels.
    """

    def __init__(self, picture: Pixels, left: int, top: int) -> None:
        height, width = picture.shape[:2]
        self._place = np.s_[top : top + height, left : left + width]
        alpha = picture[..., 3:].astype(np.float32) / 255
        self._colour = picture[..., :3] * alpha
        self._alpha = alpha * 255
        self._rest = 1 - alpha

    @property
    def top(self) -> int:
        """The row at which it begins."""
        return int(self._place[0].start)

    def over(self, frames: Frames) -> Frames:
        """The layer over each frame, uint8 [N, H, W, 4]; the frames that were given stay as they are."""
        result = frames.copy()
        for frame in result:
            part = frame[self._place]
            behind = part[..., 3:] * self._rest
            alpha = self._alpha + behind
            colour = self._colour * 255 + part[..., :3] * behind
            part[..., :3] = np.rint(colour / np.maximum(alpha, 1))
            part[..., 3:] = np.rint(alpha)
        return result
