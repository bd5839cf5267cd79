"""A fuzzer of everything that people send: valid files of each kind, damaged by somebody who knows how they are built.

    python -m benchmarks.fuzz 20000 --seed 1 --keep out/fuzz

makes the files itself, reads each one in a child process under limits, and prints how many ended how, by kind. The same
number and seed always give the same files. What ended badly (a traceback, a death, a hang) is kept in ``--keep``, and
the exit code is 1.
"""

from __future__ import annotations

import argparse
import io
import json
import multiprocessing
import random
import struct
import sys
import tempfile
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from benchmarks.reading import Ending, ending_of, limit_memory

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Dice = random.Random
Mutation = Callable[[bytes, Dice], bytes]

PATIENCE: Final = 20.0
"""Seconds after which a file counts as one that hangs the reader."""
_BAD: Final = frozenset({Ending.TRACEBACK, Ending.DEATH, Ending.HANG})
_EXTREMES: Final = (0, 1, 2, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 1_000_000)


@dataclass(frozen=True)
class Kind:
    """One kind of file: a valid one, the name's ending that chooses its reader, and how it is damaged."""

    name: str
    ending: str
    seed: bytes
    mutations: tuple[Mutation, ...]


@dataclass(frozen=True)
class Finding:
    """A file that ended badly."""

    kind: str
    number: int
    ending: Ending
    said: str
    data: bytes


# ---- Files

_SAME_BYTES: Final = {"fflags": "+bitexact"}
"""Without random numbers of streams."""


def _pictures(count: int = 6) -> list[np.ndarray[tuple[int, ...], np.dtype[np.uint8]]]:
    ramp = np.linspace(0, 255, 64 * 48 * 3).reshape(48, 64, 3)
    return [np.roll(ramp, 9 * at, axis=1).astype(np.uint8) for at in range(count)]


def _clip(codec: str, container: str, pixels: str = "yuv420p", **options: str) -> bytes:
    import av

    buffer = io.BytesIO()
    with av.open(buffer, "w", format=container, options=_SAME_BYTES | options) as target:
        stream: Any = target.add_stream(codec, rate=Fraction(25))
        stream.pix_fmt, stream.height, stream.width = pixels, 48, 64
        for image in [*_pictures(), None]:
            frame = None if image is None else av.VideoFrame.from_ndarray(image, "rgb24")
            target.mux(stream.encode(frame))
    return buffer.getvalue()


def _sound(codec: str, container: str) -> bytes:
    import av

    buffer = io.BytesIO()
    with av.open(buffer, "w", format=container, options=_SAME_BYTES) as target:
        stream: Any = target.add_stream(codec, rate=48_000)
        wave = (0.3 * np.sin(np.arange(19_200) * 0.03)).astype(np.float32)[None]
        frame = av.AudioFrame.from_ndarray(wave, format="fltp", layout="mono")
        frame.sample_rate = 48_000
        for part in (frame, None):
            target.mux(stream.encode(part))
    return buffer.getvalue()


def _saved(kind: str, *, animated: bool = False, **options: Any) -> bytes:
    from PIL import Image

    buffer = io.BytesIO()
    first, *others = (Image.fromarray(each) for each in _pictures())
    if animated:
        options |= {"save_all": True, "append_images": others, "duration": 40}
    first.save(buffer, kind, **options)
    return buffer.getvalue()


def _decorated(kind: str, **options: Any) -> bytes:
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    profile = profile[:24] + bytes(12) + profile[36:]  # when it was made
    exif = b"Exif\0\0II*\0" + struct.pack("<IHHHIHHI", 8, 1, 0x112, 3, 1, 6, 0, 0)
    return _saved(kind, icc_profile=profile, exif=exif, **options)


def _vmd() -> bytes:
    def name(text: str, size: int) -> bytes:
        return text.encode("cp932").ljust(size, b"\0")

    bones = [name("頭", 15) + struct.pack("<I7f", at, 0, 0, 0, 0.1, 0, 0, 1) + bytes(64) for at in (0, 20)]
    morphs = [name(text, 15) + struct.pack("<If", at, at / 20) for text in ("あ", "まばたき") for at in (0, 20)]
    head = b"Vocaloid Motion Data 0002".ljust(30, b"\0") + name("初音ミク", 20)
    return b"".join([head, struct.pack("<I", 2), *bones, struct.pack("<I", 4), *morphs, bytes(12)])


def _table() -> bytes:
    from pipeline.motion.blendshapes import BLENDSHAPES

    rows = [f"10:00:00:{at:02d}.0,61," + ",".join(f"{at / 60:.4f}" for _ in BLENDSHAPES) for at in range(12)]
    return "\n".join(["Timecode,BlendShapeCount," + ",".join(BLENDSHAPES), *rows, ""]).encode()


