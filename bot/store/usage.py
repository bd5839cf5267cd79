"""How much was made, in the database."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from bot.store.models import UsageRow
from bot.store.upsert import insert

_LONG_AGO = datetime(2000, 1, 1, tzinfo=timezone.utc)


class UsageRepository:
    """How much people made, by day and server, in the database."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def consume(self, user_id: int, guild_id: int, now: datetime, limit: int, cooldown: timedelta) -> bool:
        """Counts one more, unless ``limit`` is reached today or the last one is younger than ``cooldown``.

        One statement, so that two who ask at the same time cannot both take the last one.
        """
        if limit < 1 or (cooldown and await self._last_at(user_id, guild_id) > now - cooldown):
            return False
        first = insert(self._session, UsageRow).values(
            user_id=user_id, guild_id=guild_id, day=now.date(), count=1, last_at=now
        )
        upsert = first.on_conflict_do_update(
            index_elements=[UsageRow.user_id, UsageRow.guild_id, UsageRow.day],
            set_={"count": UsageRow.count + 1, "last_at": now},
            where=(UsageRow.count < limit) & (UsageRow.last_at <= now - cooldown if cooldown else sa.true()),
        )
        return await self._session.scalar(upsert.returning(UsageRow.count)) is not None

    async def refund(self, user_id: int, guild_id: int, day: date) -> None:
        """Takes one back, and the cooldown with it."""
        change = sa.update(UsageRow).where(
            UsageRow.user_id == user_id, UsageRow.guild_id == guild_id, UsageRow.day == day, UsageRow.count > 0
        )
        await self._session.execute(change.values(count=UsageRow.count - 1, last_at=_LONG_AGO))

    async def today(self, user_id: int, guild_id: int, day: date) -> int:
        """How many were counted on this day."""
        row = await self._session.get(UsageRow, (user_id, guild_id, day))
        return row.count if row else 0

    async def cooled_at(self, user_id: int, guild_id: int, cooldown: timedelta) -> datetime:
        """When the last one is older than ``cooldown``."""
        return await self._last_at(user_id, guild_id) + cooldown

    async def forget_before(self, day: date) -> None:
        """Forgets what is older than this day."""
        await self._session.execute(sa.delete(UsageRow).where(UsageRow.day < day))

    async def _last_at(self, user_id: int, guild_id: int) -> datetime:
        query = sa.select(UsageRow.last_at).where(UsageRow.user_id == user_id, UsageRow.guild_id == guild_id)
        return await self._session.scalar(query.order_by(UsageRow.day.desc()).limit(1)) or _LONG_AGO
