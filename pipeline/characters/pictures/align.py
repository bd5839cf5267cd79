"""Alignment: where Talking Head Anime expects the head, and the way there.

The aligned picture is 512x512 with the head in the box x 192-320, y 64-192.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from pipeline.pixels.alpha import premultiply, unpremultiply
from pipeline.pixels.resize import shrink_premultiplied
from pipeline.types import FloatArray, Frames
from pipeline.types.frames import PICTURE_SIZE


@dataclass(frozen=True)
class Head:
    """A head's box: centre and side in pixels, and how far it leans to the viewer's right, in degrees."""

    x: float
    y: float
    side: float
    angle: float = 0.0


ALIGNED: Final = Head(256.0, 128.0, 128.0)


def transform_to(head: Head, target: Head = ALIGNED) -> FloatArray:
    """The similarity [2, 3] that takes ``head`` to ``target``: rotation, scale, shift."""
    scale = target.side / head.side
    turn = math.radians(target.angle - head.angle)
    cosine, sine = scale * math.cos(turn), scale * math.sin(turn)
    return np.array(
        [
            [cosine, -sine, target.x - cosine * head.x + sine * head.y],
            [sine, cosine, target.y - sine * head.x - cosine * head.y],
        ]
    )


def align(figure: Frames, head: Head, target: Head = ALIGNED) -> Frames:
    """The figure, uint8 [H, W, 4] straight alpha, moved so that ``head`` lies at ``target``: uint8 [512, 512, 4]."""
    pixels = premultiply(figure)
    matrix = transform_to(head, target)
    scale = math.hypot(matrix[0, 0], matrix[1, 0])
    if scale < 0.6:
        # A far larger picture is first made smaller by area, or fine lines would alias.
        shrink = max(scale, 1 / 32)
        pixels = shrink_premultiplied(pixels, shrink)
        matrix[:, :2] /= shrink
    moved = cv2.warpAffine(
        pixels, matrix, (PICTURE_SIZE, PICTURE_SIZE), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_CONSTANT
    )
    moved[moved[..., 3] <= 0.5] = 0
    return unpremultiply(moved)


def overlap(first: Head, second: Head) -> float:
    """Intersection over union of two heads' boxes (their angles are left out)."""
    wide = min(first.x + first.side / 2, second.x + second.side / 2) - max(
        first.x - first.side / 2, second.x - second.side / 2
    )
    high = min(first.y + first.side / 2, second.y + second.side / 2) - max(
        first.y - first.side / 2, second.y - second.side / 2
    )
    shared = max(0.0, wide) * max(0.0, high)
    return shared / (first.side**2 + second.side**2 - shared)