def _track() -> bytes:
    from pipeline.types import Gesture, PoseTrack

    track = PoseTrack(
        25.0, np.zeros((5, 45), np.float32), np.ones(5, np.bool_), (1,), (Gesture("wave", 1, 3),),
        np.full((5, 7), 1 / 7, np.float32), times=np.array([0, 0.04, 0.1, 0.3, 0.5]),
    )  # fmt: skip
    return json.dumps(track.to_json()).encode()


def _character() -> bytes:
    from pipeline.types import Character, CharacterKind, RigSpec

    return json.dumps(Character(CharacterKind.DRAWN, "a fox", 7, spec=RigSpec()).to_json()).encode()


# ---- Damage


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


_PLAIN: Final = (flip_bytes, write_extreme, cut_off, move_block)


def _of_parts(split: Callable[[bytes], list[bytes]], seal: Callable[[bytes], bytes] = lambda part: part) -> Mutation:
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
                    parts[at] = seal(dice.choice(_PLAIN)(parts[at], dice))
        return b"".join(parts)

    return mutate


def _png_parts(data: bytes) -> list[bytes]:
    parts, at = [data[:8]], 8
    while at + 8 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        parts.append(data[at:end])
        at = end
    return parts


def _png_sealed(chunk: bytes) -> bytes:
    """With its length and checksum put right, so that a reader looks inside."""
    if len(chunk) < 12 or chunk.startswith(b"\x89PNG"):
        return chunk
    body = chunk[4:-4]
    return struct.pack(">I", max(0, len(body) - 4)) + body + struct.pack(">I", zlib.crc32(body))


def _riff_parts(data: bytes) -> list[bytes]:
    parts, at = [data[:12]], 12
    while at + 8 <= len(data):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        end = at + 8 + size + (size & 1)
        parts.append(data[at:end])
        at = end
    return parts


def _jpeg_parts(data: bytes) -> list[bytes]:
    parts, at = [data[:2]], 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        parts.append(data[at:end])
        at = end
    return [*parts, data[at:]]


def _ogg_parts(data: bytes) -> list[bytes]:
    return [b"OggS" + page for page in data.split(b"OggS")[1:]]


def _boxes(data: bytes) -> list[tuple[bytes, int, int]]:
    """Name, payload's start and end of each box of an MP4."""
    import mmap

    from pipeline.media.boxes import boxes

    with mmap.mmap(-1, max(1, len(data))) as view:
        view.write(data)
        return [(name, start, end) for name, start, end, _ in boxes(view)]


def _without_times(data: bytes) -> bytes:
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


@cache
def kinds() -> tuple[Kind, ...]:
    """One valid file of each kind, with the damage that suits it."""
    png = _of_parts(_png_parts, _png_sealed)
    riff, jpeg, ogg = _of_parts(_riff_parts), _of_parts(_jpeg_parts), _of_parts(_ogg_parts)
    fragments = {"movflags": "frag_keyframe+empty_moov"}
    words = (change_word, change_word, change_encoding)
    return (
        Kind("MP4", ".mp4", _clip("libx264", "mp4"), (*_PLAIN, mutate_boxes, mutate_boxes)),
        Kind("MP4 in fragments", ".mp4", _clip("mpeg4", "mp4", **fragments), (*_PLAIN, mutate_boxes, mutate_boxes)),
        Kind("MOV of PNG", ".mov", _clip("png", "mov", "rgb24"), (*_PLAIN, mutate_boxes)),
        Kind("WebM", ".webm", _clip("libvpx", "webm"), _PLAIN),
        Kind("AVI", ".avi", _clip("mjpeg", "avi", "yuvj420p"), (*_PLAIN, riff)),
        Kind("TS", ".ts", _clip("mpeg2video", "mpegts"), _PLAIN),
        Kind("WMV", ".wmv", _clip("wmv2", "asf"), _PLAIN),
        Kind("FLV", ".flv", _clip("flv", "flv"), _PLAIN),
        Kind("GIF", ".gif", _clip("gif", "gif", "rgb8"), _PLAIN),
        Kind("APNG", ".apng", _saved("PNG", animated=True), (*_PLAIN, png)),
        Kind("animated WebP", ".webp", _saved("WEBP", animated=True), (*_PLAIN, riff)),
        Kind("animated AVIF", ".mp4", _without_times(_saved("AVIF", animated=True)), (*_PLAIN, mutate_boxes)),
        Kind("M4A", ".m4a", _sound("aac", "ipod"), (*_PLAIN, mutate_boxes)),
        Kind("OGG", ".ogg", _sound("libopus", "ogg"), (*_PLAIN, ogg)),
        Kind("MP3", ".mp3", _sound("libmp3lame", "mp3"), _PLAIN),
        Kind("WAV", ".wav", _sound("pcm_s16le", "wav"), (*_PLAIN, riff)),
        Kind("FLAC", ".flac", _sound("flac", "flac"), _PLAIN),
        Kind("PNG", ".png", _decorated("PNG"), (*_PLAIN, png, png)),
        Kind("JPEG", ".jpg", _decorated("JPEG", progressive=True), (*_PLAIN, jpeg, jpeg)),
        Kind("WebP", ".png", _decorated("WEBP"), (*_PLAIN, riff)),
        Kind("VMD", ".vmd", _vmd(), _PLAIN),
        Kind("table", ".csv", _table(), (*_PLAIN, *words)),
        Kind("track", ".track", _track(), (*_PLAIN, *words, change_json, change_json)),
        Kind("character", ".json", _character(), (*_PLAIN, *words, change_json, change_json)),
    )


