"""ID3v2 tags, which stand before MP3 and inside of other files."""

from __future__ import annotations

import mmap

from pipeline.media.boxes import big
from pipeline.media.sniff import id3_end
from pipeline.media.structure.count import Count


def walk_id3(data: mmap.mmap, at: int, count: Count) -> None:
    """All ID3v2 tags that follow each other from here."""
    while data[at : at + 3] == b"ID3" and at + 10 <= len(data):
        version, end = data[at + 3], min(len(data), at + id3_end(data[at : at + 10]))
        _id3_frames(data, at + 10, end, version, count)
        if end <= at:
            return
        at = end


def _id3_frames(data: mmap.mmap, at: int, end: int, version: int, count: Count) -> None:
    name_bytes, head = (3, 6) if version == 2 else (4, 10)
    while at + head <= end and data[at]:
        count.tags()
        size = big(data, at + name_bytes, name_bytes)
        if version == 4:
            size = sum((size >> 8 * i & 0x7F) << 7 * i for i in range(4))
        if data[at : at + 4] == b"CHAP":  # has frames of its own
            inner = data.find(b"\0", at + head, at + head + size)
            if inner > 0:
                _id3_frames(data, inner + 17, min(end, at + head + size), version, count)
        at += head + size
