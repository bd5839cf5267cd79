"""Who may not use the bot, and who is not to be animated, in the database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain import EVERYBODY, EVERYWHERE, Block
from bot.store.models import BlockRow, OptOutRow, SwitchRow
from bot.store.upsert import insert

_BLOCK = (BlockRow.guild_id, BlockRow.user_id, BlockRow.by_id, BlockRow.since)


class GateRepository:
    """The tables of blocks, of opt-outs, and of what is switched on."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def switched_on(self, name: str) -> datetime | None:
        """Since when this is on, None while it is off."""
        row = await self._session.get(SwitchRow, name)
        return None if row is None else row.since

    async def switch(self, name: str, on: bool) -> None:
        """Switches this on or off."""
        if on:
            await self._add(SwitchRow, name=name)
        else:
            await self._session.execute(sa.delete(SwitchRow).where(SwitchRow.name == name))

    async def blocks_of(self, guild_id: int, user_id: int) -> Sequence[Block]:
        """What keeps this person out of this server (EVERYWHERE: outside of servers)."""
        places, people = {EVERYWHERE, guild_id}, {EVERYBODY, user_id}
        query = sa.select(*_BLOCK).where(BlockRow.guild_id.in_(places), BlockRow.user_id.in_(people))
        return [Block(*row) for row in await self._session.execute(query)]

    async def blocks_in(self, guild_id: int) -> Sequence[Block]:
        """Whom a server blocks, the newest first; EVERYWHERE: whom and which servers the owner blocks."""
        mine = BlockRow.guild_id == guild_id
        if guild_id == EVERYWHERE:
            mine |= BlockRow.user_id == EVERYBODY
        query = sa.select(*_BLOCK).where(mine).order_by(BlockRow.since.desc())
        return [Block(*row) for row in await self._session.execute(query)]

    async def block(self, guild_id: int, user_id: int, by_id: int) -> None:
        """Blocks a person, or with EVERYBODY a server."""
        await self._add(BlockRow, guild_id=guild_id, user_id=user_id, by_id=by_id)

    async def unblock(self, guild_id: int, user_id: int) -> bool:
        """Takes a block back; whether there was one."""
        gone = sa.delete(BlockRow).where(BlockRow.guild_id == guild_id, BlockRow.user_id == user_id)
        return await self._session.scalar(gone.returning(BlockRow.user_id)) is not None

    async def has_opted_out(self, user_id: int) -> bool:
        """Whether this person is not to be animated."""
        return await self._session.get(OptOutRow, user_id) is not None

    async def opt_out(self, user_id: int, out: bool) -> None:
        """Remembers that this person is not to be animated, or no longer."""
        if out:
            await self._add(OptOutRow, user_id=user_id)
        else:
            await self._session.execute(sa.delete(OptOutRow).where(OptOutRow.user_id == user_id))

    async def _add(self, table: type[Any], **values: Any) -> None:
        await self._session.execute(insert(self._session, table).values(**values).on_conflict_do_nothing())