def mutants(count: int, seed: int) -> Iterator[tuple[Kind, bytes]]:
    """So many damaged files, of each kind in turn; the same for the same seed."""
    made = kinds()
    for number in range(count):
        kind = made[number % len(made)]
        dice = Dice(f"{seed} {number}")
        data = kind.seed
        for _ in range(dice.choice((1, 1, 1, 2, 3))):
            with suppress(ValueError, RecursionError):  # damaged so much that its parts are not found again
                data = dice.choice(kind.mutations)(data, dice)
        yield kind, data


# ---- Reading


class Reader:
    """A child process that reads one file after another; one that dies or hangs is replaced."""

    def __init__(self) -> None:
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._child = context.Process(target=_read_all, args=(theirs,), daemon=True)
        self._child.start()
        theirs.close()

    def read(self, path: Path) -> tuple[Ending, str]:
        """How the reading of a file ended, and what was said."""
        try:
            self._pipe.send(path)
            if self._pipe.poll(PATIENCE):
                ending, said = self._pipe.recv()
                return ending, said
            ended, said = Ending.HANG, f"more than {PATIENCE:g} s"
        except (EOFError, OSError):
            ended, said = Ending.DEATH, "the process ended"
        self.close()
        self._start()
        return ended, said

    def close(self) -> None:
        """Ends the child."""
        self._child.kill()
        self._child.join()
        self._pipe.close()


def _read_all(pipe: Connection) -> None:
    import os

    limit_memory()
    # FFmpeg and Pillow complain of each damaged file.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    while True:
        try:
            path = pipe.recv()
        except EOFError:
            return
        pipe.send(ending_of(path))


def fuzz(count: int, seed: int) -> tuple[Counter[tuple[str, Ending]], list[Finding]]:
    """How many files of each kind ended how, and those that ended badly."""
    counts: Counter[tuple[str, Ending]] = Counter()
    found: list[Finding] = []
    with tempfile.TemporaryDirectory(prefix="animemoji-fuzz-") as folder:
        reader = Reader()
        try:
            for number, (kind, data) in enumerate(mutants(count, seed)):
                path = Path(folder, f"file{kind.ending}")
                path.write_bytes(data)
                ending, said = reader.read(path)
                counts[kind.name, ending] += 1
                if ending in _BAD:
                    found.append(Finding(kind.name, number, ending, said, data))
        finally:
            reader.close()
    return counts, found


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int, nargs="?", default=2000, help="how many files (2000)")
    parser.add_argument("--seed", type=int, default=1, help="which files (1)")
    parser.add_argument("--keep", type=Path, help="a folder for the files that ended badly")
    args = parser.parse_args()
    began = time.monotonic()
    counts, found = fuzz(args.count, args.seed)
    print(f"{'kind':18}" + "".join(f"{ending.value:>11}" for ending in Ending))
    for name in dict.fromkeys(name for name, _ in counts):
        print(f"{name:18}" + "".join(f"{counts[name, ending]:11}" for ending in Ending))
    total = Counter[Ending]()
    for (_, ending), number in counts.items():
        total[ending] += number
    print(f"{'all':18}" + "".join(f"{total[ending]:11}" for ending in Ending))
    print(f"{args.count} files in {time.monotonic() - began:.0f} s, seed {args.seed}")
    for finding in found:
        print(f"\n{finding.kind} {finding.number}: {finding.ending.value}: {finding.said.strip()}")
        if args.keep is not None:
            args.keep.mkdir(parents=True, exist_ok=True)
            Path(args.keep, f"{finding.number}-{finding.kind}".replace(" ", "-")).write_bytes(finding.data)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
