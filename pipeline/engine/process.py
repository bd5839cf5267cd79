"""The pipeline process as seen from the event loop."""

from __future__ import annotations

import asyncio
import contextlib
import multiprocessing
import signal
import sys
import threading
from collections.abc import Callable

from pipeline.engine.messages import Cancel, Done, End, Failed, Progressed, Render, Run
from pipeline.engine.worker import work
from pipeline.types import AnimojiRequest, AnimojiResult, OnProgress, PipelineSettings


class ProcessEndedError(Exception):
    """The process is gone. ``exit_code`` is negative for the signal that ended it."""

    def __init__(self, exit_code: int | None) -> None:
        self.exit_code = exit_code
        super().__init__(f"the pipeline process ended with exit code {exit_code}")

    @property
    def used_up_its_time(self) -> bool:
        """Whether the system ended it because the job used more processor time than it may."""
        return sys.platform != "win32" and self.exit_code == -signal.SIGXCPU


class PipelineProcess:
    """One spawned process that works on one request at a time.

    Nothing here blocks the loop: the pipe is read in a thread of its own and written to in the loop's thread pool.
    """

    def __init__(self, render: Render, settings: PipelineSettings, warm_up: Callable[[], None] | None = None) -> None:
        """To be called in the loop. ``render`` and ``warm_up`` are functions of a module: they cross by name."""
        self._loop = asyncio.get_running_loop()
        self._answer: asyncio.Future[Done | Failed] | None = None
        self._on_progress: OnProgress | None = None
        self._exit_code: asyncio.Future[int | None] = self._loop.create_future()
        self._sending = asyncio.Lock()
        context = multiprocessing.get_context("spawn")
        self._pipe, self._their_pipe = context.Pipe()
        self._process = context.Process(
            target=work, args=(self._their_pipe, render, settings, warm_up), name="animemoji-pipeline", daemon=True
        )
        self._reader = threading.Thread(target=self._read, name="pipeline-pipe", daemon=True)
        self._starting: asyncio.Task[None]

    async def start(self) -> None:
        """Starts it; it may still be warming up when this returns. Raises OSError when the system has no room."""
        self._starting = asyncio.create_task(asyncio.to_thread(self._start))
        await asyncio.shield(self._starting)

    def _start(self) -> None:
        try:
            self._process.start()
            self._reader.start()
        except BaseException:
            self._pipe.close()
            self._loop.call_soon_threadsafe(self._exit_code.set_result, None)
            raise
        finally:
            # Only the child holds its end now, so that its death closes the pipe.
            self._their_pipe.close()

    @property
    def pid(self) -> int | None:
        """The process's id; None once it is gone."""
        return None if self.ended else self._process.pid

    @property
    def ended(self) -> bool:
        """Whether the process is gone."""
        return self._exit_code.done()

    async def run(self, request: AnimojiRequest, on_progress: OnProgress, cpu_seconds: float) -> AnimojiResult:
        """Works on a request; ``on_progress`` is called in the loop.

        Where the system can do that, it ends the process after ``cpu_seconds`` of processor time.

        Raises:
            ProcessEndedError: the process died.
            UserError, JobCancelled, PipelineError: as the pipeline raised them.
        """
        self._answer = self._loop.create_future()
        self._on_progress = on_progress
        try:
            await self._send(Run(request, cpu_seconds))
            await asyncio.wait((self._answer, self._exit_code), return_when=asyncio.FIRST_COMPLETED)
            if not self._answer.done():
                raise ProcessEndedError(self._exit_code.result())
            message = self._answer.result()
        finally:
            self._answer = self._on_progress = None
        if isinstance(message, Failed):
            raise message.error
        return message.result

    async def cancel(self) -> None:
        """Asks it to stop what it works on, which it does at its next progress report."""
        await self._send(Cancel())

    async def close(self, grace_seconds: float = 0.0) -> None:
        """Ends it and waits until it is gone: kindly at first, and after the grace by killing it."""
        with contextlib.suppress(OSError):
            await self._starting
        if self.ended:
            return
        killer = self._loop.call_later(grace_seconds, self._kill)
        try:
            await self._send(End())
            await asyncio.shield(self._exit_code)
        finally:
            killer.cancel()
        await asyncio.to_thread(self._reader.join)

    def _kill(self) -> None:
        with contextlib.suppress(ValueError):  # it is gone already
            self._process.kill()

    async def _send(self, message: Run | Cancel | End) -> None:
        # A pipe that nobody reads any more fails here, and its end shows in the reading thread.
        async with self._sending:
            with contextlib.suppress(OSError):
                await asyncio.to_thread(self._pipe.send, message)

    def _read(self) -> None:
        """In the reading thread: hands each message to the loop, and at last the exit code."""
        with contextlib.suppress(EOFError, OSError):
            while True:
                self._loop.call_soon_threadsafe(self._receive, self._pipe.recv())
        self._pipe.close()
        self._process.join()
        exit_code = self._process.exitcode
        self._process.close()
        with contextlib.suppress(RuntimeError):  # the loop is closed already
            self._loop.call_soon_threadsafe(self._exit_code.set_result, exit_code)

    def _receive(self, message: Progressed | Done | Failed) -> None:
        if isinstance(message, Progressed):
            if self._on_progress is not None:
                self._on_progress(message.progress)
        elif self._answer is not None and not self._answer.done():
            self._answer.set_result(message)
