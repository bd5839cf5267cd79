"""Damage to files by somebody who knows how they are built: from a file and dice to another file."""

from __future__ import annotations

import io
import json
import random
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable
from typing import Final

Dice = random.Random
Mutation = Callable[[bytes, Dice], bytes]

_EXTREMES: Final = (0, 1, 2, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 1_000_000)


def _place(data: bytes, dice: Dice) -> int:
    """Anywhere, but often near the beginning or the end, where headers and indexes stand."""
    size = max(1, len(data))
    near = dice.randrange(min(size, 256))
    return dice.choice((dice.randrange(size), near, size - 1 - near))


def flip_bytes(data: bytes, dice: Dice) -> bytes:
    """A few bytes changed."""
    changed = bytearray(data)
    for _ in range(dice.randint(1, 12)):
        if changed:
            changed[_place(data, dice)] = dice.choice((dice.randrange(256), 0, 255))
    return bytes(changed)


def write_extreme(data: bytes, dice: Dice) -> bytes:
    """A number at the edge of its range, in either order of bytes."""
    width = dice.choice((1, 2, 4, 8))
    value: int = dice.choice(_EXTREMES) & ((1 << 8 * width) - 1)
    at = _place(data, dice)
    return data[:at] + value.to_bytes(width, dice.choice(("big", "little"))) + data[at + width :]


def cut_off(data: bytes, dice: Dice) -> bytes:
    """The beginning alone."""
    return data[: _place(data, dice)]


def move_block(data: bytes, dice: Dice) -> bytes:
    """A block left out, doubled, put elsewhere or repeated many times."""
    at = _place(data, dice)
    block, rest = data[at : at + dice.choice((1, 4, 16, 188, 1000))], data[:at]
    tail = data[at + len(block) :]
    match dice.randrange(4):
        case 0:
            return rest + tail
        case 1:
            return rest + block * dice.choice((2, 3, 200)) + tail
        case 2:
            whole = rest + tail
            to = _place(whole, dice)
            return whole[:to] + block + whole[to:]
        case _:
            return rest + dice.randbytes(len(block)) + tail


PLAIN: Final = (flip_bytes, write_extreme, cut_off, move_block)


def of_parts(split: Callable[[bytes], list[bytes]], seal: Callable[[bytes], bytes] = lambda part: part) -> Mutation:
    """Damage to a file's own parts: one left out, doubled, moved, or damaged inside and sealed again."""

    def mutate(data: bytes, dice: Dice) -> bytes:
        parts = split(data)
        for _ in range(dice.randint(1, 3)):
            if not parts:
                break
            at = dice.randrange(len(parts))
            match dice.randrange(5):
                case 0:
                    del parts[at]
                case 1:
                    parts.insert(at, parts[dice.randrange(len(parts))])
                case 2:
                    parts[at : at + 1] = [parts[at]] * dice.choice((2, 50))
                case _:
                    parts[at] = seal(dice.choice(PLAIN)(parts[at], dice))
        return b"".join(parts)

    return mutate


def png_parts(data: bytes) -> list[bytes]:
    parts, at = [data[:8]], 8
    while at + 8 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        parts.append(data[at:end])
        at = end
    return parts


def png_sealed(chunk: bytes) -> bytes:
    """With its length and checksum put right, so that a reader looks inside."""
    if len(chunk) < 12 or chunk.startswith(b"\x89PNG"):
        return chunk
    body = chunk[4:-4]
    return struct.pack(">I", max(0, len(body) - 4)) + body + struct.pack(">I", zlib.crc32(body))


def riff_parts(data: bytes) -> list[bytes]:
    parts, at = [data[:12]], 12
    while at + 8 <= len(data):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        end = at + 8 + size + (size & 1)
        parts.append(data[at:end])
        at = end
    return parts


def jpeg_parts(data: bytes) -> list[bytes]:
    parts, at = [data[:2]], 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        parts.append(data[at:end])
        at = end
    return [*parts, data[at:]]


def ogg_parts(data: bytes) -> list[bytes]:
    return [b"OggS" + page for page in data.split(b"OggS")[1:]]


