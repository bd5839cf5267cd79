"""Stand-ins for ``perform`` that look around in the pipeline process, and that break out of what they may do."""

from __future__ import annotations

import errno
import json
import os
import resource
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from pipeline.types import (
    AnimojiRequest,
    AnimojiResult,
    Likeness,
    LookRequest,
    OnProgress,
    PipelineSettings,
    Progress,
    PromptSource,
    Stage,
)
from tests.pipeline.engine import stubs


def look(request: AnimojiRequest, settings: PipelineSettings, on_progress: OnProgress) -> AnimojiResult:
    """The prompt is JSON: ``read``, ``write`` and ``list`` name files; the result's data says what became of it."""
    on_progress(Progress(Stage.CHARACTER))
    assert isinstance(request.character, PromptSource)
    wanted = json.loads(request.character.prompt)
    parent = os.getppid()
    seen: dict[str, Any] = {
        "environment": dict(os.environ),
        "raw_environment": Path("/proc/self/environ").read_bytes().decode().split("\0"),
        "folder": [str(Path.cwd()), oct(Path.cwd().stat().st_mode & 0o777), os.listdir()],  # noqa: PTH208
        "umask": oct(os.umask(0o077)),
        "limits": {
            name: resource.getrlimit(getattr(resource, f"RLIMIT_{name}")) for name in ("AS", "CORE", "FSIZE", "CPU")
        },
        "status": dict(
            line.split(":\t", 1) for line in Path("/proc/self/status").read_text().splitlines() if ":\t" in line
        ),
        "oom": Path("/proc/self/oom_score_adj").read_text().strip(),
        "descriptors": len(os.listdir("/proc/self/fd")),  # noqa: PTH208
        "read": {path: tried(partial(Path(path).read_bytes)) for path in wanted.get("read", ())},
        "write": {path: tried(partial(Path(path).write_bytes, b"x")) for path in wanted.get("write", ())},
        "list": {path: tried(partial(os.listdir, path)) for path in wanted.get("list", ())},
        "parents_memory": tried(lambda: Path(f"/proc/{parent}/environ").read_bytes()),
        "kill_parent": tried(lambda: os.kill(parent, signal.SIGCONT)),
        "program": tried(lambda: subprocess.run(["/bin/true"], check=False)),
        "sockets": {str(family): tried(partial(socket.socket, family)) for family in (socket.AF_UNIX, socket.AF_INET)},
        "files": [(str(file), len(file.read_bytes()), tried(partial(overwrite, file))) for file in request.files],
    }
    result = stubs.render(replace(request, character=PromptSource("quick")), settings, on_progress)
    return replace(result, data=json.dumps(seen).encode())


def look_or_perform(
    request: AnimojiRequest | LookRequest, settings: PipelineSettings, on_progress: OnProgress
) -> AnimojiResult | Likeness:
    """Looks around where the prompt is JSON, and is a stub otherwise, also for pictures."""
    if isinstance(request, LookRequest):
        return stubs.perform(request, settings, on_progress)
    if not isinstance(request.character, PromptSource):
        request = replace(request, character=PromptSource("slow 20"))
    assert isinstance(request.character, PromptSource)
    render = look if request.character.prompt.startswith("{") else stubs.render
    return render(request, settings, on_progress)


def overwrite(file: Path) -> None:
    with file.open("r+b", buffering=0) as opened:
        opened.write(b"x")


def tried(attempt: Callable[[], object]) -> str:
    """ "done", or the name of the error."""
    try:
        attempt()
    except OSError as error:
        return errno.errorcode[error.errno or 0]
    return "done"


def eat_memory(request: AnimojiRequest, settings: PipelineSettings, on_progress: OnProgress) -> AnimojiResult:
    """With the prompt "bomb" it asks for memory without end."""
    assert isinstance(request.character, PromptSource)
    hoard = []
    while request.character.prompt == "bomb":
        on_progress(Progress(Stage.MOTION))
        hoard.append(bytearray(64 * 1024 * 1024))
    return stubs.render(request, settings, on_progress)


def leave_files(request: AnimojiRequest, settings: PipelineSettings, on_progress: OnProgress) -> AnimojiResult:
    """Leaves the bytes of its input in its folder; the prompt says how it ends."""
    for number, file in enumerate(request.files):
        Path(f"left-{number}").write_bytes(file.read_bytes())
    return stubs.render(request, settings, on_progress)


def speak_nonsense(request: AnimojiRequest, settings: PipelineSettings, on_progress: OnProgress) -> AnimojiResult:
    """Sends what the prompt says, in hexadecimal, through the pipe, past all that would encode it properly."""
    assert isinstance(request.character, PromptSource)
    if request.character.prompt != "quick":
        data = bytes.fromhex(request.character.prompt)
        frame = sys._getframe()
        while "pipe" not in frame.f_locals:
            assert frame.f_back is not None
            frame = frame.f_back
        frame.f_locals["pipe"].send_bytes(data)
        time.sleep(60)
    return stubs.render(request, settings, on_progress)


def die_at_start() -> None:
    """A warm-up that kills its process."""
    os.kill(os.getpid(), signal.SIGKILL)


def die_at_first_starts(marks: Path, deaths: int) -> None:
    """A warm-up that kills its process until it has done so ``deaths`` times."""
    count = len(list(marks.iterdir()))
    if count < deaths:
        (marks / str(count)).touch()
        os._exit(9)
