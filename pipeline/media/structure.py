"""What a file's boxes claim, read without a demuxer: too many tags or index entries are refused before one opens it.

FFmpeg keeps tags in a list that it searches for each new one (100,000 of them take minutes) and unpacks an index of a
few bytes into gigabytes. A walk over the boxes sees both in milliseconds. The limits are far above what any recording
has: a song has thirty tags, an hour of film 200,000 samples.
"""

from __future__ import annotations

import mmap
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from pipeline.media.boxes import big, boxes
from pipeline.media.errors import IncompleteFileError, OverloadedFileError
from pipeline.media.sniff import FileKind, id3_end

MOST_TAGS: Final = 1_000
MOST_BOXES: Final = 200_000
"""A minute in fragments of one frame each has 30,000."""
MOST_ENTRIES: Final = 1_000_000
"""Of all indexes together, unpacked: 24 bytes each."""
MOST_CUES: Final = 20_000
MOST_TRACKS: Final = 64
MOST_EDITS: Final = 64
"""Each edit of a track may repeat its whole index."""
MOST_SCRIPT_BYTES: Final = 65_536
"""Of Flash's script data, whose names are tags."""


def check_structure(path: Path, kind: FileKind) -> None:
    """Looks at all that a demuxer of this kind would read before the first frame.

    Raises:
        OverloadedFileError: there is far more of it than any recording needs.
        IncompleteFileError: the index that comes last is not there.
    """
    if path.stat().st_size == 0:
        return
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        walk = _WALKS.get(kind)
        if data[:3] == b"ID3":
            _id3(data, 0, _Count())
        if walk is not None:
            walk(data, _Count())


@dataclass
class _Count:
    """How much of each thing was seen so far."""

    seen: dict[str, int] = field(default_factory=dict)

    def __call__(self, what: str, limit: int, more: int = 1) -> None:
        self.seen[what] = self.seen.get(what, 0) + more
        if self.seen[what] > limit:
            raise OverloadedFileError

    def tags(self, more: int = 1) -> None:
        self("tags", MOST_TAGS, more)

    def box(self) -> None:
        self("boxes", MOST_BOXES)

    def entries(self, more: int) -> None:
        self("entries", MOST_ENTRIES, more)


def _little(data: mmap.mmap, at: int, size: int = 4) -> int:
    return int.from_bytes(data[at : at + size], "little")


# ---- MP4 and MOV (ISO/IEC 14496-12, QuickTime File Format)

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
    time_runs: int = 0
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


def _mov(data: mmap.mmap, count: _Count) -> None:
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


def _table(data: mmap.mmap, name: bytes, start: int, end: int, track: _Track, count: _Count) -> None:
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


# ---- Matroska and WebM (RFC 9559)

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


def _matroska(data: mmap.mmap, count: _Count) -> None:
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


# ---- Ogg (RFC 3533) and Vorbis comments

_OGG_PAGE: Final = 27
_COMMENTS: Final = (b"\x03vorbis", b"\x81theora", b"OpusTags", b"OVP80\x02\x20")
_COMMENT_OFFSETS: Final = (0, 4, 7, 8)
"""Where the comments begin in a second packet: of Speex, FLAC, Vorbis and Theora, Opus."""


def _ogg(data: mmap.mmap, count: _Count) -> None:
    packets: dict[int, int] = {}
    at = 0
    while at + _OGG_PAGE <= len(data):
        if data[at : at + 4] != b"OggS":
            at = data.find(b"OggS", at + 1)
            if at < 0:
                return
            continue
        count.box()
        stream, segments = _little(data, at + 14), data[at + 26]
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


def _vorbis_comments(data: mmap.mmap, start: int, head: bytes, count: _Count) -> None:
    """Counts comments behind a marker; of a packet without one, at each place where they may begin."""
    marker = next((len(mark) for mark in _COMMENTS if head.startswith(mark)), None)
    for offset in _COMMENT_OFFSETS if marker is None else (marker,):
        vendor = _little(data, start + offset)
        at = start + offset + 4 + vendor
        if at + 4 <= len(data) and vendor < MOST_SCRIPT_BYTES:
            number = _little(data, at)
            # Each comment takes four bytes at least: a greater number is none.
            if number * 4 <= len(data) - at:
                count.tags(number if marker is not None else 0)
                if marker is None and number > MOST_TAGS:
                    raise OverloadedFileError


# ---- ID3v2, FLAC, RIFF, AIFF, CAF, ASF, Flash, PNG


def _id3(data: mmap.mmap, at: int, count: _Count) -> None:
    """All ID3v2 tags that follow each other from here."""
    while data[at : at + 3] == b"ID3" and at + 10 <= len(data):
        version, end = data[at + 3], min(len(data), at + id3_end(data[at : at + 10]))
        _id3_frames(data, at + 10, end, version, count)
        if end <= at:
            return
        at = end


