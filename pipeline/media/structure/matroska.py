"""Matroska and WebM (RFC 9559)."""

from __future__ import annotations

import mmap
from typing import Final

from pipeline.media.boxes import big
from pipeline.media.structure.count import MOST_CUES, MOST_TAGS, MOST_TRACKS, Count

_SEGMENT, _CLUSTER, _SEEK_POSITION, _SIMPLE_TAG = 0x18538067, 0x1F43B675, 0x53AC, 0x67C8
_EBML_BRANCHES: Final = frozenset((
    *(_SEGMENT, 0x114D9B74, 0x4DBB, 0x1254C367, 0x7373, _SIMPLE_TAG, 0x1043A770, 0x45B9, 0xB6),
    *(0x1941A469, 0x1654AE6B, 0x1C53BB6B, 0xBB),
))  # fmt: skip
"""Segment, SeekHead, Seek, Tags, Tag, SimpleTag, Chapters, EditionEntry, ChapterAtom; Attachments, Tracks, Cues,
CuePoint."""
_EBML_LIMITS: Final = {
    _SIMPLE_TAG: ("tags", MOST_TAGS),
    0x7373: ("tag groups", MOST_TAGS),
    0xB6: ("tags", MOST_TAGS),
    0x61A7: ("tracks", MOST_TRACKS),
    0xAE: ("tracks", MOST_TRACKS),
    0xB7: ("cues", MOST_CUES),
    0x4DBB: ("seeks", MOST_TAGS),
}
"""Tags, chapters, attached files, tracks, cues and entries of the table of contents."""


def walk_matroska(data: mmap.mmap, count: Count) -> None:
    """Counts elements, tags, tracks and cues, also those that a table of contents points to."""
    segment, walked = 0, set[int]()
    levels = [(0, len(data), True)]
    while levels:
        at, end, is_top = levels.pop()
        if at >= end:
            continue
        head = _ebml_head(data, at)
        if head is None:
            continue
        name, start, size = head
        count.box()
        if name in _EBML_LIMITS:
            count(*_EBML_LIMITS[name])
        unknown = size is None
        stop = end if size is None else min(end, start + size)
        if not (unknown and name == _CLUSTER):
            levels.append((stop, end, is_top))
        if name == _SEGMENT:
            segment = start
        if name in _EBML_BRANCHES or (unknown and name == _CLUSTER):
            levels.append((start, stop, False))
        elif name == _SEEK_POSITION and (target := segment + big(data, start, stop - start)) < len(data):
            # The table of contents may point into what this walk passes over.
            inner = _ebml_head(data, target)
            if target not in walked and inner is not None and inner[0] in _EBML_BRANCHES and inner[2] is not None:
                walked.add(target)
                levels.append((target, min(len(data), inner[1] + inner[2]), False))


def _ebml_head(data: mmap.mmap, at: int) -> tuple[int, int, int | None] | None:
    """An element's id, where its content starts, and its size; None for the size where it is open-ended."""
    width = 9 - data[at].bit_length()
    if width > 4 or at + width >= len(data):
        return None
    name, at = big(data, at, width), at + width
    width = 9 - data[at].bit_length()
    if width > 8:
        return None
    size = big(data, at, width) & (1 << 7 * width) - 1
    return name, at + width, None if size == (1 << 7 * width) - 1 else size
