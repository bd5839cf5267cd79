"""What the bot's process and the pipeline process say to each other, pickled, over one pipe."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.types import AnimojiRequest, AnimojiResult, OnProgress, PipelineSettings, Progress

Render = Callable[[AnimojiRequest, PipelineSettings, OnProgress], AnimojiResult]
"""What the process does with a request; a module's function, since it crosses by name."""


@dataclass(frozen=True)
class Run:
    """To the process: work on this. ``cpu_seconds``: the processor time after which the system ends the process."""

    request: AnimojiRequest
    cpu_seconds: float


@dataclass(frozen=True)
class Cancel:
    """To the process: stop what you work on."""


@dataclass(frozen=True)
class End:
    """To the process: finish. The pipe's closing means the same."""


@dataclass(frozen=True)
class Progressed:
    """From the process: how far it is."""

    progress: Progress


@dataclass(frozen=True)
class Done:
    """From the process: the work is finished."""

    result: AnimojiResult


@dataclass(frozen=True)
class Failed:
    """From the process: the work has failed, by a UserError, JobCancelled or PipelineError."""

    error: Exception
