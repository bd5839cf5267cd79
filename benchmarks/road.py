"""The main road: a 512-pixel, 25-fps clip becomes a 320-pixel GIF of a drawn character."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from fractions import Fraction
from pathlib import Path
from typing import Final

import av
from av.video.stream import VideoStream

from benchmarks.measurement import SAMPLE, Measurement, best_seconds
from pipeline import AnimojiRequest, Engine, PromptSource, VideoMotion
from pipeline.render import warm_up

PROMPT: Final = "girl, silver twin tails, violet eyes, sailor uniform, smile"
LONG_SECONDS: Final = 30.0


def run() -> list[Measurement]:
    """Start-up, cold and warm time, and memory."""
    with tempfile.TemporaryDirectory(prefix="animemoji-") as folder:
        long_clip = looped(SAMPLE, LONG_SECONDS, Path(folder) / "long.mp4")
        return [_help(), *_command_line(Path(folder)), *asyncio.run(_engine(long_clip))]


def looped(clip: Path, seconds: float, out: Path) -> Path:
    """The clip again and again until it is ``seconds`` long, without encoding anything anew."""
    with av.open(str(clip)) as first:
        stream = first.streams.video[0]
        if stream.duration is None or stream.time_base is None:
            raise ValueError(f"{clip} does not say how long it is")
        length = stream.duration
        rounds = round(seconds / float(length * stream.time_base))
    with av.open(str(out), "w") as written:
        target: VideoStream | None = None
        for turn in range(rounds):
            with av.open(str(clip)) as source:
                target = target or written.add_stream_from_template(source.streams.video[0])
                for packet in source.demux(video=0):
                    if packet.dts is not None and packet.pts is not None:
                        packet.pts += turn * length
                        packet.dts += turn * length
                        packet.stream = target
                        written.mux(packet)
    return out


def clip_seconds(clip: Path) -> float:
    """How long a clip is."""
    with av.open(str(clip)) as opened:
        return float(Fraction(opened.duration or 0, av.time_base))


def _help() -> Measurement:
    command = [sys.executable, "-m", "animemoji", "--help"]
    seconds = best_seconds(lambda: subprocess.run(command, check=True, capture_output=True), 5)
    return Measurement("animemoji --help", seconds, "s", at_most=0.5)


def _command_line(folder: Path) -> list[Measurement]:
    words = ["render", "--prompt", PROMPT, "--video", str(SAMPLE), "--length", "0", "--loop", "none", "--json"]
    command = [sys.executable, "-m", "animemoji", *words, "--out", str(folder / "cold.gif")]
    began, cpu_began = time.perf_counter(), _childrens_cpu()
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    seconds, cpu = time.perf_counter() - began, _childrens_cpu() - cpu_began
    stages = json.loads(done.stdout)["timings"]
    length = clip_seconds(SAMPLE)
    return [
        Measurement("the command line, cold: total / clip", seconds / length, "x", at_most=0.8),
        Measurement("the command line, cold: CPU of all threads / clip", cpu / length, "x"),
        *(Measurement(f"  busy in {stage}", took, "s") for stage, took in stages.items()),
    ]


def _childrens_cpu() -> float:
    """CPU seconds of the processes that have been waited for, all threads."""
    times = os.times()
    return times.children_user + times.children_system


async def _engine(long_clip: Path) -> list[Measurement]:
    async with Engine(warm_up=warm_up) as engine:

        async def seconds_for(clip: Path) -> float:
            began = time.perf_counter()
            request = AnimojiRequest(PromptSource(PROMPT), VideoMotion(clip, max_seconds=None))
            await engine.submit(request).result()
            return time.perf_counter() - began

        await seconds_for(SAMPLE)
        warm = min([await seconds_for(SAMPLE) for _ in range(3)])
        found = [Measurement("the bot's engine, warm: total / clip", warm / clip_seconds(SAMPLE), "x", at_most=0.8)]
        (pid,) = engine.pids
        cpu_before = _cpu_seconds(pid)
        long = await seconds_for(long_clip)
        length = clip_seconds(long_clip)
        found.append(Measurement("a 30 s clip: total / clip", long / length, "x", at_most=0.8))
        if cpu_before is not None and (cpu := _cpu_seconds(pid)) is not None:
            found.append(Measurement("a 30 s clip: CPU of all threads / clip", (cpu - cpu_before) / length, "x"))
        if (peak := _peak_gigabytes(pid)) is not None:
            found.append(Measurement("a 30 s clip: peak memory of the process", peak, "GB", at_most=1.2))
        return found


def _cpu_seconds(pid: int) -> float | None:
    """What a process has used of the processors so far, all threads (Linux)."""
    stat = Path(f"/proc/{pid}/stat")
    if not stat.exists():
        return None
    user, system = stat.read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def _peak_gigabytes(pid: int) -> float | None:
    """The most memory that a process has held (Linux)."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return None
    (line,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024 / 1e9
