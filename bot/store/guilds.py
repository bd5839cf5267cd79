"""What servers allow, in the database."""

from __future__ import annotations

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.store.models import GuildRow


class GuildRepository:
    """Rules of servers in the database."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, guild_id: int) -> GuildRow | None:
        """The rules of this server, None where nobody set any."""
        return await self._session.get(GuildRow, guild_id)

    async def change(self, guild_id: int, **values: Any) -> GuildRow:
        """Sets some of the rules of this server."""
        row = await self._session.get(GuildRow, guild_id)
        if row is None:
            row = GuildRow(guild_id=guild_id)
            self._session.add(row)
        for name, value in values.items():
            setattr(row, name, value)
        await self._session.flush()
        return row
