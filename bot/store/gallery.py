"""The galleries of servers in the database."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain import SavedCharacter, name_key
from bot.store.characters import SAVED
from bot.store.models import CharacterRow, GalleryRow
from bot.store.upsert import insert


class GalleryRepository:
    """The table of characters that are shown in servers."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def add(self, guild_id: int, character_id: int) -> None:
        """Shows a character in a server."""
        row = insert(self._session, GalleryRow).values(guild_id=guild_id, character_id=character_id)
        await self._session.execute(row.on_conflict_do_nothing())

    async def remove(self, guild_id: int, character_id: int) -> None:
        """Shows a character no longer."""
        shown = (GalleryRow.guild_id == guild_id) & (GalleryRow.character_id == character_id)
        await self._session.execute(sa.delete(GalleryRow).where(shown))

    async def get(self, guild_id: int, character_id: int) -> SavedCharacter | None:
        """The character of this id, if it is shown in this server."""
        rows = await self._all(_shown(guild_id).where(CharacterRow.id == character_id))
        return rows[0] if rows else None

    async def page(
        self, guild_id: int, limit: int | None = None, offset: int = 0, like: str = "", owner_id: int | None = None
    ) -> Sequence[SavedCharacter]:
        """What is shown in this server, the newest first.

        Args:
            like: only those whose name holds this text.
            owner_id: only this person's.
        """
        query = _shown(guild_id)
        if like:
            query = query.where(CharacterRow.name_key.contains(name_key(like), autoescape=True))
        if owner_id is not None:
            query = query.where(CharacterRow.owner_id == owner_id)
        return await self._all(
            query.order_by(GalleryRow.since.desc(), CharacterRow.id.desc()).limit(limit).offset(offset)
        )

    async def count(self, guild_id: int, owner_id: int | None = None) -> int:
        """How many characters are shown in this server, by this person or in all."""
        query = sa.select(sa.func.count()).select_from(GalleryRow).where(GalleryRow.guild_id == guild_id)
        if owner_id is not None:
            query = query.join(CharacterRow).where(CharacterRow.owner_id == owner_id)
        return await self._session.scalar(query) or 0

    async def _all(self, query: sa.Select[Any]) -> list[SavedCharacter]:
        return [SavedCharacter(*row) for row in await self._session.execute(query)]


def _shown(guild_id: int) -> sa.Select[Any]:
    return sa.select(*SAVED).join(GalleryRow).where(GalleryRow.guild_id == guild_id)
