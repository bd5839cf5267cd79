"""The pipeline process as seen from the event loop."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterable, Mapping
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from pipeline.engine import confinement
from pipeline.engine.handover import CAN_HAND_OVER, sealed, send_files
from pipeline.engine.messages import (
    MAX_MESSAGE_BYTES,
    BadMessageError,
    Cancel,
    End,
    Ending,
    FromProcess,
    Perform,
    Progressed,
    Ready,
    Run,
    Setup,
    decode,
    result_of,
)
from pipeline.engine.surroundings import surroundings
from pipeline.types import OnProgress, PipelineError, PipelineSettings
from pipeline.types.asks import Asks, Given

_UNHEARD: Final = 64
"""Messages that may wait for the loop; a process that says more waits itself."""


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
    """One process that works on one request at a time, without secrets and with few rights, in a folder of its own.

    Nothing here blocks the loop: a thread starts the process, reads its pipe, and clears up after it; the pipe is
    written to in the loop's thread pool. What the process says is decoded, never unpickled; when that is nonsense, the
    process is killed.
    """

    def __init__(
        self,
        perform: Perform,
        settings: PipelineSettings,
        warm_up: Callable[[], None] | None = None,
        folder: Path | None = None,
        shared: Iterable[Path] = (),
        environment: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """To be called in the loop.

        Args:
            perform, warm_up: functions of a module: they cross by name.
            settings: what ``perform`` gets.
            folder: where its own folder is made; None for the system's place for temporary files.
            shared: further folders that it may read and write.
            environment: variables beside those that every process without secrets gets.
        """
        self._loop = asyncio.get_running_loop()
        self._setup = Setup(perform, settings, warm_up)
        self._parent_folder = folder
        self._shared = tuple(shared)
        self._environment = dict(environment)
        self._answer: asyncio.Future[Ending] | None = None
        self._on_progress: OnProgress | None = None
        self._started: asyncio.Future[None] = self._loop.create_future()
        self._exit_code: asyncio.Future[int | None] = self._loop.create_future()
        self._ready: asyncio.Future[tuple[str, ...]] = self._loop.create_future()
        self._sending = asyncio.Lock()
        self._unheard = threading.BoundedSemaphore(_UNHEARD)
        self._nonsense: BadMessageError | None = None
        self._child: subprocess.Popen[bytes] | None = None
        self._pipe, self._their_pipe = Pipe()
        # The system ends the process together with the thread that started it, so that thread waits for its end.
        self._thread = threading.Thread(target=self._live, name="pipeline-pipe", daemon=True)

    async def start(self) -> None:
        """Starts it; it may still be warming up when this returns. Raises OSError when the system has no room."""
        self._thread.start()
        await asyncio.shield(self._started)

    @property
    def pid(self) -> int | None:
        """The process's id; None once it is gone."""
        return None if self.ended or self._child is None else self._child.pid

    @property
    def ended(self) -> bool:
        """Whether the process is gone."""
        return self._exit_code.done()

    @property
    def ready(self) -> bool:
        """Whether it has started and warmed up."""
        return self._ready.done()

    async def until_ready(self) -> tuple[str, ...]:
        """Waits until it has started and warmed up: how it is confined.

        Raises:
            ProcessEndedError: it died before that.
        """
        await asyncio.wait((self._ready, self._exit_code), return_when=asyncio.FIRST_COMPLETED)
        if not self._ready.done():
            raise ProcessEndedError(self._exit_code.result())
        return self._ready.result()

    async def run(
        self, request: Asks[Given], on_progress: OnProgress, cpu_seconds: float, memory: int | None = None
    ) -> Given:
        """Works on a request; ``on_progress`` is called in the loop.

        Where the system can do that, it ends the process after ``cpu_seconds`` of processor time, and refuses it more
        than ``memory`` bytes of address space.

        Raises:
            ProcessEndedError: the process died.
            UserError, JobCancelled, PipelineError: as the pipeline raised them; what it said was none of that.
        """
        self._answer = self._loop.create_future()
        self._on_progress = on_progress
        try:
            await self._send_run(request, cpu_seconds, memory)
            await asyncio.wait((self._answer, self._exit_code), return_when=asyncio.FIRST_COMPLETED)
            if self._nonsense is not None:
                raise PipelineError("the pipeline process said what it may not say", str(self._nonsense))
            if not self._answer.done():
                raise ProcessEndedError(self._exit_code.result())
            return result_of(self._answer.result(), request.gives)
        finally:
            self._answer = self._on_progress = None

    async def cancel(self) -> None:
        """Asks it to stop what it works on, which it does at its next progress report."""
        await self._send(Cancel())

    async def close(self, grace_seconds: float = 0.0) -> None:
        """Ends it and waits until it is gone: kindly at first, and after the grace by killing it."""
        with contextlib.suppress(OSError):
            await asyncio.shield(self._started)
        if self.ended:
            return
        killer = self._loop.call_later(grace_seconds, self._kill)
        try:
            await self._send(End())
            await asyncio.shield(self._exit_code)
        finally:
            killer.cancel()
        await asyncio.to_thread(self._thread.join)

    def _kill(self) -> None:
        if self._child is not None:
            self._child.kill()

    async def _send(self, message: Cancel | End) -> None:
        await self._write(self._pipe.send, message)

    async def _send_run(self, request: Asks[Any], cpu_seconds: float, memory: int | None) -> None:
        def send() -> None:
            # What is not there is no file to hand over; whoever reads it says so.
            if not CAN_HAND_OVER or not all(file.exists() for file in request.files):
                self._pipe.send(Run(request, 0, cpu_seconds, memory))
                return
            with sealed(request.files) as descriptors:
                self._pipe.send(Run(request, len(descriptors), cpu_seconds, memory))
                send_files(self._pipe, descriptors)

        await self._write(send)

    async def _write(self, write: Callable[..., None], *args: Any) -> None:
        # A pipe that nobody reads any more fails here, and its end shows in the reading thread.
        async with self._sending:
            with contextlib.suppress(OSError):
                await asyncio.to_thread(write, *args)

    # ---- in the thread ----------------------------------------------------------------------------------------------

    def _live(self) -> None:
        """The process's life: hands each of its messages to the loop, and at last its exit code."""
        folder: Path | None = None
        exit_code: int | None = None
        try:
            folder = Path(tempfile.mkdtemp(prefix="pipeline-", dir=self._parent_folder))
            self._child = child = self._start(folder)
        except BaseException as error:
            self._their_pipe.close()
            self._call(_fail, self._started, error if isinstance(error, OSError) else OSError(str(error)))
        else:
            self._call(_fulfil, self._started, None)
            self._read(child)
            exit_code = child.wait()
        self._pipe.close()
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)
        self._call(_fulfil, self._exit_code, exit_code)

    def _start(self, folder: Path) -> subprocess.Popen[bytes]:
        around = surroundings(self._setup.settings, folder, (self._setup.perform, self._setup.warm_up), self._shared)
        child = _spawn(self._their_pipe, around.environment | self._environment, folder)
        # Only the child holds its end now, so that its death closes the pipe.
        self._their_pipe.close()
        with contextlib.suppress(OSError):  # it has died already
            orders = {"path": around.path, "confinement": around.confinement.to_json()}
            self._pipe.send_bytes(json.dumps(orders).encode())
            self._pipe.send(self._setup)
        return child

    def _read(self, child: subprocess.Popen[bytes]) -> None:
        try:
            while True:
                message = decode(self._pipe.recv_bytes(MAX_MESSAGE_BYTES))
                self._unheard.acquire()
                self._call(self._receive, message)
        except (EOFError, ConnectionError):  # it has died
            pass
        except (OSError, BadMessageError) as error:  # an OSError that is no ConnectionError: the message is too long
            self._nonsense = BadMessageError(str(error))
            child.kill()

    def _call(self, function: Callable[..., None], *args: Any) -> None:
        with contextlib.suppress(RuntimeError):  # the loop is closed already
            self._loop.call_soon_threadsafe(function, *args)

    def _receive(self, message: FromProcess) -> None:
        self._unheard.release()
        if isinstance(message, Ready):
            _fulfil(self._ready, message.measures)
        elif isinstance(message, Progressed):
            if self._on_progress is not None:
                self._on_progress(message.progress)
        elif self._answer is not None:
            _fulfil(self._answer, message)


def _fulfil(future: asyncio.Future[Any], value: Any) -> None:
    if not future.done():
        future.set_result(value)


def _fail(future: asyncio.Future[Any], error: Exception) -> None:
    if not future.done():
        future.set_exception(error)


def _spawn(pipe: Connection, environment: dict[str, str], folder: Path) -> subprocess.Popen[bytes]:
    """Python with these variables and no others, in ``folder``, with nothing open but the pipe and the terminal's
    output. It leaves the terminal, so that it cannot type into it.
    """
    command = [sys.executable, "-I", str(Path(confinement.__file__))]
    if sys.platform == "win32":
        os.set_handle_inheritable(pipe.fileno(), True)
        handles = subprocess.STARTUPINFO(lpAttributeList={"handle_list": [pipe.fileno()]})
        return subprocess.Popen(
            [*command, str(pipe.fileno())],
            stdin=subprocess.DEVNULL,
            env=environment,
            cwd=folder,
            startupinfo=handles,
            close_fds=True,
        )
    return subprocess.Popen(
        [*command, str(pipe.fileno())],
        stdin=subprocess.DEVNULL,
        env=environment,
        cwd=folder,
        pass_fds=(pipe.fileno(),),
        start_new_session=True,
        umask=0o077,
    )
