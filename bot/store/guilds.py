"""What servers allow, in the database."""

from __future__ import annotations

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain import Rules
from bot.store.models import GuildRow


class GuildRepository:
    """The table of rules."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, guild_id: int) -> Rules | None:
        """The rules of this server, None where nobody set any."""
        row = await self._session.get(GuildRow, guild_id)
        return None if row is None else _rules(row)

    async def change(self, guild_id: int, **values: Any) -> Rules:
        """Sets some of the rules of this server; returns all of them."""
        row = await self._session.get(GuildRow, guild_id)
        if row is None:
            row = GuildRow(guild_id=guild_id)
            self._session.add(row)
        for name, value in values.items():
            setattr(row, name, value)
        await self._session.flush()
        return _rules(row)


def _rules(row: GuildRow) -> Rules:
    return Rules(
        frozenset(row.channel_ids),
        frozenset(row.role_ids),
        frozenset(row.emoji_role_ids),
        {int(role): quota for role, quota in row.role_quotas.items()},
        row.daily_quota,
        row.server_quota,
        row.cooldown_seconds,
        row.private_by_default,
        row.filter_level,
        row.language,
        row.speaking,
        frozenset(row.quiet_channel_ids),
        row.log_channel_id,
    )
