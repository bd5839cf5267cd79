"""Emoji and stickers that the bot made, in the database."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain import ExpressionKind, MadeExpression
from bot.store.models import ExpressionRow

_MADE: Final = (
    ExpressionRow.owner_id,
    ExpressionRow.animoji_id,
    ExpressionRow.kind,
    ExpressionRow.discord_id,
    ExpressionRow.guild_id,
    ExpressionRow.name,
    ExpressionRow.created_at,
)


class ExpressionRepository:
    """The table of emoji and stickers."""

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
        job_id: int | None = None,
    ) -> None:
        """Remembers an emoji or a sticker that Discord accepted."""
        self._session.add(
            ExpressionRow(
                owner_id=owner_id,
                kind=kind,
                discord_id=discord_id,
                name=name,
                animoji_id=animoji_id,
                guild_id=guild_id,
                job_id=job_id,
            )
        )
        await self._session.flush()

    async def of_job(self, job_id: int) -> Sequence[MadeExpression]:
        """What a job has made so far, oldest first."""
        return (await self._all(ExpressionRow.job_id == job_id))[::-1]

    async def known(self, discord_ids: Collection[int]) -> set[int]:
        """Which of these are remembered."""
        query = sa.select(ExpressionRow.discord_id).where(ExpressionRow.discord_id.in_(discord_ids))
        return set(await self._session.scalars(query))

    async def in_guild(self, guild_id: int) -> Sequence[MadeExpression]:
        """What the bot made in this server, newest first."""
        return await self._all(ExpressionRow.guild_id == guild_id)

    async def of(self, owner_id: int, kind: ExpressionKind) -> Sequence[MadeExpression]:
        """What this person had made of one kind, newest first."""
        return await self._all(ExpressionRow.owner_id == owner_id, ExpressionRow.kind == kind)

    async def forget(self, discord_id: int) -> None:
        """Forgets an emoji or a sticker that is gone from Discord."""
        await self._session.execute(sa.delete(ExpressionRow).where(ExpressionRow.discord_id == discord_id))

    async def _all(self, *conditions: sa.ColumnElement[bool]) -> list[MadeExpression]:
        query = sa.select(*_MADE).where(*conditions).order_by(ExpressionRow.id.desc())
        return [MadeExpression(*row) for row in await self._session.execute(query)]
