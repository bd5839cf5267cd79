"""The boxes of MP4 and MOV files (ISO/IEC 14496-12), and how a track wants to be turned."""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np

Matrix = tuple[int, int, int, int]
"""(a, b, c, d), each -1, 0 or 1: shown x = a·x + c·y, shown y = b·x + d·y."""
UPRIGHT: Final[Matrix] = (1, 0, 0, 1)

_BRANCHES: Final = frozenset(
    (b"moov", b"trak", b"mdia", b"minf", b"stbl", b"edts", b"udta", b"meta", b"ilst", b"moof", b"traf", b"mvex")
)
_MOST_HEADERS: Final = 64


def big(data: mmap.mmap, at: int, size: int = 4) -> int:
    """The big-endian number in ``size`` bytes at ``at``."""
    return int.from_bytes(data[at : at + size], "big")


def boxes(data: mmap.mmap) -> Iterator[tuple[bytes, int, int, bytes]]:
    """Name, payload's start and end, and the parent's name of each box, in the file's order."""
    levels = [(0, len(data), b"")]
    while levels:
        at, end, parent = levels.pop()
        if at + 8 > end:
            continue
        size, name, start = big(data, at), data[at + 4 : at + 8], at + 8
        if size == 1:
            size, start = big(data, at + 8, 8), at + 16
        if size == 0 and parent == b"":
            size = end - at
        if size < start - at:
            continue
        stop = min(end, at + size)
        levels.append((stop, end, parent))
        yield name, start, stop, parent
        if name in _BRANCHES:
            is_full = name == b"meta" and data[start + 4 : start + 8] != b"hdlr"
            levels.append((start + 4 if is_full else start, stop, name))


def display_matrix(path: Path, track: int) -> Matrix:
    """How the track with this number is to be turned and flipped: its own matrix, then the movie's."""
    whole = own = np.eye(2)
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        headers = 0
        for name, start, end, _ in boxes(data):
            if name not in (b"mvhd", b"tkhd") or end - start < 72:
                continue
            is_long = data[start] == 1
            if name == b"mvhd":
                whole = _corner(data, start + (48 if is_long else 36))
            elif big(data, start + (20 if is_long else 12)) == track:
                own = _corner(data, start + (52 if is_long else 40))
            headers += 1
            if headers > _MOST_HEADERS:
                break
    return _signs(own @ whole)


def quarter_turn(degrees: float) -> Matrix:
    """The turn that is nearest to ``degrees`` counterclockwise."""
    turns: tuple[Matrix, ...] = (UPRIGHT, (0, -1, 1, 0), (-1, 0, 0, -1), (0, 1, -1, 0))
    return turns[round(degrees / 90) % 4]


def _corner(data: mmap.mmap, at: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """The part of a matrix of nine numbers that turns and flips, [[a, b], [c, d]]."""
    a, b, _, c, d = struct.unpack_from(">5i", data[at : at + 20].ljust(20, b"\0"))
    return np.array([[a, b], [c, d]], np.float64)


def _signs(corner: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> Matrix:
    signs = np.where(np.abs(corner) > 0.5 * np.abs(corner).max(), np.sign(corner), 0).astype(int)
    a, b, c, d = (int(value) for value in signs.reshape(-1))
    is_quarter_turn = abs(a) + abs(d) == 0 and abs(b) + abs(c) == 2
    is_half_turn = abs(a) + abs(d) == 2 and abs(b) + abs(c) == 0
    return (a, b, c, d) if is_quarter_turn or is_half_turn else UPRIGHT
