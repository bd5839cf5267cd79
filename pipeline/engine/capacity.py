"""How many jobs this machine can work on at once, and what each may use of it."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from pipeline.characters.diffused import can_diffuse
from pipeline.settings import visible_gpus
from pipeline.threads import cores, limited_to
from pipeline.types import PipelineSettings

GIB: Final = 1024**3
_DRAWN: Final = 1.0
"""GiB that a process needs for drawn characters: .6 for a clip, and what is left of earlier ones."""
_MOVED: Final = 2.0
"""GiB that networks need beside that on a processor, which move a picture."""
_PAINTED: Final = 6.0
"""GiB that Stable Diffusion needs there."""
_MEMORY: Final = (
    (Path("/sys/fs/cgroup"), "memory.max", "memory.current", "inactive_file"),
    (Path("/sys/fs/cgroup/memory"), "memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file"),
)
"""Where each version of control groups tells a container's limit, what is used of it, and, in memory.stat, how much of
that are copies of files, which can go at any time."""
_CPU_LIMIT: Final = Path("/sys/fs/cgroup/cpu.max")


@dataclass(frozen=True)
class Capacity:
    """How many pipeline processes run here, and why so many."""

    processes: int
    reason: str


def capacity(settings: PipelineSettings, processes: int | str = "auto", *, on_processors: bool = False) -> Capacity:
    """One process for each GPU that networks can use, else as many as cores and memory allow.

    Args:
        settings: say which networks there are.
        processes: what somebody asked for; "auto" for nothing.
        on_processors: as many as cores and memory allow, also where there are GPUs.
    """
    if isinstance(processes, int):
        return Capacity(processes, "as ANIMEMOJI_PROCESSES says")
    if not on_processors and (gpus := len(usable_gpus())):
        return Capacity(gpus, "one for each GPU")
    each = _DRAWN
    if find_spec("torch") is not None:
        each += _MOVED
    if can_diffuse(settings.diffusion):
        each += _PAINTED
    usable, free = usable_cores(), free_memory()
    room = usable if free is None else int(free / GIB / each)
    reason = f"{usable} cores" + ("" if free is None else f", {free / GIB:.1f} GiB free, {each:g} for each")
    return Capacity(max(1, min(usable, room)), reason)


def share_of(number: int, processes: int) -> tuple[tuple[str, str], ...]:
    """The variables of one of so many processes: its threads, and its GPU where there are several."""
    if processes == 1:
        return ()
    gpus = usable_gpus()
    chosen = {"CUDA_VISIBLE_DEVICES": gpus[number % len(gpus)]} if gpus else {}
    return tuple((limited_to(max(1, usable_cores() // processes)) | chosen).items())


def usable_cores() -> int:
    """Processor cores that all processes together may use: those that we may run on, within a container's limit."""
    try:
        quota, period = _CPU_LIMIT.read_text().split()
        allowed = int(quota) / int(period)
    except (OSError, ValueError):  # no container, or one without a limit ("max")
        return cores()
    return max(1, min(cores(), round(allowed)))


def usable_gpus() -> list[str]:
    """The GPUs that torch can use here, as CUDA_VISIBLE_DEVICES names them."""
    if sys.platform != "linux" or find_spec("torch") is None:
        return []
    there = sorted(device.name.removeprefix("nvidia") for device in Path("/dev").glob("nvidia[0-9]*"))
    named = visible_gpus()
    return there if named is None else named


def free_memory() -> int | None:
    """Bytes of memory that programs could still get; None where that cannot be told."""
    try:
        found = re.search(r"MemAvailable:\s+(\d+) kB", Path("/proc/meminfo").read_text())
    except OSError:
        pages, size = (os.sysconf_names.get(name) for name in ("SC_AVPHYS_PAGES", "SC_PAGE_SIZE"))
        return None if pages is None or size is None else os.sysconf(pages) * os.sysconf(size)
    free = int(found.group(1)) * 1024 if found else None
    left = [free, *(_left_of_limit(*place) for place in _MEMORY)]
    return min((each for each in left if each is not None), default=None)


def _left_of_limit(folder: Path, limit: str, used: str, cached: str) -> int | None:
    """Bytes that a container may still get; None where it has no limit, or there is none."""
    try:
        allowed, taken = int((folder / limit).read_text()), int((folder / used).read_text())
        found = re.search(rf"^{cached} (\d+)$", (folder / "memory.stat").read_text(), re.M)
    except (OSError, ValueError):  # no container, or one without a limit ("max")
        return None
    return max(0, allowed - taken + (int(found[1]) if found else 0))
