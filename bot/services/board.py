"""Shows people their place in the queue."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from bot.domain import Job
from bot.services.courier import Courier, Standing
from bot.services.drawing import Drawer, show
from bot.services.engine import RenderEngine
from bot.services.leases import Leases, now
from bot.services.wishes import is_quiet, read_wish
from bot.store.database import Store
from pipeline import Progress, Stage

_FRESH: Final = timedelta(seconds=0.1)
"""How long a job may wait without that being news."""


class QueueBoard:
    """Shows each person their place and how long it will be, the less often the farther they are from their turn.

    Of many processes with one table, the one that notes it first shows a place.

    Args:
        store: the table of jobs.
        leases: by which they are taken.
        engine: which runs several at once.
        drawer: knows how long jobs take.
        courier: shows it.
        every: seconds between two looks that a person gets who is next.
    """

    def __init__(
        self, store: Store, leases: Leases, engine: RenderEngine, drawer: Drawer, courier: Courier, every: float
    ) -> None:
        self._store = store
        self._leases = leases
        self._engine = engine
        self._drawer = drawer
        self._courier = courier
        self._every = every
        self._shown: dict[int, Standing] = {}
        self._showing: dict[int, asyncio.Task[None]] = {}
        self.waiting = 0

    async def show(self) -> None:
        """Shows what is news to those who have not seen it for long enough."""
        queue = await self._leases.queue()
        self.waiting = len(queue)
        self._engine.expect(self.waiting)
        standings = self._standings(queue)
        numbers = {each.id for each in queue}
        self._shown = {number: standing for number, standing in self._shown.items() if number in numbers}
        for each, standing in zip(queue, standings, strict=True):
            if self._is_due(each, standing) and await self._is_ours(each):
                self._shown[each.id] = standing
                task = asyncio.create_task(show(self._courier, each, read_wish(each.wish), standing))
                self._showing[each.id] = task
                task.add_done_callback(lambda _, number=each.id: self._showing.pop(number, None))  # type: ignore[misc]

    async def close(self) -> None:
        """Shows no more."""
        tasks = list(self._showing.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _standings(self, queue: Sequence[Job]) -> list[Standing]:
        standings = []
        total = self._drawer.seconds_left
        for position, each in enumerate(queue, self._drawer.ahead + 1):
            own = self._drawer.seconds_of(each.kind)
            total = None if total is None or own is None else total + own / self._engine.slots
            standings.append(Standing(position, Progress(Stage.QUEUED, 0.0, total)))
        return standings

    def _is_due(self, each: Job, standing: Standing) -> bool:
        if each.id in self._showing or self._shown.get(each.id) == standing:
            return False
        if is_quiet(read_wish(each.wish)):
            return False
        if each.shown_at is None:
            return now() - each.asked_at > _FRESH
        return now() - each.shown_at > timedelta(seconds=self._every * standing.position)

    async def _is_ours(self, each: Job) -> bool:
        async with self._store.work() as work:
            return await work.jobs.shown(each, now())
