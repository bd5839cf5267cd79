"""Sticker sets that the bot keeps for characters, in the database."""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain import StickerSet
from bot.store.models import StickerSetRow
from bot.store.upsert import insert

_SET: Final = (StickerSetRow.name, StickerSetRow.title, StickerSetRow.job_id, StickerSetRow.count)


class StickerSetRepository:
    """The table of sticker sets."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def of(self, character_id: int) -> StickerSet | None:
        """The set of a character."""
        query = sa.select(*_SET).where(StickerSetRow.character_id == character_id)
        row = (await self._session.execute(query)).one_or_none()
        return None if row is None else StickerSet(*row)

    async def reserve(self, owner_id: int, character_id: int, name: str, title: str) -> StickerSet:
        """The set of a character; where it has none, one of this name and title, which nobody else has."""
        values = {"owner_id": owner_id, "character_id": character_id, "name": name, "title": title, "count": 0}
        first = insert(self._session, StickerSetRow).values(**values)
        await self._session.execute(first.on_conflict_do_nothing(index_elements=[StickerSetRow.character_id]))
        found = await self.of(character_id)
        if found is None:
            raise ValueError(f"the set of character {character_id} is gone")
        return found

    async def begin(self, name: str, job_id: int, count: int) -> None:
        """A job begins to fill a set, which has so many stickers now."""
        change = sa.update(StickerSetRow).where(StickerSetRow.name == name)
        await self._session.execute(change.values(job_id=job_id, count=count))

    async def rename(self, name: str, other: str) -> None:
        """A set is called otherwise, as somebody else has that name on the platform."""
        await self._session.execute(sa.update(StickerSetRow).where(StickerSetRow.name == name).values(name=other))
