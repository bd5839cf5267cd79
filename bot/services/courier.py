"""What jobs expect of whoever speaks to people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain import Job
from bot.services.failures import Failure
from bot.services.wishes import Suggest, Wish
from pipeline import AnimojiResult, Likeness, Progress


@dataclass(frozen=True)
class Standing:
    """How far a job is: its place in the queue (1 is next; 0 once it is drawn), and then its progress."""

    position: int
    progress: Progress | None = None


class NotYetError(Exception):
    """The platform lets it be done only then."""

    def __init__(self, until: datetime) -> None:
        super().__init__(f"not before {until}")
        self.until = until


class Courier(Protocol):
    """Speaks to people for jobs."""

    async def show(self, job: Job, wish: Wish, standing: Standing) -> None:
        """Shows how far a job is."""
        ...

    async def deliver(self, job: Job, wish: Wish, results: list[AnimojiResult]) -> None:
        """Makes of the results what was wished for, and hands it over, unless its person fetches it (``is_fetched``).
        Done twice, it is there once.

        Raises:
            NotYetError: the platform asks for a pause.
            UserError: it cannot be done, which its person is to be told.
            Exception: something is away for the moment, or a bug.
        """
        ...

    async def suggest(self, job: Job, wish: Suggest, likeness: Likeness) -> None:
        """Suggests words to the person who is looked like that, and to nobody else. Raises as ``deliver``."""
        ...

    async def tell(self, job: Job, failure: Failure) -> None:
        """Tells a person why there is no result. Raises as ``deliver``."""
        ...

    def is_weather(self, error: Exception) -> bool:
        """Whether what the platform raised passes by itself."""
        ...
