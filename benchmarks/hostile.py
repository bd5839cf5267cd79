"""What files made to do harm cost the bot's engine, and how long they keep other people waiting.

    python -m benchmarks.hostile [FILE…]

Each file goes through the real engine, in a new pipeline process, as the clip, the recording or the picture of an
animoji: its processor seconds, the process's peak memory, and what its sender reads. Then the same file is sent by one
person and an ordinary clip by another right behind it: how many seconds longer that one takes than alone.

Without files, those of the shared test data are taken, or where there are none, some made here.
"""

from __future__ import annotations

import asyncio
import os
import struct
import sys
import tempfile
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from benchmarks.measurement import SAMPLE, Measurement
from pipeline.engine import Engine, JobHandle
from pipeline.render import warm_up
from pipeline.types import (
    AnimojiRequest,
    AnimojiResult,
    MotionSource,
    Output,
    PictureSource,
    PipelineOverdueError,
    PresetMotion,
    PromptSource,
    UserError,
    VideoMotion,
    VoiceMotion,
)
from tests.shared_data import SHARED_DATA

MOST_WAITING: Final = 20.0
"""Seconds that one stranger's file may keep another person waiting."""
MOST_MEMORY: Final = 1500.0
"""MB that the pipeline process may have in main memory for a drawn character."""
_SOUNDS: Final = (".mp3", ".ogg", ".m4a", ".wav")
_PICTURES: Final = (".png", ".jpg", ".json")
_LOOK_SECONDS: Final = 0.02


@dataclass(frozen=True)
class Cost:
    """What a file did: processor seconds, peak memory in MB, wall seconds, and how its job ended."""

    cpu: float
    memory: float
    seconds: float
    outcome: str


def run() -> list[Measurement]:
    """The worst of all files."""
    with tempfile.TemporaryDirectory(prefix="animemoji-") as folder:
        found = asyncio.run(_measure(_samples(Path(folder))))
    costs, waits = [cost for cost, _ in found.values()], [wait for _, wait in found.values()]
    return [
        Measurement(f"{len(costs)} hostile files: most processor time", max(cost.cpu for cost in costs), "s"),
        Measurement("most memory of the process", max(cost.memory for cost in costs), "MB", at_most=MOST_MEMORY),
        Measurement("longest until its sender reads an answer", max(cost.seconds for cost in costs), "s"),
        Measurement("longest that another person waits for it", max(waits), "s", at_most=MOST_WAITING),
    ]


async def _measure(files: list[Path], show: bool = False) -> dict[str, tuple[Cost, float]]:
    found = {}
    for file in files:
        cost, wait = await cost_of(file), await waiting_behind(file)
        found[file.name] = cost, wait
        if show:
            figures = (f"{cost.cpu:.2f}", f"{cost.memory:.0f}", f"{cost.seconds:.2f}", f"{wait:.2f}", cost.outcome)
            print(f"| {file.name} |", " | ".join(figures), "|")
    return found


def request_with(file: Path) -> AnimojiRequest:
    """The animoji that such a file is sent for."""
    ending = file.suffix.lower()
    if ending in _PICTURES:
        return AnimojiRequest(PictureSource(file), PresetMotion("nod"))
    motion: MotionSource = VoiceMotion(file) if ending in _SOUNDS else VideoMotion(file)
    return AnimojiRequest(PromptSource("silver hair, blue eyes"), motion)


async def cost_of(file: Path) -> Cost:
    """What a file costs in a new process, without that process's start."""
    async with Engine(warm_up=warm_up) as engine:
        await _warm(engine)
        (pid,) = engine.pids
        before, began = _cpu_seconds(pid), time.monotonic()
        job = engine.submit(request_with(file))
        cpu, memory = before, 0.0
        while not job.done:
            await asyncio.sleep(_LOOK_SECONDS)
            try:
                cpu, memory = _cpu_seconds(pid), _peak_memory(pid)
            except OSError:  # it has died
                break
        outcome = await _outcome(job)
        seconds = time.monotonic() - began
        if engine.pids == (pid,):
            cpu, memory = _cpu_seconds(pid), _peak_memory(pid)
    return Cost(cpu - before, memory, seconds, outcome)


async def waiting_behind(file: Path) -> float:
    """How many seconds longer an ordinary job takes when this file was sent just before it, by somebody else."""
    ordinary = AnimojiRequest(PromptSource("silver hair, blue eyes"), VideoMotion(SAMPLE), Output(size=160))
    seconds = []
    async with Engine(warm_up=warm_up) as engine:
        await _warm(engine)
        for others in ((), (file,)):
            for other in others:
                engine.submit(request_with(other), owner="somebody")
            began = time.monotonic()
            await engine.submit(ordinary, owner="another").result()
            seconds.append(time.monotonic() - began)
    return max(0.0, seconds[1] - seconds[0])


