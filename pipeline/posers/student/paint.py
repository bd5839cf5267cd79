"""From a student to pictures: a kernel row, a matrix product and a remap a frame, with NumPy and OpenCV alone.

Most of a frame's time goes into reading the bases. One pose alone is a product of a vector and a matrix; several are
products of matrices, which read each basis once for eight of them. Those always have eight rows, or each frame would be
rounded by how many neighbours it has.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from pipeline.posers.student.halves import halved
from pipeline.posers.student.kernels import make_kernel
from pipeline.posers.student.model import Box, Field, Student
from pipeline.types import Frames, Poses, neutral_poses
from pipeline.types.arrays import Float32Array
from pipeline.types.frames import PICTURE_SIZE

SIZES: Final = (PICTURE_SIZE // 2, PICTURE_SIZE)
_TOGETHER: Final = 8
"""Poses whose fields are computed together."""
_FAINTEST: Final = 4
"""Levels of alpha; what is below costs no hundredth of a dB."""


class FieldPainter:
    """A field, ready to be asked."""

    def __init__(self, field: Field) -> None:
        self._kernel = make_kernel(field.kind, field.centres, field.scales)
        self._field = field
        self._size = int(np.prod(field.shape))

    def __call__(self, poses: Poses) -> Float32Array:
        """Its values in each pose [N, 45]: float32 [N, height, width, channels]."""
        field = self._field
        coefficients = self._kernel(poses[:, field.kind.numbers]).astype(np.float32) @ field.weights
        values: Float32Array = coefficients @ field.basis
        values += field.mean
        if len(field.kept) < self._size:
            kept, values = values, np.zeros((len(poses), self._size), np.float32)
            for row, value in zip(values, kept, strict=True):
                row[field.kept] = value
        return values.reshape(len(poses), *field.shape)


@dataclass(frozen=True)
class _Sheet:
    """What a picture size needs: the source, and where each pixel of the figure's box lies [height, width, 2]."""

    source: Frames
    places: Float32Array
    face_box: Box
    figure_box: Box


class Painter:
    """Draws a student."""

    def __init__(self, student: Student) -> None:
        self._face = FieldPainter(student.face)
        self._flow = FieldPainter(student.flow)
        self._rest = FieldPainter(student.rest)
        self._sheets = {size: _sheet(student, size) for size in SIZES}

    def faces(self, poses: Poses) -> Float32Array:
        """The colours of the face's box in each pose [N, 45], before anything turns: premultiplied levels, float32."""
        return np.clip(self._face(poses), 0, 255)

    def paint(self, poses: Poses, size: int) -> Frames:
        """The whole picture in each pose [N, 45], ``size`` 256 or 512: uint8 [N, size, size, 4], premultiplied."""
        return np.concatenate([np.empty((0, size, size, 4), np.uint8), *self.batches(poses, size)])

    def batches(self, poses: Poses, size: int) -> Iterator[Frames]:
        """The same, eight frames at a time, so that the memory of long tracks is bounded."""
        sheet = self._sheets[size]
        for start in range(0, len(poses), _TOGETHER):
            batch = poses[start : start + _TOGETHER]
            rows = batch if len(poses) == 1 else _eight(batch)
            fields = zip(self._face(rows), self._flow(rows), self._rest(rows), strict=True)
            frames = np.zeros((len(batch), size, size, 4), np.uint8)
            for frame, values in zip(frames, fields, strict=False):  # fields of neutral poses are left over
                _paint(frame, sheet, *values)
            yield frames


def _eight(poses: Poses) -> Poses:
    """The poses, followed by neutral ones until there are eight."""
    rows = neutral_poses(_TOGETHER)
    rows[: len(poses)] = poses
    return rows


def _sheet(student: Student, size: int) -> _Sheet:
    whole = size == PICTURE_SIZE
    source = student.source if whole else cv2.resize(student.source, (size, size), interpolation=cv2.INTER_AREA)
    face_box = student.face_box if whole else student.face_box.half
    box = student.figure_box if whole else student.figure_box.half
    y, x = np.mgrid[box.rows, box.columns].astype(np.float32)
    return _Sheet(source, np.dstack([x, y]), face_box, box)


def _paint(frame: Frames, sheet: _Sheet, face: Float32Array, flow: Float32Array, rest: Float32Array) -> None:
    size = len(frame)
    patch = np.clip(face, 0, 255)
    if size != PICTURE_SIZE:
        patch = cv2.resize(patch, (sheet.face_box.width, sheet.face_box.height), interpolation=cv2.INTER_AREA)
    figure = sheet.source.copy()
    figure[sheet.face_box.rows, sheet.face_box.columns] = np.rint(patch)
    flow = flow * (size / 2)
    if size == PICTURE_SIZE:
        wide = (sheet.figure_box.width, sheet.figure_box.height)
        flow = cv2.resize(flow, wide, interpolation=cv2.INTER_LINEAR)
        rest = cv2.resize(rest, wide, interpolation=cv2.INTER_LINEAR)
    else:
        flow, rest = halved(flow), halved(rest)
    flow += sheet.places
    warped = cv2.remap(figure, flow, None, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    frame[sheet.figure_box.rows, sheet.figure_box.columns] = cv2.add(warped, rest, dtype=cv2.CV_8U)


def straight(frames: Frames) -> Frames:
    """Premultiplied frames, uint8 [N, H, W, 4], with straight alpha; changed in place where alpha is partial.

    What is hardly there becomes nothing: a student's faint noise around the figure would only make files larger.
    """
    for frame in frames:
        alpha = cv2.extractChannel(frame, 3)
        where = np.flatnonzero(cv2.inRange(alpha, 1, 254))
        pixels = frame.reshape(-1, 4)
        edge = pixels[where].astype(np.float32)
        edge[:, :3] *= 255 / edge[:, 3:]
        pixels[where] = np.rint(np.minimum(edge, 255))
        frame[:] = cv2.bitwise_and(frame, frame, mask=cv2.inRange(alpha, _FAINTEST, 255))
    return frames
