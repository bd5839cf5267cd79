"""Files handed from one process to another: open, sealed copies in memory, which no path leads to.

The pipeline process needs no folder of the bot's for them and cannot change them, and nothing is left of them when it
dies.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

CAN_HAND_OVER = sys.platform == "linux"
"""Whether the system has such files; elsewhere a process reads the paths themselves."""


@contextmanager
def sealed(files: Iterable[Path]) -> Iterator[list[int]]:
    """Descriptors of sealed copies of these files, open for as long as the block lasts. Raises OSError."""
    with ExitStack() as stack:
        descriptors = []
        for file in files:
            descriptor = _copy(file)
            stack.callback(os.close, descriptor)
            descriptors.append(descriptor)
        yield descriptors


def _copy(file: Path) -> int:
    if sys.platform != "linux":
        raise OSError(f"no files in memory on {sys.platform}")
    import fcntl

    descriptor = os.memfd_create("animemoji-input", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    try:
        with file.open("rb") as source, os.fdopen(descriptor, "wb", closefd=False) as copy:
            shutil.copyfileobj(source, copy, 1024 * 1024)
        seals = fcntl.F_SEAL_SEAL | fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW | fcntl.F_SEAL_WRITE
        fcntl.fcntl(descriptor, fcntl.F_ADD_SEALS, seals)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def send_files(pipe: Connection, descriptors: Iterable[int]) -> None:
    """Sends open files through a Unix socket."""
    if sys.platform != "win32":
        from multiprocessing.reduction import send_handle

        for descriptor in descriptors:
            send_handle(pipe, descriptor, None)


@contextmanager
def received(pipe: Connection, count: int) -> Iterator[list[Path]]:
    """The paths of files that ``send_files`` sends, which can be opened for as long as the block lasts."""
    descriptors: list[int] = []
    try:
        if sys.platform != "win32":
            from multiprocessing.reduction import recv_handle

            descriptors.extend(recv_handle(pipe) for _ in range(count))
        yield [Path(f"/proc/self/fd/{descriptor}") for descriptor in descriptors]
    finally:
        for descriptor in descriptors:
            os.close(descriptor)
