"""What runs in the pipeline process once it is confined: one request after the other, until the pipe closes."""

from __future__ import annotations

import os
import queue
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from math import ceil
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

from pipeline.engine.handover import received
from pipeline.engine.messages import (
    Cancel,
    End,
    Ending,
    FromProcess,
    Progressed,
    Ready,
    Run,
    Setup,
    encode,
    ending_of,
    ending_with,
)
from pipeline.types import JobCancelled, Progress, Stage
from pipeline.types.asks import Asks

_LAST_WORDS_SECONDS: Final = 2.0
"""How long a job may take to stop once nobody listens any more."""
_REPORT_SECONDS: Final = 0.04
"""Between two reports of the same stage."""


class _Work:
    """A request to work on, whose files are open until ``close``."""

    def __init__(self, run: Run, pipe: Connection) -> None:
        self._files = ExitStack()
        handed = self._files.enter_context(received(pipe, run.handed))
        self.run = run
        self.request: Asks[Any] = run.request.with_files(handed) if handed else run.request

    def close(self) -> None:
        self._files.close()


def work(pipe: Connection, measures: list[str]) -> None:
    """Serves requests from ``pipe``. Ends when the other end closes, which it does when that process dies.

    ``measures``: how this process is confined.
    """
    # Ctrl-C goes to the whole terminal; the parent decides when this process ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        setup = pipe.recv()
    except (EOFError, OSError):
        return
    if not isinstance(setup, Setup):
        raise TypeError(f"the first message is no Setup but {type(setup).__name__}")
    waiting: queue.SimpleQueue[_Work | None] = queue.SimpleQueue()
    stop = threading.Event()
    threading.Thread(target=_listen, args=(pipe, waiting, stop), daemon=True, name="pipe").start()
    try:
        if setup.warm_up is not None:
            _try(setup.warm_up)
        _send(pipe, Ready(tuple(measures)))
        while (work := waiting.get()) is not None:
            try:
                ending = _answer(work, setup, pipe, stop)
            finally:
                work.close()
            _send(pipe, ending)
    except (BrokenPipeError, ConnectionResetError):
        pass


def _send(pipe: Connection, message: FromProcess) -> None:
    pipe.send_bytes(encode(message))


def _listen(pipe: Connection, waiting: queue.SimpleQueue[_Work | None], stop: threading.Event) -> None:
    while True:
        try:
            message = pipe.recv()
            work = _Work(message, pipe) if isinstance(message, Run) else None
        except (EOFError, OSError):
            break
        if isinstance(message, End):
            break
        if isinstance(message, Cancel):
            stop.set()
        elif work is not None:
            stop.clear()
            waiting.put(work)
    stop.set()
    waiting.put(None)
    last_words = threading.Timer(_LAST_WORDS_SECONDS, os._exit, (1,))
    last_words.daemon = True
    last_words.start()


def _try(warm_up: Callable[[], None]) -> None:
    """A failed warm-up is worth a line in the log; the first job will tell its user what is wrong."""
    try:
        warm_up()
    except Exception:
        traceback.print_exc()


class _Reporter:
    """The ``OnProgress`` of a job: stops it when it was cancelled, and tells the other end how far it is.

    Stages report every packet and every frame; the other end hears of each stage's first two reports, of its end, and
    otherwise a few times a second, so that no clip can flood the event loop.
    """

    def __init__(self, pipe: Connection, stop: threading.Event) -> None:
        self._pipe = pipe
        self._stop = stop
        self._stage: Stage | None = None
        self._count = 0
        self._sent_at = 0.0

    def __call__(self, progress: Progress) -> None:
        if self._stop.is_set():
            raise JobCancelled
        self._count = self._count + 1 if progress.stage is self._stage else 1
        self._stage = progress.stage
        now = time.monotonic()
        if self._count > 2 and progress.fraction < 1 and now - self._sent_at < _REPORT_SECONDS:
            return
        self._sent_at = now
        _send(self._pipe, Progressed(progress))


def _answer(work: _Work, setup: Setup, pipe: Connection, stop: threading.Event) -> Ending:
    try:
        with _processor_time(work.run.cpu_seconds), _memory(work.run.memory):
            result = setup.perform(work.request, setup.settings, _Reporter(pipe, stop))
        return ending_with(result)
    except Exception as error:
        return ending_of(error, traceback.format_exc())


@contextmanager
def _processor_time(seconds: float) -> Iterator[None]:
    """Lets the system end this process when it uses more processor time inside; C code cannot escape that."""
    if sys.platform == "win32":  # has no such limit
        yield
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    with _limited(resource.RLIMIT_CPU, ceil(used.ru_utime + used.ru_stime + seconds)):
        yield


@contextmanager
def _memory(limit: int | None) -> Iterator[None]:
    """Lets the system refuse memory when the address space of this process is longer than ``limit`` bytes inside.

    Where most of that is taken already, by libraries and networks of earlier jobs, there is some room nevertheless.
    """
    mapped = Path("/proc/self/statm")
    if limit is None or sys.platform == "win32" or not mapped.exists():
        yield
        return
    import resource

    taken = int(mapped.read_text().split()[0]) * resource.getpagesize()
    with _limited(resource.RLIMIT_AS, max(limit, taken + limit // 3)):
        yield


@contextmanager
def _limited(which: int, limit: int) -> Iterator[None]:
    if sys.platform == "win32":
        yield
        return
    import resource

    before = resource.getrlimit(which)
    soft, hard = before
    if soft == resource.RLIM_INFINITY or limit < soft:
        resource.setrlimit(which, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(which, before)
