"""RIFF: WAV and AVI, with the index of OpenDML."""

from __future__ import annotations

import mmap

from pipeline.media.structure.count import MOST_TRACKS, Count, little
from pipeline.media.structure.id3 import walk_id3


def walk_riff(data: mmap.mmap, count: Count) -> None:
    """Counts chunks, tags and index entries."""
    levels = [(12, len(data), b"RIFF")]
    while levels:
        at, end, parent = levels.pop()
        if at + 8 > end:
            continue
        count.box()
        name, size, start = data[at : at + 4], little(data, at + 4), at + 8
        stop = min(end, start + size)
        levels.append((stop + (stop & 1), end, parent))
        if parent == b"INFO":
            count.tags()
        elif parent == b"strl" and name == b"strh":
            count("tracks", MOST_TRACKS)
        elif name == b"indx":
            _super_index(data, start, stop, count)
        elif name in (b"idx1", b"ix00", b"ix01"):
            count.entries(size // 16)
        elif name in (b"id3 ", b"ID3 "):
            walk_id3(data, start, count)
        if name in (b"LIST", b"RIFF") and data[start : start + 4] not in (b"movi", b"rec "):
            levels.append((start + 4, stop, data[start : start + 4]))


def _super_index(data: mmap.mmap, start: int, stop: int, count: Count) -> None:
    """An index of indexes (OpenDML): many entries may name the same index again."""
    if stop - start < 24 or data[start + 3] != 0:
        return
    for row in range(min(little(data, start + 4), (stop - start - 24) // 16)):
        target = little(data, start + 24 + 16 * row, 8)
        count.entries(1 + (little(data, target + 12) if target + 16 <= len(data) else 0))
