"""Which kind of file it is, by its first bytes; the name's ending means nothing."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import BinaryIO, Final


class FileKind(Enum):
    """Kinds of media. The value is FFmpeg's name of the one demuxer that may open the file, where FFmpeg reads it."""

    MOV = "mov"
    MATROSKA = "matroska"
    AVI = "avi"
    ASF = "asf"
    FLV = "flv"
    MPEGTS = "mpegts"
    MPEG = "mpeg"
    GIF = "gif"
    APNG = "apng"
    OGG_VIDEO = "ogg "
    OGG_SOUND = "ogg"
    MP3 = "mp3"
    AAC = "aac"
    FLAC = "flac"
    WAV = "wav"
    AIFF = "aiff"
    CAF = "caf"
    AMR = "amr"
    WEBP = "webp"
    """An animated one, which Pillow reads and FFmpeg does not."""
    STILL = "still"
    EMPTY = "empty"
    UNKNOWN = "unknown"

    @property
    def demuxer(self) -> str:
        """FFmpeg's name of the demuxer."""
        return self.value.strip()


SOUNDS: Final = frozenset(
    {FileKind.OGG_SOUND, FileKind.MP3, FileKind.AAC, FileKind.FLAC, FileKind.WAV, FileKind.AIFF, FileKind.CAF}
    | {FileKind.AMR}
)
"""Kinds that hold sound alone."""
FILMS: Final = frozenset(
    {FileKind.MOV, FileKind.MATROSKA, FileKind.AVI, FileKind.ASF, FileKind.FLV, FileKind.MPEGTS, FileKind.MPEG}
    | {FileKind.GIF, FileKind.APNG, FileKind.OGG_VIDEO}
)
"""Kinds that FFmpeg opens and that may hold moving pictures."""

_HEAD_BYTES: Final = 4096
_STILLS: Final = (b"\xff\xd8\xff", b"BM", b"II*\x00", b"MM\x00*", b"<svg")
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_PNG_CHUNKS: Final = 1000
"""So many are looked through for the mark of an animation."""
_WEBP_ANIMATED: Final = 0x02
"""A flag of the WebP container's VP8X chunk."""
_STILL_BRANDS: Final = (b"avif", b"heic", b"heix", b"mif1")
_SEQUENCE_BRANDS: Final = frozenset((b"avis", b"hevc", b"hevx", b"msf1"))
_MOV_BOXES: Final = (
    *(b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"styp", b"moof", b"sidx", b"pnot", b"emsg", b"prft"),
)
_ASF_HEADER: Final = bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c")
_OGG_PICTURES: Final = (b"\x80theora", b"OVP80")
_TS_PACKETS: Final = (188, 192, 204)
"""Plain, with a camera's time before each packet, with error correction behind each."""
_TS_PACKETS_SEEN: Final = 4


def sniff(path: Path) -> FileKind:
    """The kind of file at ``path``; OSError where it cannot be read."""
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
        if head.startswith(b"ID3"):
            file.seek(id3_end(head))
            return _behind_id3(file.read(4))
        if head.startswith(_PNG):
            return FileKind.APNG if _is_animated_png(file) else FileKind.STILL
    return _kind(head)


def _kind(head: bytes) -> FileKind:
    if not head:
        return FileKind.EMPTY
    if head[:4] == b"RIFF":
        return _riff(head)
    if head[:4] == b"\x89PNG" or head.startswith(_STILLS):
        return FileKind.STILL
    if head[4:8] == b"ftyp":
        return _movie(head)
    if head[4:8] in _MOV_BOXES:
        return FileKind.MOV
    if head[:4] == b"OggS":
        return FileKind.OGG_VIDEO if any(mark in head for mark in _OGG_PICTURES) else FileKind.OGG_SOUND
    if head[:4] == b"FORM" and head[8:12] in (b"AIFF", b"AIFC"):
        return FileKind.AIFF
    for start, kind in _BY_START:
        if head.startswith(start):
            return kind
    if head[:1] == b"\xff" and len(head) > 1 and head[1] & 0xE0 == 0xE0:
        return FileKind.AAC if head[1] & 0x06 == 0 else FileKind.MP3
    return FileKind.MPEGTS if _is_transport_stream(head) else FileKind.UNKNOWN


_BY_START: Final = (
    (b"\x1a\x45\xdf\xa3", FileKind.MATROSKA),
    (b"GIF8", FileKind.GIF),
    (b"FLV\x01", FileKind.FLV),
    (_ASF_HEADER, FileKind.ASF),
    (b"\x00\x00\x01\xba", FileKind.MPEG),
    (b"fLaC", FileKind.FLAC),
    (b"#!AMR", FileKind.AMR),
    (b"caff", FileKind.CAF),
)


def _riff(head: bytes) -> FileKind:
    if head[8:12] == b"WEBP":
        is_animated = head[12:16] == b"VP8X" and len(head) > 20 and head[20] & _WEBP_ANIMATED
        return FileKind.WEBP if is_animated else FileKind.STILL
    return {b"WAVE": FileKind.WAV, b"AVI ": FileKind.AVI}.get(head[8:12], FileKind.UNKNOWN)


def _movie(head: bytes) -> FileKind:
    """MP4 and its kin by their brands; a sequence of AVIF or HEIC pictures names one of its own."""
    size = int.from_bytes(head[:4], "big")
    brands = {head[8:12]} | {head[at : at + 4] for at in range(16, min(size, 256), 4)}
    is_still = head[8:12] in _STILL_BRANDS and not brands & _SEQUENCE_BRANDS
    return FileKind.STILL if is_still else FileKind.MOV


def _is_animated_png(file: BinaryIO) -> bool:
    """Whether a chunk acTL comes before the pixels."""
    at = len(_PNG)
    for _ in range(_PNG_CHUNKS):
        file.seek(at)
        head = file.read(8)
        if len(head) < 8 or head[4:] in (b"IDAT", b"IEND"):
            return False
        if head[4:] == b"acTL":
            return True
        at += 12 + int.from_bytes(head[:4], "big")
    return False


def _is_transport_stream(head: bytes) -> bool:
    return any(
        all(head[start + size * packet : start + size * packet + 1] == b"\x47" for packet in range(_TS_PACKETS_SEEN))
        for size in _TS_PACKETS
        for start in range(size)
    )


def id3_end(head: bytes) -> int:
    """Where the ID3v2 tag at the beginning of ``head`` ends, its 10 byte header included."""
    size = 0
    for byte in head[6:10]:
        size = size << 7 | byte & 0x7F
    return 10 + size


def _behind_id3(head: bytes) -> FileKind:
    if head == b"fLaC":
        return FileKind.FLAC
    return FileKind.AAC if len(head) > 1 and head[0] == 0xFF and head[1] & 0xF6 == 0xF0 else FileKind.MP3
