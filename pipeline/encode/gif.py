"""The GIF container: which rectangle each picture stores, and what happens to it before the next one.

The compression itself is Pillow's LZW in C. Layout: CompuServe, "Graphics Interchange Format 89a", 1990.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import numpy as np
from PIL import Image

from pipeline.encode.indexed import Indices
from pipeline.encode.palette import TRANSPARENT, Palette
from pipeline.types import BoolArray

_KEEP, _CLEAR = 1, 2
"""Disposal methods: leave the picture standing, or make its rectangle transparent before the next one."""

Rectangle = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels; right and bottom are exclusive."""


def gif_blocks(frames: Iterable[Indices], palette: Palette, ticks: Sequence[int]) -> Iterator[bytes]:
    """The GIF that shows ``frames`` for ``ticks`` hundredths of a second each, for ever, piece by piece.

    The first piece is the header, then comes one for each frame, then the end. Only what changes is stored. Where a
    pixel must become transparent again, the frame before covers it with a rectangle that is cleared; the last frame
    is treated as if the first one followed, for viewers that do not clean up between rounds.
    """
    frames = iter(frames)
    first = next(frames)
    height, width = first.shape
    bits = max(2, int(len(palette.rgb) - 1).bit_length())
    yield _header(width, height, bits, palette)
    canvas: Indices = np.zeros_like(first)
    frame = first
    for index, (following, tick) in enumerate(zip(chain(frames, [first]), ticks, strict=True)):
        changed = frame != canvas
        clear = (frame != TRANSPARENT) & (following == TRANSPARENT)
        clears = bool(clear.any())
        # Some viewers take the first picture's size for that of the whole animation.
        box = (0, 0, width, height) if index == 0 else bounds(changed | clear if clears else changed)
        yield _picture(frame, changed, box, tick, _CLEAR if clears else _KEEP, bits)
        canvas = frame
        if clears:
            canvas = frame.copy()
            left, top, right, bottom = box
            canvas[top:bottom, left:right] = TRANSPARENT
        frame = following
    yield b";"


def bounds(mask: BoolArray) -> Rectangle:
    """The smallest rectangle around all that is set; one pixel where nothing is."""
    rows = np.flatnonzero(mask.any(axis=1))
    if not len(rows):
        return 0, 0, 1, 1
    columns = np.flatnonzero(mask.any(axis=0))
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def _header(width: int, height: int, bits: int, palette: Palette) -> bytes:
    table = np.zeros((1 << bits, 3), np.uint8)
    table[: len(palette.rgb)] = palette.rgb
    screen = struct.pack("<HHBBB", width, height, 0x80 | 0x70 | (bits - 1), TRANSPARENT, 0)
    forever = b"!\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00"
    return b"GIF89a" + screen + table.tobytes() + forever


def _picture(frame: Indices, changed: BoolArray, box: Rectangle, ticks: int, disposal: int, bits: int) -> bytes:
    left, top, right, bottom = box
    part = frame[top:bottom, left:right] * changed[top:bottom, left:right]
    control = b"!\xf9\x04" + struct.pack("<BHBB", disposal << 2 | 1, ticks, TRANSPARENT, 0)
    place = b"," + struct.pack("<HHHHB", left, top, right - left, bottom - top, 0)
    return control + place + bytes([bits]) + Image.fromarray(part).tobytes("gif", "L", bits, 0) + b"\0"
