"""Faces of characters that speak, in the database."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain import Mood
from bot.store.models import CharacterRow, FaceRow
from bot.store.upsert import insert


class FaceRepository:
    """The table of faces."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def emoji(self, character_id: int) -> dict[Mood, int]:
        """The ids of the emoji that show this character, by what they show."""
        query = sa.select(FaceRow.mood, FaceRow.emoji_id).where(FaceRow.character_id == character_id)
        rows = await self._session.execute(query.where(FaceRow.emoji_id.is_not(None)))
        return {mood: emoji_id for mood, emoji_id in rows if emoji_id is not None}

    async def animation(self, character_id: int, mood: Mood) -> bytes | None:
        """The animation that shows this feeling of the character."""
        row = await self._session.get(FaceRow, (character_id, mood))
        return None if row is None else row.animation

    async def animations(self, character_id: int) -> dict[Mood, bytes]:
        """All animations of the character, by what they show."""
        rows = await self._session.scalars(sa.select(FaceRow).where(FaceRow.character_id == character_id))
        return {row.mood: row.animation for row in rows if row.animation is not None}

    async def keep(self, character_id: int, mood: Mood, now: datetime, **values: Any) -> None:
        """Keeps a face's ``emoji_id`` or its ``animation`` from now on; of the other one stays what is there."""
        first = insert(self._session, FaceRow).values(character_id=character_id, mood=mood, used_at=now, **values)
        update = first.on_conflict_do_update(
            index_elements=[FaceRow.character_id, FaceRow.mood], set_={"used_at": now, **values}
        )
        await self._session.execute(update)

    async def used(self, character_id: int, mood: Mood, now: datetime) -> None:
        """Notes that this face was shown now."""
        which = (FaceRow.character_id == character_id) & (FaceRow.mood == mood)
        await self._session.execute(sa.update(FaceRow).where(which).values(used_at=now))

    async def of(self, owner_id: int) -> Sequence[int]:
        """The ids of all emoji that show characters of this person."""
        query = sa.select(FaceRow.emoji_id).join(CharacterRow, FaceRow.character_id == CharacterRow.id)
        rows = await self._session.scalars(query.where(CharacterRow.owner_id == owner_id))
        return [emoji_id for emoji_id in rows if emoji_id is not None]

    async def known(self, emoji_ids: Collection[int]) -> set[int]:
        """Which of these emoji show somebody."""
        rows = await self._session.scalars(sa.select(FaceRow.emoji_id).where(FaceRow.emoji_id.in_(emoji_ids)))
        return {emoji_id for emoji_id in rows if emoji_id is not None}

    async def longest_unused(self, kept: int) -> Sequence[int]:
        """The ids of all emoji but for the ``kept`` ones that were shown last."""
        query = sa.select(FaceRow.emoji_id).where(FaceRow.emoji_id.is_not(None))
        rows = await self._session.scalars(query.order_by(FaceRow.used_at.desc()).offset(kept))
        return [emoji_id for emoji_id in rows if emoji_id is not None]

    async def forget(self, emoji_ids: Collection[int]) -> None:
        """These emoji are gone from Discord."""
        change = sa.update(FaceRow).where(FaceRow.emoji_id.in_(emoji_ids)).values(emoji_id=None)
        await self._session.execute(change)

    async def forget_before(self, moment: datetime) -> None:
        """Forgets the animations of what was shown last before this moment."""
        change = sa.update(FaceRow).where(FaceRow.used_at < moment, FaceRow.animation.is_not(None))
        await self._session.execute(change.values(animation=None))
