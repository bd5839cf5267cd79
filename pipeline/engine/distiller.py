"""Where students are made: beside the engine, one at a time, in a process of its own that gives way to all others."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Final

from pipeline.distil import can_distil, distil_in_spare_time
from pipeline.engine.capacity import GIB, free_memory, usable_cores
from pipeline.engine.process import PipelineProcess, ProcessEndedError
from pipeline.engine.surroundings import has_gpu
from pipeline.types import (
    Character,
    DistilRequest,
    Judgement,
    OnProgress,
    PipelineDiedError,
    PipelineOverdueError,
    PipelineSettings,
)
from pipeline.types.asks import Asks, Given

_MEMORY: Final = 2 * GIB
"""Bytes that have to be free for it: a distillation takes 1.2 to 1.6 GB."""
_ADDRESSES: Final = 16 * GIB
"""Bytes of address space; there is no limit beside a GPU, whose drivers reserve far more than they use."""
_OVERTIME: Final = 4.0
_OPENING_SECONDS: Final = 600.0
"""Since it only gets what others leave, it may take so many times as long as it was given, and this besides: the first
time on a machine the networks are compiled for it."""

Distil = Callable[[DistilRequest, PipelineSettings, OnProgress], Judgement]


class Distiller:
    """Makes students.

    Args:
        settings: name the teacher's weights, and the folder where students are kept.
        folder: where its process gets a folder of its own; None for the system's place for temporary files.
        distil: a function of a module, which runs in the process.
        is_able: whether all is here that ``distil`` needs.
    """

    def __init__(
        self,
        settings: PipelineSettings,
        folder: Path | None = None,
        distil: Distil = distil_in_spare_time,
        is_able: Callable[[PipelineSettings], bool] = can_distil,
    ) -> None:
        self._settings = settings
        self._folder = folder
        self._distil = distil
        self._is_able = is_able

    def is_able(self) -> bool:
        """Whether the teacher is here. It reads files, so it is not for the event loop."""
        return self._is_able(self._settings)

    def has_room(self) -> bool:
        """Whether there is enough free memory just now."""
        return has_room()

    async def distil(self, character: Character, seconds: float, on_progress: OnProgress) -> Judgement:
        """Makes the character's student, or goes on with one that was begun; how good it is.

        A task that is cancelled here kills the process at once; what was learnt so far is kept for the next time.

        Args:
            seconds: how long it may take on a machine that is otherwise idle.
            on_progress: called in the loop.

        Raises:
            UserError: no student can be made of this picture, or there is no room on the disk.
            PipelineDiedError: the process died.
            PipelineOverdueError: it took far longer than it may.
            PipelineError: a bug.
        """
        self._settings.students.mkdir(parents=True, exist_ok=True)
        process = PipelineProcess(self._distil, self._settings, folder=self._folder, shared=(self._settings.students,))
        limit = _OVERTIME * seconds + _OPENING_SECONDS
        return await run_alone(process, DistilRequest(character, seconds), on_progress, limit)


def has_room() -> bool:
    """Whether there is enough free memory just now for a teacher beside the engine."""
    free = free_memory()
    return free is None or free >= _MEMORY


async def run_alone(process: PipelineProcess, request: Asks[Given], on_progress: OnProgress, limit: float) -> Given:
    """Works on one request in a process that is not started yet, and ends it.

    A task that is cancelled here kills the process at once.

    Args:
        on_progress: called in the loop.
        limit: seconds that it may take.

    Raises:
        UserError, PipelineError: as the process says.
        PipelineDiedError: the process died.
        PipelineOverdueError: it took longer than that.
    """
    try:
        await process.start()
        work = process.run(request, on_progress, limit * usable_cores(), None if has_gpu() else _ADDRESSES)
        return await asyncio.wait_for(work, limit)
    except (ProcessEndedError, OSError) as error:
        kind = PipelineOverdueError if getattr(error, "used_up_its_time", False) else PipelineDiedError
        raise kind(str(error)) from error
    except asyncio.TimeoutError as error:
        raise PipelineOverdueError(f"it took longer than {limit:g} s") from error
    finally:
        await process.close()
