"""How much one person, one role and one server may ask for. All of it is counted in the database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from typing import Final

from bot.domain import Job, Rules
from bot.errors import (
    BotBusyError,
    ConversionsUsedUpError,
    CooldownError,
    QuotaUsedUpError,
    ServerBusyError,
    ServerQuotaUsedUpError,
    ShutOutError,
    TooManyJobsError,
)
from bot.services.asker import Asker
from bot.services.wishes import CONVERSIONS, Counted
from bot.store.database import Work
from pipeline import JobCancelled, PipelineDiedError, PipelineOverdueError, SetupError, UserError

KEPT: Final = timedelta(days=30)
"""How long the counts of a day are kept."""
DEADLY: Final = ("died", "overdue")
"""The kinds of failures (``kind_of``) that are taken for the doing of who sent the file."""


@dataclass(frozen=True)
class Defaults:
    """What holds where a server says nothing, and everywhere outside of servers.

    Attributes:
        jobs_per_user, jobs_per_guild, jobs: how many may be under way for one person, for one server, and in all.
        bytes: how long all files may be together that jobs under way need.
        daily_quota: how many new animojis one person may make in a day, in each server.
        daily_conversions: how many other files of them, emoji included, one person may have drawn in a day.
        cooldown_seconds: between two of them.
        strikes: jobs over which the pipeline dies, after which a person is shut out.
        shut_out_seconds: for how long.
    """

    jobs_per_user: int = 2
    jobs_per_guild: int = 10
    jobs: int = 100
    bytes: int = 2 * 1024**3
    daily_quota: int = 100
    daily_conversions: int = 200
    cooldown_seconds: int = 0
    strikes: int = 3
    shut_out_seconds: int = 3600


def is_our_fault(error: BaseException) -> bool:
    """Whether the person who asked could do nothing about it: a bug, a wrong setting.

    A job over which the pipeline dies, or that never ends, is taken for the doing of who sent it.
    """
    if isinstance(error, SetupError):
        return True
    return not isinstance(error, UserError | JobCancelled | PipelineDiedError | PipelineOverdueError)


class LimitService:
    """Counts jobs under way and jobs of the day, in the transaction of whoever asks."""

    def __init__(self, defaults: Defaults) -> None:
        self._defaults = defaults
        self._tidied_on: date | None = None

    async def take(
        self, work: Work, asker: Asker, rules: Rules, now: datetime, size: int = 0, kind: Counted = Counted.ANIMOJI
    ) -> date | None:
        """Lets one more job be under way, whose files are ``size`` bytes, and counts it as ``kind`` says.

        Other transactions that take must not run beside this one (``JobRepository.alone``).

        Returns:
            The day in whose quota of animojis it counts, for ``give_back``; None where it does not.

        Raises:
            ShutOutError, TooManyJobsError, ServerBusyError, BotBusyError, CooldownError, QuotaUsedUpError,
            ServerQuotaUsedUpError, ConversionsUsedUpError
        """
        await self._check_deeds(work, asker, now)
        under_way = await work.jobs.under_way(asker.user_id, asker.guild_id)
        if under_way.of_user >= self._defaults.jobs_per_user:
            raise TooManyJobsError(limit=self._defaults.jobs_per_user)
        if asker.guild_id is not None and under_way.of_guild >= self._defaults.jobs_per_guild:
            raise ServerBusyError(limit=self._defaults.jobs_per_guild)
        # A file larger than the room for all is let in when it is the only one.
        full = under_way.bytes and under_way.bytes + size > self._defaults.bytes
        if under_way.all >= self._defaults.jobs or full:
            raise BotBusyError
        if kind is Counted.CONVERSION:
            await self._check_conversions(work, asker, now)
        if kind is not Counted.ANIMOJI:
            return None
        await self._consume(work, asker, rules, now)
        return now.date()

    async def give_back(self, work: Work, job: Job, is_our_fault: bool) -> None:
        """A job failed or was cancelled: it does not count if that was our fault, or if nothing has worked for it."""
        day, spent = await work.jobs.counted(job.id)
        if day is None or (spent and not is_our_fault):
            return
        await work.usage.refund(job.owner_id, job.guild_id or 0, day)
        if job.guild_id is not None:
            await work.usage.refund(0, job.guild_id, day)

    async def _check_deeds(self, work: Work, asker: Asker, now: datetime) -> None:
        """Whoever has too many deadly jobs within a while is shut out until as long after the last one."""
        pause = timedelta(seconds=self._defaults.shut_out_seconds)
        when = await work.jobs.faults(asker.user_id, DEADLY, now - 2 * pause)
        strikes = self._defaults.strikes
        if len(when) >= strikes and when[0] - when[strikes - 1] < pause and when[0] + pause > now:
            raise ShutOutError(when=when[0] + pause)

    async def _check_conversions(self, work: Work, asker: Asker, now: datetime) -> None:
        """Whoever had very many files drawn of what they have already waits for the next day, wherever they ask."""
        limit = self._defaults.daily_conversions
        if await work.jobs.drawn_since(asker.user_id, CONVERSIONS, today(now)) >= limit:
            raise ConversionsUsedUpError(limit=limit, when=tomorrow(now))

    async def _consume(self, work: Work, asker: Asker, rules: Rules, now: datetime) -> None:
        own = rules.quota_of(asker.role_ids)
        quota = self._defaults.daily_quota if own is None else min(own, self._defaults.daily_quota)
        pause = self._defaults.cooldown_seconds if rules.cooldown_seconds is None else rules.cooldown_seconds
        cooldown = timedelta(seconds=pause)
        guild_id = asker.guild_id or 0
        if self._tidied_on != now.date():
            await work.usage.forget_before(now.date() - KEPT)
            self._tidied_on = now.date()
        if not await work.usage.consume(asker.user_id, guild_id, now, quota, cooldown):
            if await work.usage.today(asker.user_id, guild_id, now.date()) >= quota:
                raise QuotaUsedUpError(limit=quota, when=tomorrow(now))
            raise CooldownError(when=await work.usage.cooled_at(asker.user_id, guild_id, cooldown))
        if (
            rules.server_quota is not None
            and guild_id
            and not await work.usage.consume(0, guild_id, now, rules.server_quota, timedelta())
        ):
            # Raising undoes the whole transaction, the person's count included.
            raise ServerQuotaUsedUpError(limit=rules.server_quota, when=tomorrow(now))


def today(now: datetime) -> datetime:
    """The last midnight (UTC)."""
    return datetime.combine(now.date(), time(), timezone.utc)


def tomorrow(now: datetime) -> datetime:
    """The next midnight (UTC), when quotas are whole again."""
    return today(now) + timedelta(days=1)
