"""The engine of one machine: pipeline processes, side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Final

from pipeline.engine.capacity import share_of
from pipeline.engine.limits import Limits
from pipeline.engine.messages import Perform
from pipeline.engine.perform import perform
from pipeline.engine.runner import GRACE_SECONDS, ProcessOptions, ProcessRunner
from pipeline.engine.scheduler import Scheduler
from pipeline.types import DEFAULT_SETTINGS, PipelineSettings

IDLE_SECONDS: Final = 600.0
"""How long a process without work is kept beside the first one."""


class Engine(Scheduler):
    """Runs jobs in processes that may die without harm; ``async with Engine() as engine``.

    The first process starts at once and stays; another one starts when all before it are busy, and ends when it has had
    nothing to do for a while. See ``Scheduler`` for the queue, and ``ProcessRunner`` for what happens when one dies.
    """

    def __init__(
        self,
        perform: Perform = perform,
        *,
        settings: PipelineSettings = DEFAULT_SETTINGS,
        warm_up: Callable[[], None] | None = None,
        grace_seconds: float = GRACE_SECONDS,
        limits: Limits | None = None,
        folder: Path | None = None,
        shared: Iterable[Path] = (),
        pause_seconds: float = 0.5,
        processes: int = 1,
        idle_seconds: float = IDLE_SECONDS,
    ) -> None:
        """``perform`` and ``warm_up``, functions of a module, run in the processes; ``perform`` gets the settings.

        Args:
            grace_seconds: how long a cancelled job may go on before its process is killed.
            limits: what a job may use.
            folder: where each process gets a folder of its own; None for the system's place for temporary files.
            shared: further folders that the processes may read and write.
            pause_seconds: until a process that died while it started is replaced; it doubles each time.
            processes: how many jobs run at once.
            idle_seconds: how long a process without work is kept, except for the first.
        """
        super().__init__(settings, grace_seconds)
        options = ProcessOptions(
            perform, warm_up, settings, grace_seconds, limits or Limits(), folder, tuple(shared), pause_seconds
        )
        self._processes = [
            ProcessRunner(
                replace(
                    options,
                    environment=share_of(number, processes),
                    idle_seconds=idle_seconds if number else None,
                )
            )
            for number in range(processes)
        ]
        self._runners += self._processes

    async def open(self) -> None:
        """Starts the first process."""
        await self._processes[0].start()

    @property
    def pids(self) -> tuple[int, ...]:
        """The ids of the pipeline processes that are there now."""
        return tuple(runner.pid for runner in self._processes if runner.pid is not None)
