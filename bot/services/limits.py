"""How much one person, one role and one server may ask for."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from typing import Final

from bot.errors import (
    BotBusyError,
    CooldownError,
    QuotaUsedUpError,
    ServerBusyError,
    ServerQuotaUsedUpError,
    ShutOutError,
    TooManyJobsError,
)
from bot.services.asker import Asker
from bot.services.guilds import GuildService
from bot.services.strikes import Strikes
from bot.store.database import Store
from pipeline import JobCancelled, PipelineDiedError, PipelineOverdueError, SetupError, UserError

KEPT: Final = timedelta(days=30)
"""How long the counts of a day are kept."""


@dataclass(frozen=True)
class Defaults:
    """What holds where a server says nothing, and everywhere outside of servers.

    Attributes:
        jobs_per_user, jobs_per_guild, jobs: how many may be under way for one person, for one server, and in all.
        bytes: how long all files may be together that are on disk for jobs under way.
        daily_quota: how many one person may make in a day, in each server.
        cooldown_seconds: between two of them.
        strikes: jobs over which the pipeline dies, after which a person is shut out.
        shut_out_seconds: for how long.
    """

    jobs_per_user: int = 2
    jobs_per_guild: int = 10
    jobs: int = 100
    bytes: int = 2 * 1024**3
    daily_quota: int = 100
    cooldown_seconds: int = 0
    strikes: int = 3
    shut_out_seconds: int = 3600


@dataclass
class Taken:
    """A job's place among those under way.

    Attributes:
        spent: whether it counts even if it fails by no fault of ours, because the machine has worked for it.
    """

    spent: bool = False


def is_our_fault(error: BaseException) -> bool:
    """Whether the person who asked could do nothing about it: a bug, a wrong setting, a restart.

    A job over which the pipeline dies, or that never ends, is taken for the doing of who sent it.
    """
    if isinstance(error, SetupError):
        return True
    return not isinstance(error, UserError | JobCancelled | PipelineDiedError | PipelineOverdueError)


class LimitService:
    """Counts jobs under way and jobs of the day."""

    def __init__(self, store: Store, guilds: GuildService, defaults: Defaults) -> None:
        self._store = store
        self._guilds = guilds
        self._defaults = defaults
        self._tidied_on: date | None = None
        self._of_user: Counter[int] = Counter()
        self._of_guild: Counter[int] = Counter()
        self._bytes = 0
        self._strikes = Strikes(defaults.strikes, timedelta(seconds=defaults.shut_out_seconds))

    def check(self, asker: Asker, size: int = 0) -> None:
        """Whether one more job may be under way, whose files are ``size`` bytes.

        Raises:
            ShutOutError, TooManyJobsError, ServerBusyError, BotBusyError
        """
        if (until := self._strikes.shut_out_until(asker.user_id)) is not None:
            raise ShutOutError(when=_mark(until))
        if self._of_user[asker.user_id] >= self._defaults.jobs_per_user:
            raise TooManyJobsError(limit=self._defaults.jobs_per_user)
        if asker.guild_id is not None and self._of_guild[asker.guild_id] >= self._defaults.jobs_per_guild:
            raise ServerBusyError(limit=self._defaults.jobs_per_guild)
        # A file larger than the room for all is let in when it is the only one.
        full = self._bytes and self._bytes + size > self._defaults.bytes
        if self._of_user.total() >= self._defaults.jobs or full:
            raise BotBusyError

    @asynccontextmanager
    async def taking(self, asker: Asker, counts: bool = True, size: int = 0) -> AsyncIterator[Taken]:
        """A job under way, for as long as the block lasts, whose files are ``size`` bytes.

        With ``counts`` it is one of the day's. If the block fails, that is given back when it was our fault, or when
        nothing was ``spent``.

        Raises:
            ShutOutError, TooManyJobsError, ServerBusyError, BotBusyError, CooldownError, QuotaUsedUpError,
            ServerQuotaUsedUpError
        """
        self.check(asker, size)
        taken = Taken()
        self._count(asker, 1, size)
        try:
            now = datetime.now(timezone.utc)
            if counts:
                await self._consume(asker, now)
            try:
                yield taken
            except BaseException as error:
                if isinstance(error, PipelineDiedError | PipelineOverdueError):
                    self._strikes.add(asker.user_id)
                if counts and (not taken.spent or is_our_fault(error)):
                    await self._refund(asker, now)
                raise
        finally:
            self._count(asker, -1, -size)

    def _count(self, asker: Asker, jobs: int, size: int) -> None:
        self._of_user[asker.user_id] += jobs
        if not self._of_user[asker.user_id]:
            del self._of_user[asker.user_id]
        self._of_guild[asker.guild_id or 0] += jobs
        self._bytes += size

    async def _refund(self, asker: Asker, when: datetime) -> None:
        async with self._store.work() as work:
            await work.usage.refund(asker.user_id, asker.guild_id or 0, when.date())
            if asker.guild_id is not None:
                await work.usage.refund(0, asker.guild_id, when.date())

    async def _consume(self, asker: Asker, now: datetime) -> None:
        rules = await self._guilds.rules(asker.guild_id)
        own = rules.quota_of(asker.role_ids)
        quota = self._defaults.daily_quota if own is None else min(own, self._defaults.daily_quota)
        pause = self._defaults.cooldown_seconds if rules.cooldown_seconds is None else rules.cooldown_seconds
        cooldown = timedelta(seconds=pause)
        guild_id = asker.guild_id or 0
        async with self._store.work() as work:
            if self._tidied_on != now.date():
                await work.usage.forget_before(now.date() - KEPT)
                self._tidied_on = now.date()
            if not await work.usage.consume(asker.user_id, guild_id, now, quota, cooldown):
                if await work.usage.today(asker.user_id, guild_id, now.date()) >= quota:
                    raise QuotaUsedUpError(limit=quota, when=_mark(tomorrow(now)))
                raise CooldownError(when=_mark(await work.usage.cooled_at(asker.user_id, guild_id, cooldown)))
            if (
                rules.server_quota is not None
                and guild_id
                and not await work.usage.consume(0, guild_id, now, rules.server_quota, timedelta())
            ):
                # Raising undoes the whole transaction, the person's count included.
                raise ServerQuotaUsedUpError(limit=rules.server_quota, when=_mark(tomorrow(now)))


def tomorrow(now: datetime) -> datetime:
    """The next midnight (UTC), when quotas are whole again."""
    return datetime.combine(now.date() + timedelta(days=1), time(), timezone.utc)


def _mark(moment: datetime) -> str:
    """A time that Discord shows in the reader's own zone, as "in 5 minutes"."""
    return f"<t:{int(moment.timestamp()) + 1}:R>"
