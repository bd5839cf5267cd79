"""From the teacher's pictures to what is learnt: the boxes in which things move, flow and rest, and what matters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from pipeline.posers.spots import is_visible
from pipeline.posers.student.halves import to_be_enlarged
from pipeline.posers.student.model import Box, premultiplied
from pipeline.posers.student.teacher import FACE_LEFT, FACE_SIZE, FACE_TOP, Flows
from pipeline.types import Frames
from pipeline.types.arrays import BoolArray, Float32Array
from pipeline.types.frames import PICTURE_SIZE

_MOVED_LEVELS: Final = 6
_FACE_MARGIN: Final = 3
_FACE_GRID: Final = 8
_FIGURE_MARGIN: Final = 12
_FIGURE_GRID: Final = 32
_STEADY: Final = 8.0
"""Levels of deviation below which it makes no difference how little a pixel of the face moves."""
_REACH: Final = 9
"""Side of the square of pixels around each of the figure's that matter as well."""


def moved(faces: Frames, still: Frames) -> npt.NDArray[np.int64]:
    """In how many of the faces [N, 192, 192, 4] each pixel differs visibly from ``still`` [192, 192, 4] (straight)."""
    difference = np.abs(premultiplied(faces).astype(np.int16) - premultiplied(still))
    counts: npt.NDArray[np.int64] = (difference.max(-1) > _MOVED_LEVELS).sum(0)
    return counts


def face_box(changed: BoolArray) -> Box:
    """The box around the changed pixels of the face's square [192, 192], in the whole picture's pixels."""
    mask = np.zeros((PICTURE_SIZE, PICTURE_SIZE), np.bool_)
    mask[FACE_TOP : FACE_TOP + FACE_SIZE, FACE_LEFT : FACE_LEFT + FACE_SIZE] = changed
    box = _around(mask, _FACE_MARGIN, _FACE_GRID)
    top = min(max(box.top, FACE_TOP), FACE_TOP + FACE_SIZE - box.height)
    left = min(max(box.left, FACE_LEFT), FACE_LEFT + FACE_SIZE - box.width)
    return Box(top, left, box.height, box.width)


def figure_box(pictures: Frames) -> Box:
    """The box that the figure reaches in these pictures [N, 512, 512, 4]."""
    return _around(is_visible(pictures).any(0), _FIGURE_MARGIN, _FIGURE_GRID)


def _around(mask: BoolArray, margin: int, grid: int) -> Box:
    """The box around a mask [512, 512], ``margin`` wider; even corners, sides a multiple of ``grid``."""
    places = []
    for axis in (1, 0):
        where = np.flatnonzero(mask.any(axis))
        low, high = max(int(where[0]) - margin, 0), min(int(where[-1]) + 1 + margin, PICTURE_SIZE)
        low -= low % 2
        size = min(-(-(high - low) // grid) * grid, PICTURE_SIZE)
        places.append((min(low, PICTURE_SIZE - size), size))
    (top, height), (left, width) = places
    return Box(top, left, height, width)


def paste(source: Frames, face: Frames) -> Frames:
    """The source with this face's square; both premultiplied."""
    figure = source.copy()
    figure[FACE_TOP : FACE_TOP + FACE_SIZE, FACE_LEFT : FACE_LEFT + FACE_SIZE] = face
    return figure


def flow_and_rest(
    pictures: Frames, flows: Flows, faces: Frames, source: Frames, box: Box
) -> tuple[npt.NDArray[np.float16], npt.NDArray[np.float16]]:
    """What is learnt from turned figures.

    Args:
        pictures, flows: as the teacher gave them, uint8 [N, 512, 512, 4] straight and float16 [N, 256, 256, 2], means
            over 2 x 2 pixels.
        faces: what they wore, uint8 [N, 192, 192, 4], straight.
        source: the picture at rest, premultiplied.

    Returns:
        The flow within the half-size ``box``, and what a warp by it leaves undone there, in premultiplied levels, both
        ``to_be_enlarged``: float16 [N, height / 2, width / 2, 2] and [..., 4].
    """
    half = box.half
    flows = flows[:, half.rows, half.columns].copy()
    y, x = np.mgrid[box.rows, box.columns].astype(np.float32)
    rests = np.empty((*flows.shape[:3], 4), np.float16)
    for number, (picture, face) in enumerate(zip(pictures, faces, strict=True)):
        flows[number] = to_be_enlarged(flows[number].astype(np.float32))
        flow = cv2.resize(flows[number].astype(np.float32), (box.width, box.height), interpolation=cv2.INTER_LINEAR)
        flow *= PICTURE_SIZE / 2
        warped = cv2.remap(
            paste(source, premultiplied(face)),
            x + flow[..., 0],
            y + flow[..., 1],
            cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_REPLICATE,
        )
        left_over = premultiplied(picture[box.rows, box.columns]).astype(np.float32) - warped
        means = cv2.resize(left_over, (half.width, half.height), interpolation=cv2.INTER_AREA)
        rests[number] = to_be_enlarged(means)
    return flows, rests


def face_importance(faces: Iterable[Float32Array]) -> Float32Array:
    """What an error costs in each pixel of the face's box: less where the face moves much, or mouth and brows would
    give way to the eyes.

    Args:
        faces: a few faces at a time, premultiplied levels [n, height, width, 4].
    """
    count, total, squares = 0, np.zeros(0), np.zeros(0)
    for some in faces:
        values = some.astype(np.float64)
        count += len(values)
        total = values.sum(0) if not total.size else total + values.sum(0)
        squares = (values**2).sum(0) if not squares.size else squares + (values**2).sum(0)
    deviation = np.sqrt(np.maximum(squares / count - (total / count) ** 2, 0)).max(-1)
    return np.asarray((deviation + _STEADY) ** -0.5, np.float32)


def reached(seen: BoolArray, box: Box) -> Float32Array:
    """1 where the figure comes in the half-size box, or nearly, and 0 elsewhere.

    Args:
        seen: where the figure has been in any pose, bool [512, 512].
    """
    near = cv2.dilate(seen.astype(np.uint8), np.ones((_REACH, _REACH), np.uint8))
    half = near.reshape(PICTURE_SIZE // 2, 2, PICTURE_SIZE // 2, 2).any((1, 3))
    return np.asarray(half[box.half.rows, box.half.columns], np.float32)
