"""Ogg (RFC 3533) and Vorbis comments."""

from __future__ import annotations

import mmap
from typing import Final

from pipeline.media.errors import OverloadedFileError
from pipeline.media.structure.count import MOST_SCRIPT_BYTES, MOST_TAGS, MOST_TRACKS, Count, little

_OGG_PAGE: Final = 27
_COMMENTS: Final = (b"\x03vorbis", b"\x81theora", b"OpusTags", b"OVP80\x02\x20")
_COMMENT_OFFSETS: Final = (0, 4, 7, 8)
"""Where the comments begin in a second packet: of Speex, FLAC, Vorbis and Theora, Opus."""


def walk_ogg(data: mmap.mmap, count: Count) -> None:
    """Counts pages, streams and comments."""
    packets: dict[int, int] = {}
    at = 0
    while at + _OGG_PAGE <= len(data):
        if data[at : at + 4] != b"OggS":
            at = data.find(b"OggS", at + 1)
            if at < 0:
                return
            continue
        count.box()
        stream, segments = little(data, at + 14), data[at + 26]
        lengths = data[at + _OGG_PAGE : at + _OGG_PAGE + segments]
        begins, continues = data[at + 5] & 2, data[at + 5] & 1
        start = at + _OGG_PAGE + segments
        if begins:
            count("tracks", MOST_TRACKS)
            packets[stream] = 0
        else:
            head = data[start : start + 8]
            if not continues and (packets.get(stream) == 1 or head.startswith(_COMMENTS)):
                _vorbis_comments(data, start, head, count)
            packets[stream] = packets.get(stream, 0) + (not continues)
        if begins:
            packets[stream] = 1
        at = start + sum(lengths)


def _vorbis_comments(data: mmap.mmap, start: int, head: bytes, count: Count) -> None:
    """Counts comments behind a marker; of a packet without one, at each place where they may begin."""
    marker = next((len(mark) for mark in _COMMENTS if head.startswith(mark)), None)
    for offset in _COMMENT_OFFSETS if marker is None else (marker,):
        vendor = little(data, start + offset)
        at = start + offset + 4 + vendor
        if at + 4 <= len(data) and vendor < MOST_SCRIPT_BYTES:
            number = little(data, at)
            # Each comment takes four bytes at least: a greater number is none.
            if number * 4 <= len(data) - at:
                count.tags(number if marker is not None else 0)
                if marker is None and number > MOST_TAGS:
                    raise OverloadedFileError
