"""What stands beside a picture's pixels: of all that cameras and programs write there, two things are wanted, the
orientation and the colour profile. They are read here, bounded; the rest never reaches a decoder.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from typing import Final

PNG_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
JPEG_SIGNATURE: Final = b"\xff\xd8\xff"
_APPLICATION: Final = range(0xE0, 0xF0)
"""JPEG's segments of applications; two of them say how the numbers of the pixels are meant."""
_JFIF, _ADOBE, _SCAN = 0xE0, 0xEE, 0xDA
_PROFILE_PART: Final = b"ICC_PROFILE\0"
_PIXEL_CHUNKS: Final = frozenset((b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"))
_LARGEST_PROFILE: Final = 4 * 2**20
"""Bytes, inflated."""
_MOST_CHUNKS: Final = 100_000

ORIENTATION: Final = 0x112
"""The one tag of EXIF that says how a picture is to be seen."""
_MOST_TAGS: Final = 512
_WIDTHS: Final = {1: "B", 3: "H", 4: "I"}
"""Types of EXIF that hold a whole number, as ``struct`` writes them."""


@dataclass(frozen=True)
class Bare:
    """A file of nothing but pixels, and what was taken out of it."""

    data: bytes
    profile: bytes | None
    exif: bytes | None


def bare_png(data: bytes) -> Bare:
    """The PNG without texts, times, animation and other extras; a file that breaks off still does.

    Raises:
        ValueError: it has far too many chunks.
    """
    kept, profile, exif = [PNG_SIGNATURE], None, None
    at = len(PNG_SIGNATURE)
    for _ in range(_MOST_CHUNKS):
        if at >= len(data):
            return Bare(b"".join(kept), profile, exif)
        length, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        end = at + 12 + length
        if name in _PIXEL_CHUNKS or len(name) < 4:
            kept.append(data[at:end])
        elif name == b"iCCP" and profile is None:
            profile = _inflated(data[at + 8 : end - 4])
        elif name == b"eXIf" and exif is None:
            exif = data[at + 8 : end - 4]
        at = end
    raise ValueError("far too many chunks")


def bare_jpeg(data: bytes) -> Bare:
    """The JPEG without what cameras and programs write beside the pixels; a file that breaks off still does."""
    kept, profiles, exif, at = [JPEG_SIGNATURE[:2]], dict[int, bytes](), None, 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != _SCAN:
        end = at + 2 + max(2, int.from_bytes(data[at + 2 : at + 4], "big"))
        name, content = data[at + 1], data[at + 4 : end]
        if name not in _APPLICATION or name in (_JFIF, _ADOBE):
            kept.append(data[at:end])
        elif content.startswith(_PROFILE_PART):
            number = content[len(_PROFILE_PART)] if len(content) > len(_PROFILE_PART) else 0
            profiles[number] = content[len(_PROFILE_PART) + 2 :]
        elif content.startswith(b"Exif\0\0") and exif is None:
            exif = content
        at = end
    profile = b"".join(part for _, part in sorted(profiles.items()))
    return Bare(b"".join([*kept, data[at:]]), profile[:_LARGEST_PROFILE] or None, exif)


def _inflated(chunk: bytes) -> bytes | None:
    """The profile in a chunk: a name, a zero, the method 0, deflated bytes."""
    _, _, packed = chunk.partition(b"\0")
    inflater = zlib.decompressobj()
    try:
        profile = inflater.decompress(packed[1:], _LARGEST_PROFILE)
    except zlib.error:
        return None
    return profile if inflater.eof else None


def orientation(exif: bytes) -> int:
    """How a picture is stored: 1 upright to 8, as EXIF counts; 1 where the block is damaged or does not say."""
    block = exif.removeprefix(b"Exif\0\0")
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(block[:4])
    if order is None or len(block) < 8:
        return 1
    (start,) = struct.unpack_from(order + "I", block, 4)
    if start + 2 > len(block):
        return 1
    (count,) = struct.unpack_from(order + "H", block, start)
    for at in range(start + 2, min(start + 2 + 12 * min(count, _MOST_TAGS), len(block) - 11), 12):
        tag, kind, number = struct.unpack_from(order + "HHI", block, at)
        if tag == ORIENTATION:
            if kind not in _WIDTHS or number != 1:
                return 1
            (value,) = struct.unpack_from(order + _WIDTHS[kind], block, at + 8)
            return value if 1 <= value <= 8 else 1
    return 1


def count_scans(jpeg: bytes) -> int:
    """How many times a JPEG's pixels are gone over: once, or in each scan of a progressive one."""
    scans, at = 0, 2
    while 0 <= at < len(jpeg) - 3:
        marker = jpeg[at + 1]
        if jpeg[at] != 0xFF:
            at = jpeg.find(b"\xff", at)
        elif marker in (0x00, 0xFF) or 0xD0 <= marker <= 0xD7:  # stuffed bytes and restarts, between the pixels
            at = jpeg.find(b"\xff", at + (1 if marker == 0xFF else 2))
        elif marker == 0xD9:
            return scans
        else:
            scans += marker == 0xDA
            at += 2 + max(2, int.from_bytes(jpeg[at + 2 : at + 4], "big"))
    return scans
