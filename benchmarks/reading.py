"""What a file does to the pipeline's readers: each in a process of its own, under limits, with its costs.

    python -m benchmarks.reading FILE…

prints for each file how it ended, its seconds of CPU and its peak memory. ``benchmarks.fuzz`` uses the same child.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import traceback
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Final

from pipeline.types import Tracker, UserError, neutral_poses

MOST_MEMORY: Final = 3 * 2**30
"""Bytes of address space."""
_CLIPS: Final = (
    ".mp4",
    ".mov",
    ".webm",
    ".mkv",
    ".avi",
    ".gif",
    ".apng",
    ".webp",
    ".mts",
    ".ts",
    ".mpg",
    ".wmv",
    ".flv",
    ".ogv",
)
_SOUNDS: Final = (".mp3", ".ogg", ".m4a", ".wav", ".flac", ".aiff", ".caf", ".amr", ".aac")
_MOTIONS: Final = (".vmd", ".csv", ".track")
_PICTURES: Final = (".png", ".jpg")


class Ending(str, Enum):
    """How the reading of a file ended."""

    OK = "ok"
    REFUSED = "refused"
    """With one sentence for the person."""
    TRACEBACK = "traceback"
    DEATH = "death"
    HANG = "hang"


@dataclass(frozen=True)
class Attempt:
    """How it ended, what was said (a sentence, or a traceback's last lines), CPU seconds, peak memory in bytes."""

    ending: Ending
    said: str
    seconds: float
    memory: int


def read_file(path: Path, *, whole: bool = False) -> None:
    """Reads a file with the reader that its name's ending asks for, as a job would; ``whole`` also tracks the face."""
    ending = path.suffix.lower()
    if ending in _CLIPS:
        from pipeline.motion.clip import CheckedClip
        from pipeline.motion.selfie import track_clip

        if whole:
            track_clip(path, Tracker.AUTO, 25, lambda _: None)
        else:
            for _ in CheckedClip(path).frames():
                pass
    elif ending in _SOUNDS:
        from pipeline.motion.voice import voice_track

        voice_track(path, 25, lambda _: None)
    elif ending in _MOTIONS:
        from pipeline.motion.files import file_track

        file_track(path, 25)
    elif ending in _PICTURES:
        from pipeline.characters.picture_file import open_picture

        open_picture(path)
    elif ending == ".student":
        from pipeline.posers.student.file import read_student_file
        from pipeline.posers.student.paint import Painter

        Painter(read_student_file(path)).paint(neutral_poses(1), 256)
    else:
        from pipeline.characters.files import load_character

        load_character(path)


def ending_of(path: Path, *, whole: bool = False) -> tuple[Ending, str]:
    """How ``read_file`` ends in this process."""
    try:
        read_file(path, whole=whole)
    except UserError as error:
        return Ending.REFUSED, str(error)
    except Exception:
        return Ending.TRACEBACK, "".join(traceback.format_exc().splitlines(keepends=True)[-3:])
    return Ending.OK, ""


def limit_memory() -> None:
    """Limits this process's address space to MOST_MEMORY."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def read_alone(path: Path, seconds: float = 60.0) -> Attempt:
    """Reads a file in a process of its own; one that takes longer than ``seconds`` of CPU is ended."""
    command = [sys.executable, "-m", "benchmarks.reading", "--child", str(path), f"{seconds:.0f}"]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    if child.stdout is None:
        raise RuntimeError("the child has no output")
    said = child.stdout.read()
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    child.stdout.close()
    cpu = used.ru_utime + used.ru_stime
    ending, memory, rest = [*said.split("\n", 2), "", ""][:3]
    if child.returncode or ending not in set(Ending):
        ended = Ending.HANG if child.returncode == -24 else Ending.DEATH
        # The kernel's figure may be the parent's, whose pages a child has before it becomes another program.
        return Attempt(ended, f"exit {child.returncode}", cpu, used.ru_maxrss * 1024)
    return Attempt(Ending(ending), rest.strip(), cpu, int(memory))


def peak_memory() -> int:
    """The most memory that this program has had so far, in bytes (Linux: VmHWM; elsewhere the kernel's ru_maxrss)."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    (line,) = [line for line in status.read_text().splitlines() if line.startswith("VmHWM:")]
    return int(line.split()[1]) * 1024


def _child(path: Path, seconds: int) -> None:
    limit_memory()
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    ending, said = ending_of(path, whole=True)
    print(f"{ending.value}\n{peak_memory()}\n{said}")


def main() -> None:
    """The command line."""
    if sys.argv[1:2] == ["--child"]:
        _child(Path(sys.argv[2]), int(sys.argv[3]))
        return
    print(f"{'file':38} {'ending':10} {'CPU s':>6} {'MB':>6}")
    for name in sys.argv[1:]:
        result = read_alone(Path(name))
        costs = f"{result.seconds:6.2f} {result.memory / 1e6:6.0f}"
        print(f"{Path(name).name:38} {result.ending.value:10} {costs}  {result.said}")


if __name__ == "__main__":
    main()
