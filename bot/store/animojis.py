"""Finished animojis in the database."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import undefer

from bot.store.models import AnimojiRow
from pipeline import AnimojiRequest, AnimojiResult


class AnimojiRepository:
    """Finished animojis in the database."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def add(
        self, owner_id: int, character_id: int, request: AnimojiRequest, result: AnimojiResult, guild_id: int | None
    ) -> AnimojiRow:
        """Keeps what redraws this result."""
        row = AnimojiRow(
            owner_id=owner_id,
            character_id=character_id,
            track=await asyncio.to_thread(result.track.to_bytes),
            caption=request.caption,
            background=request.background,
            format=result.format,
            size=result.size,
            fps=result.fps,
            poser=result.poser,
            guild_id=guild_id,
        )
        self._session.add(row)
        await self._session.flush()
        await self._session.refresh(row, ["character_row"])
        return row

    async def get(self, animoji_id: int) -> AnimojiRow | None:
        """The animoji with this id, with its track."""
        query = sa.select(AnimojiRow).options(undefer(AnimojiRow.track)).where(AnimojiRow.id == animoji_id)
        return (await self._session.scalars(query)).unique().one_or_none()

    async def in_message(self, message_id: int) -> int | None:
        """The id of the animoji that stands in this message."""
        query = sa.select(AnimojiRow.id).where(AnimojiRow.message_id == message_id).limit(1)
        number: int | None = await self._session.scalar(query)
        return number

    async def exists(self, animoji_id: int) -> bool:
        """Whether there is an animoji with this id."""
        return await self._session.scalar(sa.select(AnimojiRow.id).where(AnimojiRow.id == animoji_id)) is not None

    async def recent(self, owner_id: int, limit: int) -> Sequence[AnimojiRow]:
        """The owner's animojis without their tracks, newest first."""
        query = sa.select(AnimojiRow).where(AnimojiRow.owner_id == owner_id)
        return (await self._session.scalars(query.order_by(AnimojiRow.id.desc()).limit(limit))).unique().all()

    async def posted(self, animoji_id: int, channel_id: int | None, message_id: int) -> None:
        """Remembers where the animoji was posted."""
        change = sa.update(AnimojiRow).where(AnimojiRow.id == animoji_id)
        await self._session.execute(change.values(channel_id=channel_id, message_id=message_id))

    async def delete(self, row: AnimojiRow) -> None:
        """Forgets the animoji."""
        await self._session.execute(sa.delete(AnimojiRow).where(AnimojiRow.id == row.id))

    async def count_with(self, character_id: int) -> int:
        """How many animojis were made with this character."""
        query = sa.select(sa.func.count()).select_from(AnimojiRow).where(AnimojiRow.character_id == character_id)
        return await self._session.scalar(query) or 0
