"""Jobs: accepted into the table, and taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Final

from bot.domain import Job, JobState
from bot.errors import CannotSaveError, NotYoursError, SuggestionGoneError
from bot.services.asker import Asker
from bot.services.dispatcher import Dispatcher
from bot.services.guilds import GuildService
from bot.services.limits import LimitService
from bot.services.wishes import Suggest, Wish, counted, kind_of_work, read_wish, size_of, write_wish
from bot.store.database import Store

HOLD: Final = timedelta(seconds=5)
"""How long a job waits for the word that its person was answered; if the bot dies in between, it is begun then."""


@dataclass(frozen=True)
class Ticket:
    """How an interaction is answered.

    Attributes:
        id: of the interaction, and of the job that comes of it.
        token: answers it, until ``token_until``.
        private: whether only the asker sees the answer.
    """

    id: int
    token: str
    token_until: datetime
    private: bool


class JobService:
    """Takes jobs on and back. Whatever process they are in, the row of a job is what counts."""

    def __init__(self, store: Store, guilds: GuildService, limits: LimitService, dispatcher: Dispatcher) -> None:
        self._store = store
        self._guilds = guilds
        self._limits = limits
        self._dispatcher = dispatcher

    async def accept(self, asker: Asker, ticket: Ticket, wish: Wish, hold: timedelta = timedelta()) -> bool:
        """Puts a job in the queue, unless its interaction was accepted before; whether it did.

        Args:
            hold: how long nobody begins with it, unless ``acknowledged`` says before that its person was answered.

        Raises:
            UserError: a limit is reached; nothing is changed then.
        """
        rules = await self._guilds.rules(asker.guild_id)
        now = datetime.now(timezone.utc)
        job = Job(
            id=ticket.id,
            kind=kind_of_work(wish),
            owner_id=asker.user_id,
            guild_id=asker.guild_id,
            channel_id=asker.channel_id,
            message_id=None,
            token=ticket.token,
            token_until=ticket.token_until,
            private=ticket.private,
            locale=asker.locale,
            wish=write_wish(wish),
            size=size_of(wish),
            state=JobState.QUEUED,
            part=0,
            attempts=0,
            fence=0,
            animoji_id=None,
            failure=None,
            asked_at=now,
            rendered_at=None,
        )
        async with self._store.work() as work:
            await work.jobs.alone()
            if await work.jobs.is_known(job.id):
                return False
            day = await self._limits.take(work, asker, rules, now, job.size, counted(wish))
            await work.jobs.add(job, day, now + hold)
        self._dispatcher.wake()
        return True

    async def acknowledged(self, job_id: int, message_id: int | None) -> None:
        """The person of a job that is held was answered, by this message if it is known: it may be begun."""
        try:
            async with self._store.work() as work:
                await work.jobs.acknowledged(job_id, message_id, datetime.now(timezone.utc))
        except CannotSaveError:
            return  # it will be begun when it is held no more
        self._dispatcher.wake()

    async def undo(self, job_id: int) -> None:
        """As if the job had never been accepted: its person was told that nobody answers."""
        async with self._store.work() as work:
            job = await work.jobs.get(job_id)
            if job is not None:
                await self._limits.give_back(work, job, is_our_fault=True)
                await work.jobs.remove(job_id)

    async def cancel(self, job_id: int, user_id: int, may_moderate: bool = False) -> bool:
        """Takes a job back that is not drawn yet; False when it is, or has ended.

        Raises:
            NotYoursError: it belongs to somebody else, and the asker does not moderate.
        """
        async with self._store.work() as work:
            job = await work.jobs.get(job_id)
            if job is None:
                return False
            if job.owner_id != user_id and not may_moderate:
                raise NotYoursError
            has_worked = self._dispatcher.has_worked(job_id)
            if await work.jobs.cancel(job_id, datetime.now(timezone.utc), has_worked) is None:
                return False
            await self._limits.give_back(work, job, is_our_fault=False)
        self._dispatcher.withdraw(job_id)
        return True

    async def is_over(self, job_id: int) -> bool:
        """Whether nothing will come of this job any more, or whatever did has reached its person."""
        async with self._store.look() as work:
            job = await work.jobs.get(job_id)
        return job is None or job.state not in (JobState.QUEUED, JobState.RUNNING, JobState.RENDERED)

    async def suggestion(self, job_id: int, user_id: int) -> Suggest:
        """What words were suggested for by this job.

        Raises:
            SuggestionGoneError: that is too long ago, or was forgotten.
            NotYoursError: they were suggested to somebody else.
        """
        async with self._store.look() as work:
            job = await work.jobs.get(job_id)
        if job is None or not job.wish:
            raise SuggestionGoneError
        if job.owner_id != user_id:
            raise NotYoursError
        wish = read_wish(job.wish)
        if not isinstance(wish, Suggest):
            raise SuggestionGoneError
        return wish

    async def forget(self, user_id: int) -> None:
        """Takes back and forgets all that this person has under way; nothing of it is kept or delivered."""
        async with self._store.work() as work:
            jobs = await work.jobs.of(user_id)
            await work.jobs.forget(user_id)
        for job in jobs:
            await self._dispatcher.abandon(job)
