"""From a student to pictures: a kernel row, a matrix product and a remap a frame, with NumPy and OpenCV alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from pipeline.posers.student.kernels import FACE_NUMBERS, make_kernel
from pipeline.posers.student.model import PICTURE_SIZE, Box, Field, Student
from pipeline.types import Frames, Poses
from pipeline.types.arrays import Float32Array

BATCH: Final = 8
"""Poses that are drawn together, so that the bases are read from memory once for all of them."""
SIZES: Final = (256, 512)


class FieldPainter:
    """A field, ready to be asked."""

    def __init__(self, field: Field) -> None:
        self._kernel = make_kernel(field.kind, field.centres, field.scales)
        self._field = field

    def __call__(self, poses: Float32Array) -> Float32Array:
        """Its values in each pose [N, numbers]: float32 [N, height, width, channels]."""
        field = self._field
        coefficients = self._kernel(poses).astype(np.float32) @ field.weights
        values = coefficients @ field.basis
        values += field.mean
        whole = np.zeros((len(poses), int(np.prod(field.shape))), np.float32)
        whole[:, field.kept] = values
        return whole.reshape(len(poses), *field.shape)


@dataclass(frozen=True)
class _Sheet:
    """What a picture size needs: the source, and where each pixel of the figure's box lies."""

    source: Frames
    x: Float32Array
    y: Float32Array
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
        return np.clip(self._face(poses[:, :FACE_NUMBERS]), 0, 255)

    def paint(self, poses: Poses, size: int) -> Frames:
        """The whole picture in each pose [N, 45], ``size`` 256 or 512: uint8 [N, size, size, 4], premultiplied."""
        frames = np.zeros((len(poses), size, size, 4), np.uint8)
        for start in range(0, len(poses), BATCH):
            batch = poses[start : start + BATCH]
            turns = batch[:, FACE_NUMBERS:]
            fields = zip(self._face(batch[:, :FACE_NUMBERS]), self._flow(turns), self._rest(turns), strict=True)
            for number, (face, flow, rest) in enumerate(fields, start):
                _paint(frames[number], self._sheets[size], face, flow, rest)
        return frames


def _sheet(student: Student, size: int) -> _Sheet:
    whole = size == PICTURE_SIZE
    source = student.source if whole else cv2.resize(student.source, (size, size), interpolation=cv2.INTER_AREA)
    face_box = student.face_box if whole else student.face_box.half
    box = student.figure_box if whole else student.figure_box.half
    y, x = np.mgrid[box.rows, box.columns].astype(np.float32)
    return _Sheet(source, np.ascontiguousarray(x), np.ascontiguousarray(y), face_box, box)


def _paint(frame: Frames, sheet: _Sheet, face: Float32Array, flow: Float32Array, rest: Float32Array) -> None:
    size = len(frame)
    patch = np.clip(face, 0, 255)
    if size != PICTURE_SIZE:
        patch = cv2.resize(patch, (sheet.face_box.width, sheet.face_box.height), interpolation=cv2.INTER_AREA)
    figure = sheet.source.copy()
    figure[sheet.face_box.rows, sheet.face_box.columns] = np.rint(patch)
    if size == PICTURE_SIZE:
        wide = (sheet.figure_box.width, sheet.figure_box.height)
        flow = cv2.resize(flow, wide, interpolation=cv2.INTER_LINEAR)
        rest = cv2.resize(rest, wide, interpolation=cv2.INTER_LINEAR)
    flow = flow * (size / 2)
    warped = cv2.remap(
        figure,
        sheet.x + flow[..., 0],
        sheet.y + flow[..., 1],
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,
    )
    frame[sheet.figure_box.rows, sheet.figure_box.columns] = cv2.add(warped, rest, dtype=cv2.CV_8U)


def straight(frames: Frames) -> Frames:
    """Premultiplied frames, uint8 [N, H, W, 4], with straight alpha; changed in place where alpha is partial."""
    for frame in frames:
        alpha = frame[..., 3]
        pixels = frame.reshape(-1, 4)
        where = np.flatnonzero((alpha != 0) & (alpha != 255))
        edge = pixels[where].astype(np.uint16)
        weight = np.maximum(edge[:, 3:], 1)
        edge[:, :3] = np.minimum((edge[:, :3] * 255 + weight // 2) // weight, 255)
        pixels[where] = edge
        frame[alpha == 0] = 0
    return frames
