"""What the bot expects of an engine: the pipeline's own, or a stand-in in tests."""

from __future__ import annotations

from collections.abc import AsyncIterator, Hashable
from typing import Protocol, TypeVar

from pipeline import AnimojiResult, Asks, Likeness, Progress

Result = AnimojiResult | Likeness
"""What becomes of the work of a job."""
Given = TypeVar("Given")
Given_co = TypeVar("Given_co", covariant=True)


class RenderJob(Protocol[Given_co]):
    """One request on its way."""

    @property
    def position(self) -> int:
        """0 while it runs or is over, 1 for the next one to run, and so on."""
        ...

    def __aiter__(self) -> AsyncIterator[Progress]:
        """How far it is, until it has ended."""
        ...

    async def result(self) -> Given_co:
        """What it became. Raises what went wrong: UserError, JobCancelled, PipelineDiedError."""
        ...

    def cancel(self) -> None:
        """Takes it back, whether it waits or runs."""
        ...


class RenderEngine(Protocol):
    """Where requests run, some at once and the others after them."""

    @property
    def slots(self) -> int:
        """How many run at once; it may change while machines come and go."""
        ...

    def expect(self, jobs: int) -> None:
        """So many more will be submitted when there is room for them, so that more room may be made."""
        ...

    def submit(self, request: Asks[Given], *, owner: Hashable = None, label: str = "") -> RenderJob[Given]:
        """Puts a request into the queue. Jobs of different owners take turns; ``label`` is for the log."""
        ...
