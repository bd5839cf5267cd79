"""A fuzzer of everything that people send: valid files of each kind, damaged by somebody who knows how they are built.

    python -m benchmarks.fuzz 20000 --seed 1 --keep out/fuzz

makes the files itself, reads each one in a child process under limits, and prints how many ended how, by kind. The same
number and seed always give the same files. What ended badly (a traceback, a death, a hang) is kept in ``--keep``, and
the exit code is 1.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.fuzz_damage import (
    PLAIN,
    Dice,
    Mutation,
    change_encoding,
    change_json,
    change_word,
    jpeg_parts,
    mutate_boxes,
    mutate_entries,
    of_parts,
    ogg_parts,
    png_parts,
    png_sealed,
    riff_parts,
    without_times,
)
from benchmarks.fuzz_files import character, clip, decorated, saved, sound, student, table, track, vmd
from benchmarks.reading import Ending, ending_of, limit_memory

if TYPE_CHECKING:
    from multiprocessing.connection import Connection


PATIENCE: Final = 20.0
"""Seconds after which a file counts as one that hangs the reader."""
_BAD: Final = frozenset({Ending.TRACEBACK, Ending.DEATH, Ending.HANG})


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


@cache
def kinds() -> tuple[Kind, ...]:
    """One valid file of each kind, with the damage that suits it."""
    png = of_parts(png_parts, png_sealed)
    riff, jpeg, ogg = of_parts(riff_parts), of_parts(jpeg_parts), of_parts(ogg_parts)
    fragments = {"movflags": "frag_keyframe+empty_moov"}
    words = (change_word, change_word, change_encoding)
    return (
        Kind("MP4", ".mp4", clip("libx264", "mp4"), (*PLAIN, mutate_boxes, mutate_boxes)),
        Kind("MP4 in fragments", ".mp4", clip("mpeg4", "mp4", **fragments), (*PLAIN, mutate_boxes, mutate_boxes)),
        Kind("MOV of PNG", ".mov", clip("png", "mov", "rgb24"), (*PLAIN, mutate_boxes)),
        Kind("WebM", ".webm", clip("libvpx", "webm"), PLAIN),
        Kind("AVI", ".avi", clip("mjpeg", "avi", "yuvj420p"), (*PLAIN, riff)),
        Kind("TS", ".ts", clip("mpeg2video", "mpegts"), PLAIN),
        Kind("WMV", ".wmv", clip("wmv2", "asf"), PLAIN),
        Kind("FLV", ".flv", clip("flv", "flv"), PLAIN),
        Kind("GIF", ".gif", clip("gif", "gif", "rgb8"), PLAIN),
        Kind("APNG", ".apng", saved("PNG", animated=True), (*PLAIN, png)),
        Kind("animated WebP", ".webp", saved("WEBP", animated=True), (*PLAIN, riff)),
        Kind(
            "animated AVIF", ".mp4", without_times(saved("AVIF", animated=True, max_threads=1)), (*PLAIN, mutate_boxes)
        ),
        Kind("M4A", ".m4a", sound("aac", "ipod"), (*PLAIN, mutate_boxes)),
        Kind("OGG", ".ogg", sound("libopus", "ogg"), (*PLAIN, ogg)),
        Kind("MP3", ".mp3", sound("libmp3lame", "mp3"), PLAIN),
        Kind("WAV", ".wav", sound("pcm_s16le", "wav"), (*PLAIN, riff)),
        Kind("FLAC", ".flac", sound("flac", "flac"), PLAIN),
        Kind("PNG", ".png", decorated("PNG"), (*PLAIN, png, png)),
        Kind("JPEG", ".jpg", decorated("JPEG", progressive=True), (*PLAIN, jpeg, jpeg)),
        Kind("WebP", ".png", decorated("WEBP"), (*PLAIN, riff)),
        Kind("VMD", ".vmd", vmd(), PLAIN),
        Kind("table", ".csv", table(), (*PLAIN, *words)),
        Kind("track", ".track", track(), (*PLAIN, *words, change_json, change_json)),
        Kind("student", ".student", student(), (*PLAIN, mutate_entries, mutate_entries, mutate_entries)),
        Kind("character", ".json", character(), (*PLAIN, *words, change_json, change_json)),
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


class ReadingChild:
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
        reader = ReadingChild()
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
