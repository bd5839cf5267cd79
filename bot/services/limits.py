"""How much one person, one role and one server may ask for."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from typing import Final

from bot.errors import CooldownError, QuotaUsedUpError, ServerBusyError, ServerQuotaUsedUpError, TooManyJobsError
from bot.services.asker import Asker
from bot.services.guilds import GuildService
from bot.store.database import Store

KEPT: Final = timedelta(days=30)
"""How long the counts of a day are kept."""


@dataclass(frozen=True)
class Defaults:
    """What holds where a server says nothing: jobs at once per person and per server, per person and day, seconds."""

    jobs_per_user: int = 2
    jobs_per_guild: int = 10
    daily_quota: int = 100
    cooldown_seconds: int = 0


class LimitService:
    """Counts jobs under way and jobs of the day."""

    def __init__(self, store: Store, guilds: GuildService, defaults: Defaults) -> None:
        self._store = store
        self._guilds = guilds
        self._defaults = defaults
        self._tidied_on: date | None = None
        self._of_user: Counter[int] = Counter()
        self._of_guild: Counter[int] = Counter()

    def check(self, asker: Asker) -> None:
        """Whether one more job may be under way.

        Raises:
            TooManyJobsError, ServerBusyError
        """
        if self._of_user[asker.user_id] >= self._defaults.jobs_per_user:
            raise TooManyJobsError(limit=self._defaults.jobs_per_user)
        if asker.guild_id is not None and self._of_guild[asker.guild_id] >= self._defaults.jobs_per_guild:
            raise ServerBusyError(limit=self._defaults.jobs_per_guild)

    @asynccontextmanager
    async def taking(self, asker: Asker, counts: bool = True) -> AsyncIterator[None]:
        """A job under way, for as long as the block lasts. With ``counts`` it is one of the day's; if the block
        fails, it is given back.

        Raises:
            TooManyJobsError, ServerBusyError, CooldownError, QuotaUsedUpError, ServerQuotaUsedUpError
        """
        self.check(asker)
        self._of_user[asker.user_id] += 1
        self._of_guild[asker.guild_id or 0] += 1
        try:
            if not counts:
                yield
                return
            now = datetime.now(timezone.utc)
            await self._consume(asker, now)
            try:
                yield
            except BaseException:
                async with self._store.work() as work:
                    await work.usage.refund(asker.user_id, asker.guild_id or 0, now.date())
                    if asker.guild_id is not None:
                        await work.usage.refund(0, asker.guild_id, now.date())
                raise
        finally:
            self._of_user[asker.user_id] -= 1
            self._of_guild[asker.guild_id or 0] -= 1

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
