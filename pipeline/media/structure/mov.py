"""MP4 and MOV (ISO/IEC 14496-12, QuickTime File Format)."""

from __future__ import annotations

import mmap
from dataclasses import dataclass
from typing import Final

from pipeline.media.boxes import big, boxes
from pipeline.media.errors import IncompleteFileError, OverloadedFileError
from pipeline.media.structure.count import MOST_EDITS, MOST_ENTRIES, MOST_TRACKS, Count

_TAG_LISTS: Final = frozenset((b"udta", b"meta", b"ilst"))
"""Boxes of which each child may become a tag."""
_PACKED_SAMPLES: Final = 160
"""FFmpeg takes at least so many samples of plain sound for one entry of its index."""


@dataclass
class _Track:
    """One track's tables, as far as they say how long its index gets."""

    is_sound: bool = False
    sizes: int = 0
    one_size: bool = False
    timed: int = 0
    is_even: bool = False
    shifted: int = 0
    chunks: int = 0
    runs: tuple[tuple[int, int], ...] = ()

    def entries(self) -> int:
        """How many entries FFmpeg's index gets."""
        chunked = 0
        for at, (first, samples) in enumerate(self.runs):
            end = self.runs[at + 1][0] if at + 1 < len(self.runs) else self.chunks + 1
            chunked += max(0, min(end, self.chunks + 1) - first) * samples
        if self.is_sound and self.one_size and self.is_even:
            return chunked // _PACKED_SAMPLES + self.chunks
        return max(self.sizes, self.timed, self.shifted) + self.chunks


def walk_mov(data: mmap.mmap, count: Count) -> None:
    """Counts boxes, tags, tracks and what their tables unpack to."""
    has_index = has_film = False
    track = _Track()
    tracks = [track]
    for name, start, end, parent in boxes(data):
        count.box()
        has_index |= name == b"moov" or (name == b"meta" and parent == b"")
        has_film |= name in (b"mdat", b"moof")
        if parent in _TAG_LISTS:
            count.tags()
        if name == b"trak":
            count("tracks", MOST_TRACKS)
            track = _Track()
            tracks.append(track)
        elif name == b"cmov":  # an index in deflated form, which nothing has written for twenty years
            raise OverloadedFileError
        elif name in _TABLES:
            _table(data, name, start, end, track, count)
    count.entries(sum(track.entries() for track in tracks))
    if has_film and not has_index:
        raise IncompleteFileError


_TABLES: Final = {
    b"hdlr": 0, b"stsz": 0, b"stz2": 0, b"stts": 8, b"ctts": 8, b"stsc": 12, b"stco": 4, b"co64": 8, b"stss": 4,
    b"elst": 12, b"trun": 0, b"keys": 8, b"stsd": 8, b"sidx": 0,
}  # fmt: skip
"""Tables, and the bytes of one row where all have as many."""


def _table(data: mmap.mmap, name: bytes, start: int, end: int, track: _Track, count: Count) -> None:
    rows, body = big(data, start + 4), start + 8
    if _TABLES[name] and rows * _TABLES[name] > end - body:
        raise OverloadedFileError  # FFmpeg would read on behind the box
    if name == b"hdlr":
        track.is_sound = data[start + 8 : start + 12] == b"soun"
    elif name in (b"stsz", b"stz2"):
        track.one_size = name == b"stsz" and rows > 0
        track.sizes = max(track.sizes, big(data, start + 8))
    elif name == b"stts":
        times = [(big(data, body + 8 * i), big(data, body + 8 * i + 4)) for i in range(_bounded(rows))]
        track.timed = max(track.timed, sum(samples for samples, _ in times))
        track.is_even = len(times) == 1 and times[0][1] == 1
    elif name == b"ctts":
        track.shifted = max(track.shifted, sum(big(data, body + 8 * i) for i in range(_bounded(rows))))
    elif name == b"stsc":
        track.runs = tuple((big(data, body + 12 * i), big(data, body + 12 * i + 4)) for i in range(_bounded(rows)))
    elif name in (b"stco", b"co64"):
        track.chunks = max(track.chunks, rows)
    elif name == b"elst":
        count("edits", MOST_EDITS, rows)
    elif name == b"trun":
        count.entries(rows)
    elif name == b"keys":
        count.tags(rows)
    elif name == b"stsd":
        count("descriptions", MOST_TRACKS, rows)
    elif name in (b"stss", b"sidx"):
        count.entries(rows if name == b"stss" else (end - start) // 12)


def _bounded(rows: int) -> int:
    if rows > MOST_ENTRIES:
        raise OverloadedFileError
    return rows
