"""What runs in the pipeline process: one request after the other, until the pipe closes."""

from __future__ import annotations

import os
import pickle
import queue
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import ceil
from multiprocessing.connection import Connection
from typing import Final

from pipeline.engine.messages import Cancel, Done, End, Failed, Progressed, Render, Run
from pipeline.types import JobCancelled, PipelineError, PipelineSettings, Progress, Stage, UserError

_LAST_WORDS_SECONDS: Final = 2.0
"""How long a job may take to stop once nobody listens any more."""
_REPORT_SECONDS: Final = 0.04
"""Between two reports of the same stage."""


def work(pipe: Connection, render: Render, settings: PipelineSettings, warm_up: Callable[[], None] | None) -> None:
    """Serves requests from ``pipe``. Ends when the other end closes, which it does when that process dies."""
    # Ctrl-C goes to the whole terminal; the parent decides when this process ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    requests: queue.SimpleQueue[Run | None] = queue.SimpleQueue()
    stop = threading.Event()
    threading.Thread(target=_listen, args=(pipe, requests, stop), daemon=True, name="pipe").start()
    try:
        if warm_up is not None:
            _try(warm_up)
        while (run := requests.get()) is not None:
            pipe.send(_answer(run, render, settings, pipe, stop))
    except (BrokenPipeError, ConnectionResetError):
        pass


def _listen(pipe: Connection, requests: queue.SimpleQueue[Run | None], stop: threading.Event) -> None:
    while True:
        try:
            message = pipe.recv()
        except (EOFError, OSError):
            break
        if isinstance(message, End):
            break
        if isinstance(message, Cancel):
            stop.set()
        else:
            stop.clear()
            requests.put(message)
    stop.set()
    requests.put(None)
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
        self._pipe.send(Progressed(progress))


def _answer(
    run: Run, render: Render, settings: PipelineSettings, pipe: Connection, stop: threading.Event
) -> Done | Failed:
    on_progress = _Reporter(pipe, stop)

    try:
        with _processor_time(run.cpu_seconds):
            return Done(render(run.request, settings, on_progress))
    except JobCancelled as error:
        return Failed(error.with_traceback(None))
    except UserError as error:
        return Failed(_portable(error))
    except Exception as error:
        return Failed(PipelineError(f"{type(error).__name__}: {error}", traceback.format_exc()))


@contextmanager
def _processor_time(seconds: float) -> Iterator[None]:
    """Lets the system end this process when it uses more processor time inside; C code cannot escape that."""
    if sys.platform == "win32":  # has no such limit
        yield
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    before = resource.getrlimit(resource.RLIMIT_CPU)
    limit = ceil(used.ru_utime + used.ru_stime + seconds)
    soft, hard = before
    if soft == resource.RLIM_INFINITY or limit < soft:
        resource.setrlimit(resource.RLIMIT_CPU, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_CPU, before)


def _portable(error: UserError) -> Exception:
    """The error as it can cross the pipe, or a PipelineError where it cannot."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 (our own bytes)
    except Exception:
        return PipelineError(f"{type(error).__name__} cannot be pickled", traceback.format_exc())
    return error