def _boxes(data: bytes) -> list[tuple[bytes, int, int]]:
    """Name, payload's start and end of each box of an MP4."""
    import mmap

    from pipeline.media.boxes import boxes

    with mmap.mmap(-1, max(1, len(data))) as view:
        view.write(data)
        return [(name, start, end) for name, start, end, _ in boxes(view)]


def without_times(data: bytes) -> bytes:
    """An MP4 or AVIF that does not say when it was made."""
    for name, start, _ in _boxes(data):
        if name in (b"mvhd", b"tkhd", b"mdhd"):
            size = 16 if data[start] == 1 else 8
            data = data[: start + 4] + bytes(size) + data[start + 4 + size :]
    return data


def mutate_boxes(data: bytes, dice: Dice) -> bytes:
    """One box of an MP4 renamed, resized, doubled, left out, or its numbers made extreme."""
    found = _boxes(data)
    if not found:
        return flip_bytes(data, dice)
    _, start, end = dice.choice(found)
    head = start - 8
    match dice.randrange(5):
        case 0:
            return data[: head + 4] + dice.choice(found)[0] + data[start:]
        case 1:
            return data[:head] + struct.pack(">I", dice.choice((*_EXTREMES, end - head + 1))) + data[head + 4 :]
        case 2:
            return data[:head] + data[head:end] * dice.choice((0, 2, 40)) + data[end:]
        case _:
            at = start + 4 * dice.randrange(max(1, min(16, (end - start) // 4)))
            return data[:at] + struct.pack(">I", dice.choice(_EXTREMES)) + data[at + 4 :]


def mutate_entries(data: bytes, dice: Dice) -> bytes:
    """A zip, packed anew with one entry damaged, renamed, doubled or left out, so that a reader looks inside."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [(info.filename, archive.read(info)) for info in archive.infolist()]
    except Exception:  # whatever zipfile makes of a zip that was damaged before
        entries = []
    if not entries:
        return flip_bytes(data, dice)
    at = dice.randrange(len(entries))
    name, content = entries[at]
    match dice.randrange(6):
        case 0:
            del entries[at]
        case 1:
            entries.append((name, content))
        case 2:
            entries[at] = (dice.choice(entries)[0], content)
        case 3 if name.endswith(".json"):
            entries[at] = (name, change_json(content, dice))
        case _:
            entries[at] = (name, dice.choice(PLAIN)(content, dice))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # of the doubled name
        for name, content in entries:
            archive.writestr(zipfile.ZipInfo(name), content)
    return packed.getvalue()


_WORDS: Final = (
    "",
    "-1",
    "0",
    "1e999",
    "nan",
    "null",
    "true",
    '"x"',
    "[]",
    "{}",
    "9" * 400,
    "99",
    "0,5",
    "50%",
    "#",
    "\n",
)


def change_word(data: bytes, dice: Dice) -> bytes:
    """Words of a text left out, doubled or replaced by what a reader might stumble over."""
    text = data.decode("latin-1")
    for _ in range(dice.randint(1, 4)):
        marks = [at for at, letter in enumerate(text) if letter in ",:;[]{}\n"]
        if not marks:
            break
        at = dice.choice(marks)
        end = next((mark for mark in marks if mark > at), len(text))
        text = text[: at + 1] + dice.choice((*_WORDS, text[at + 1 : end] * 2)) + text[end:]
    return text.encode("latin-1")


def change_encoding(data: bytes, dice: Dice) -> bytes:
    """A text in another encoding, or one that it is not."""
    return data.decode("latin-1").encode(dice.choice(("utf-16", "utf-16-be", "utf-32", "utf-8-sig")))


def change_json(data: bytes, dice: Dice) -> bytes:
    """One value of a JSON object replaced by one of another kind."""
    whole = json.loads(data)
    values: tuple[object, ...] = (None, True, "false", -1, 0.5, 10**30, "", [], {}, [[]], "x" * 1000, [None] * 50)
    inside = dice.choice([each for each in (whole, *whole.values()) if isinstance(each, dict | list) and each])
    key = dice.choice(list(inside)) if isinstance(inside, dict) else dice.randrange(len(inside))
    if dice.random() < 0.2:
        del inside[key]
    else:
        inside[key] = dice.choice(values)
    return json.dumps(whole).encode()
