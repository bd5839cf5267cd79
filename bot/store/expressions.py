"""Emoji and stickers that the bot made, in the database."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from bot.store.models import ExpressionKind, ExpressionRow


class ExpressionRepository:
    """Emoji and stickers that the bot made, in the database."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def add(
        self,
        owner_id: int,
        kind: ExpressionKind,
        discord_id: int,
        name: str,
        animoji_id: int | None = None,
        guild_id: int | None = None,
    ) -> ExpressionRow:
        """Remembers an emoji or a sticker that Discord took."""
        row = ExpressionRow(
            owner_id=owner_id, kind=kind, discord_id=discord_id, name=name, animoji_id=animoji_id, guild_id=guild_id
        )
        self._session.add(row)
        await self._session.flush()
        return row

    async def in_guild(self, guild_id: int) -> Sequence[ExpressionRow]:
        """What the bot made in this server, newest first."""
        query = sa.select(ExpressionRow).where(ExpressionRow.guild_id == guild_id).order_by(ExpressionRow.id.desc())
        return (await self._session.scalars(query)).all()

    async def of(self, owner_id: int, kind: ExpressionKind) -> Sequence[ExpressionRow]:
        """What this person had made of one kind, newest first."""
        query = sa.select(ExpressionRow).where(ExpressionRow.owner_id == owner_id, ExpressionRow.kind == kind)
        return (await self._session.scalars(query.order_by(ExpressionRow.id.desc()))).all()

    async def forget(self, discord_id: int) -> None:
        """Forgets an emoji or a sticker that is gone from Discord."""
        await self._session.execute(sa.delete(ExpressionRow).where(ExpressionRow.discord_id == discord_id))
