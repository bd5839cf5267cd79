"""A student beside its teacher, to be judged by eye."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np

from pipeline.posers.student.figures import judge
from pipeline.posers.student.model import Box
from pipeline.types import Frames
from pipeline.types.arrays import Pixels
from pipeline.types.frames import PICTURE_SIZE

_TILE: Final = 320
_HEAD: Final = 160
"""Pixels of the picture that a head's tile shows."""
_GAIN: Final = 4
"""How many times the difference is shown as large."""
_FIGURES: Final = 3
_HEADS: Final = 6
_INK: Final = (180, 0, 40)


def make_sheet(teacher: Frames, student: Frames, face_box: Box) -> Pixels:
    """Teacher, student and four times their difference: whole figures, then heads at twice their size, from the frames
    that are met best to the worst one; uint8 [H, W, 3].

    Args:
        teacher, student: the same poses drawn by both, premultiplied uint8 [N, 512, 512, 4].
        face_box: where the face is in the picture at rest.
    """
    figures = [
        judge(ours[None], theirs[None], face_box).psnr.figure for ours, theirs in zip(student, teacher, strict=True)
    ]
    order = np.argsort(figures)[::-1]
    chosen = order[np.linspace(0, len(order) - 1, _FIGURES + _HEADS).round().astype(int)]
    rows = []
    for number, index in enumerate(chosen):
        window = _whole() if number % _FIGURES == 1 else _head(face_box)
        texts = ("teacher", f"student, {figures[index]:.1f} dB", f"difference x {_GAIN}")
        ours, theirs = _on_white(student[index]), _on_white(teacher[index])
        difference = np.minimum(cv2.absdiff(ours, theirs).astype(np.uint16) * _GAIN, 255).astype(np.uint8)
        tiles = [_tile(picture, window, text) for picture, text in zip((theirs, ours, difference), texts, strict=True)]
        rows.append(np.concatenate(tiles, axis=1))
    columns = [np.concatenate(rows[start::_FIGURES], axis=0) for start in range(_FIGURES)]
    return np.concatenate(columns, axis=1)


def _whole() -> Box:
    return Box(0, 0, PICTURE_SIZE, PICTURE_SIZE)


def _head(face_box: Box) -> Box:
    top = min(max(face_box.top + face_box.height // 2 - _HEAD // 2, 0), PICTURE_SIZE - _HEAD)
    left = min(max(face_box.left + face_box.width // 2 - _HEAD // 2, 0), PICTURE_SIZE - _HEAD)
    return Box(top, left, _HEAD, _HEAD)


def _on_white(picture: Pixels) -> Pixels:
    seen: Pixels = np.minimum(picture[..., :3].astype(np.uint16) + 255 - picture[..., 3:], 255).astype(np.uint8)
    return seen


def _tile(picture: Pixels, window: Box, text: str) -> Pixels:
    tile: Pixels = cv2.resize(picture[window.rows, window.columns], (_TILE, _TILE), interpolation=cv2.INTER_LANCZOS4)
    cv2.putText(tile, text, (6, 16), cv2.FONT_HERSHEY_SIMPLEX, 0.45, _INK, 1, cv2.LINE_AA)
    return tile
