"""What the bot expects of an engine: the pipeline's own, or a stand-in in tests."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Protocol

from pipeline.types import AnimojiRequest, AnimojiResult, Progress


class RenderJob(Protocol):
    """One request on its way."""

    @property
    def position(self) -> int | None:
        """How many jobs run before this one does; None once it runs."""
        ...

    def __aiter__(self) -> AsyncIterator[Progress]:
        """How far it is, until it has ended."""
        ...

    async def result(self) -> AnimojiResult:
        """What it became. Raises what went wrong: UserError, JobCancelled, PipelineDiedError."""
        ...

    def cancel(self) -> None:
        """Takes it back, whether it waits or runs."""
        ...


class RenderEngine(Protocol):
    """Where requests run, one after the other."""

    def submit(self, request: AnimojiRequest, *, owner: str = "") -> RenderJob:
        """Puts a request into the queue. Jobs of different owners take turns."""
        ...