def _id3_frames(data: mmap.mmap, at: int, end: int, version: int, count: _Count) -> None:
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


def _flac(data: mmap.mmap, count: _Count) -> None:
    at = id3_end(data[:10]) if data[:3] == b"ID3" else 0
    at += 4
    while at + 4 <= len(data):
        count.box()
        kind, size = data[at], big(data, at + 1, 3)
        if kind & 0x7F == 4:
            vendor = _little(data, at + 4)
            count.tags(_little(data, at + 8 + vendor) if vendor < size else 0)
        if kind & 0x7F == 6:
            count("tracks", MOST_TRACKS)
        at += 4 + size
        if kind & 0x80:
            return


def _riff(data: mmap.mmap, count: _Count) -> None:
    levels = [(12, len(data), b"RIFF")]
    while levels:
        at, end, parent = levels.pop()
        if at + 8 > end:
            continue
        count.box()
        name, size, start = data[at : at + 4], _little(data, at + 4), at + 8
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
            _id3(data, start, count)
        if name in (b"LIST", b"RIFF") and data[start : start + 4] not in (b"movi", b"rec "):
            levels.append((start + 4, stop, data[start : start + 4]))


def _super_index(data: mmap.mmap, start: int, stop: int, count: _Count) -> None:
    """An index of indexes (OpenDML): many entries may name the same index again."""
    if stop - start < 24 or data[start + 3] != 0:
        return
    for row in range(min(_little(data, start + 4), (stop - start - 24) // 16)):
        target = _little(data, start + 24 + 16 * row, 8)
        count.entries(1 + (_little(data, target + 12) if target + 16 <= len(data) else 0))


def _aiff(data: mmap.mmap, count: _Count) -> None:
    at = 12
    while at + 8 <= len(data):
        count.box()
        if data[at : at + 4] == b"ID3 ":
            _id3(data, at + 8, count)
        elif data[at : at + 4] not in (b"COMM", b"SSND", b"FVER"):
            count.tags()
        size = big(data, at + 4)
        at += 8 + size + (size & 1)


def _caf(data: mmap.mmap, count: _Count) -> None:
    at = 8
    while at + 12 <= len(data):
        count.box()
        if data[at : at + 4] == b"info":
            count.tags(big(data, at + 12))
        at += 12 + big(data, at + 4, 8)


_ASF_NESTED: Final = {
    bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c"): 30,
    bytes.fromhex("b503bf5f2ea9cf118ee300c00c205365"): 46,
}
"""Header and header extension: the bytes before their first child."""
_ASF_TAGS: Final = {
    bytes.fromhex("40a4d0d207e3d21197f000a0c95ea850"): 24,
    bytes.fromhex("eacbf8c5af5b77488467aa8c44fa4cca"): 24,
    bytes.fromhex("941c23449894d149a1411d134e457054"): 24,
    bytes.fromhex("01cd87f451a9cf118ee600c00c205365"): 40,
}
"""Extended content, metadata, metadata library, markers: where the number of tags stands."""
_ASF_STREAM: Final = bytes.fromhex("9107dcb7b7a9cf118ee600c00c205365")


def _asf(data: mmap.mmap, count: _Count) -> None:
    levels = [(0, len(data))]
    while levels:
        at, end = levels.pop()
        if at + 24 > end:
            continue
        count.box()
        name, size = data[at : at + 16], _little(data, at + 16, 8)
        if size < 24:
            continue
        stop = min(end, at + size)
        levels.append((stop, end))
        if name in _ASF_TAGS:
            count.tags(_little(data, at + _ASF_TAGS[name], 2))
        elif name == _ASF_STREAM:
            count("tracks", MOST_TRACKS)
        elif name in _ASF_NESTED:
            levels.append((at + _ASF_NESTED[name], stop))


def _flash(data: mmap.mmap, count: _Count) -> None:
    at = big(data, 5)
    while at + 15 <= len(data):
        count.box()
        kind, size = data[at + 4], big(data, at + 5, 3)
        if kind & 0x1F == 18:
            count("script", MOST_SCRIPT_BYTES, size)
        at += 15 + size


def _png(data: mmap.mmap, count: _Count) -> None:
    at = 8
    while at + 8 <= len(data):
        count.box()
        if data[at + 4 : at + 8] in (b"tEXt", b"zTXt", b"iTXt"):
            count.tags()
        at += 12 + big(data, at)


_WALKS: Final = {
    FileKind.MOV: _mov,
    FileKind.MATROSKA: _matroska,
    FileKind.OGG_VIDEO: _ogg,
    FileKind.OGG_SOUND: _ogg,
    FileKind.FLAC: _flac,
    FileKind.WAV: _riff,
    FileKind.AVI: _riff,
    FileKind.AIFF: _aiff,
    FileKind.CAF: _caf,
    FileKind.ASF: _asf,
    FileKind.FLV: _flash,
    FileKind.APNG: _png,
}