async def _warm(engine: Engine) -> None:
    """Until the process has loaded what a first job loads."""
    await engine.submit(
        AnimojiRequest(PromptSource("girl"), VideoMotion(SAMPLE, max_seconds=1), Output(size=64))
    ).result()


async def _outcome(job: JobHandle[AnimojiResult]) -> str:
    try:
        result = await job.result()
    except UserError as error:
        return f"refused: {error}"
    except PipelineOverdueError as error:
        return f"given up: {error}"
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return f"an animoji of {result.frames} frames"


def _cpu_seconds(pid: int) -> float:
    """Processor seconds of a process so far, over all its threads."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _peak_memory(pid: int) -> float:
    """The most main memory that a process has had, in MB."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024 / 1e6
    raise ProcessLookupError(pid)


# ---- files ----------------------------------------------------------------------------------------------------------


def _samples(folder: Path) -> list[Path]:
    shared = SHARED_DATA / "cases" / "hostile"
    if shared.is_dir():
        return sorted(file for file in shared.iterdir() if file.is_file())
    return list(make_samples(folder))


def make_samples(folder: Path) -> Iterator[Path]:
    """One file of each kind that does harm to careless readers."""
    yield from (_tags(folder / f"tags.{kind}", kind) for kind in ("mkv", "ogg"))
    yield _written(folder / "id3.mp3", _id3(20_000))
    yield _written(folder / "index_85M.mp4", _index_bomb(85_000_000))
    yield _shape(folder / "shape_1280x2.mp4", 1280, 2)
    yield _shape(folder / "shape_16384x16.mp4", 16384, 16)
    yield _written(folder / "pixels_16000.png", _large_png(16_000))
    yield _frames(folder / "frames_1440p.gif", 1500)


def _written(file: Path, data: bytes) -> Path:
    file.write_bytes(data)
    return file


def _tags(file: Path, kind: str) -> Path:
    """5,000 tags, which libraries compare each with each."""
    import av

    with av.open(file, "w", format="matroska" if kind == "mkv" else "ogg") as target:
        target.metadata.update({f"tag{number}": "x" for number in range(5_000)})
        stream = target.add_stream("flac", rate=48_000)
        assert isinstance(stream, av.AudioStream)  # noqa: S101 - for the type checker
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 1024), np.int16), "s16", "mono")
        frame.sample_rate = 48_000
        target.mux(stream.encode(frame))
        target.mux(stream.encode(None))
    return file


def _id3(count: int) -> bytes:
    """So many texts in front of a sound."""
    frames = b"".join(
        b"TXXX" + (len(text) + 1).to_bytes(4, "big") + b"\0\0\0" + text
        for text in (b"tag%d\0x" % number for number in range(count))
    )
    size = bytes(len(frames) >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\x03\0\0" + size + frames + b"\xff\xfb\x90\x00" + bytes(413)


def _index_bomb(samples: int) -> bytes:
    """A clip whose index claims so many samples of one size, in one chunk."""
    data = bytearray(SAMPLE.read_bytes())
    sizes = data.index(b"stsz")
    data[sizes + 8 : sizes + 16] = struct.pack(">II", 1, samples)
    chunks = data.index(b"stsc")
    data[chunks + 8 : chunks + 24] = struct.pack(">IIII", 1, 1, samples, 1)
    return bytes(data)


def _shape(file: Path, width: int, height: int) -> Path:
    import av

    with av.open(file, "w") as target:
        stream = target.add_stream("libx264", rate=25)
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        picture = np.zeros((height, width, 3), np.uint8)
        for _ in range(25):
            target.mux(stream.encode(av.VideoFrame.from_ndarray(picture, "rgb24")))
        target.mux(stream.encode(None))
    return file


def _large_png(side: int) -> bytes:
    """A square of one colour, small while it is packed."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    packer = zlib.compressobj(9)
    row = bytes(1 + side)
    pixels = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def _frames(file: Path, count: int) -> Path:
    """A GIF of large pictures of which each is a few bytes."""
    from PIL import Image

    picture = Image.new("P", (2560, 1440), 0)
    picture.putpalette([0, 0, 0, 255, 255, 255])
    picture.save(file, "GIF")
    # A control block of 40 ms and a picture of one pixel; LZW: clear, 0, end.
    tiny = b"!\xf9\x04\0\x04\0\0\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0"
    file.write_bytes(file.read_bytes().removesuffix(b";") + tiny * count + b";")
    return file


def main() -> int:
    """Measures the files that are named, or all; prints a table for docs/reliability.md."""
    with tempfile.TemporaryDirectory(prefix="animemoji-") as folder:
        files = [Path(name) for name in sys.argv[1:]] or _samples(Path(folder))
        print("| file | processor s | peak MB | answered after s | keeps others waiting s | its sender reads |")
        print("|---|---|---|---|---|---|")
        found = asyncio.run(_measure(files, show=True))
    return 0 if all(wait <= MOST_WAITING for _, wait in found.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
