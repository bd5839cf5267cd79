"""FLAC (RFC 9639), AIFF and CAF."""

from __future__ import annotations

import mmap

from pipeline.media.boxes import big
from pipeline.media.sniff import id3_end
from pipeline.media.structure.count import MOST_TRACKS, Count, little
from pipeline.media.structure.id3 import walk_id3


def walk_flac(data: mmap.mmap, count: Count) -> None:
    """Counts blocks, comments and pictures."""
    at = id3_end(data[:10]) if data[:3] == b"ID3" else 0
    at += 4
    while at + 4 <= len(data):
        count.box()
        kind, size = data[at], big(data, at + 1, 3)
        if kind & 0x7F == 4:
            vendor = little(data, at + 4)
            count.tags(little(data, at + 8 + vendor) if vendor < size else 0)
        if kind & 0x7F == 6:
            count("tracks", MOST_TRACKS)
        at += 4 + size
        if kind & 0x80:
            return


def walk_aiff(data: mmap.mmap, count: Count) -> None:
    """Counts chunks that become tags."""
    at = 12
    while at + 8 <= len(data):
        count.box()
        if data[at : at + 4] == b"ID3 ":
            walk_id3(data, at + 8, count)
        elif data[at : at + 4] not in (b"COMM", b"SSND", b"FVER"):
            count.tags()
        size = big(data, at + 4)
        at += 8 + size + (size & 1)


def walk_caf(data: mmap.mmap, count: Count) -> None:
    """Counts information."""
    at = 8
    while at + 12 <= len(data):
        count.box()
        if data[at : at + 4] == b"info":
            count.tags(big(data, at + 12))
        at += 12 + big(data, at + 4, 8)
