"""Jobs side by side: 40 drawn animojis by one process, and by as many as there are cores."""

from __future__ import annotations

import asyncio
import os
import statistics
import time
from pathlib import Path
from typing import Final

from benchmarks.measurement import Measurement
from pipeline import AnimojiRequest, Engine, Output, PresetMotion, PromptSource, warm_up
from pipeline.threads import cores

JOBS: Final = 40
ROUNDS: Final = 3
PROMPT: Final = "girl, silver twin tails, violet eyes, sailor uniform, smile"


def run() -> list[Measurement]:
    """Pairs of runs, one right after the other, so that what else the machine does disturbs both alike."""
    return asyncio.run(_compare(max(2, cores())))


async def _compare(many: int) -> list[Measurement]:
    singles: list[float] = []
    doubles: list[float] = []
    cpu: list[float] = []
    for _ in range(ROUNDS):
        for count, seconds in ((1, singles), (many, doubles)):
            took, used = await _seconds(count)
            seconds.append(took)
            cpu.append(used / JOBS)
    faster = statistics.median(single / double for single, double in zip(singles, doubles, strict=True))
    return [
        Measurement(f"{JOBS} drawn jobs, one process", min(singles), "s"),
        Measurement(f"{JOBS} drawn jobs, {many} processes", min(doubles), "s"),
        Measurement("  how much faster, median of pairs", faster, "x", at_least=1.6 if many == 2 else None),
        Measurement("  processor time of a job, one process", statistics.median(cpu[::2]), "s"),
        Measurement(f"  processor time of a job, {many} processes", statistics.median(cpu[1::2]), "s"),
    ]


async def _seconds(processes: int) -> tuple[float, float]:
    """Seconds of the clock and of the processors for all jobs, with every process warm."""
    requests = [
        AnimojiRequest(PromptSource(PROMPT, seed), PresetMotion("wink"), Output(size=160)) for seed in range(JOBS)
    ]
    async with Engine(warm_up=warm_up, processes=processes) as engine:
        await asyncio.gather(*(engine.submit(request).result() for request in requests[:processes]))
        before, began = sum(map(_processor_time, engine.pids)), time.perf_counter()
        await asyncio.gather(*(engine.submit(request).result() for request in requests))
        return time.perf_counter() - began, sum(map(_processor_time, engine.pids)) - before


def _processor_time(pid: int) -> float:
    user, system = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
