"""People in the database."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from bot.store.models import UserRow
from bot.store.upsert import insert


class UserRepository:
    """People that the bot met, in the database."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def meet(self, user_id: int, locale: str = "") -> None:
        """Knows this person from now on, who reads ``locale`` ("" leaves what is known)."""
        first = insert(self._session, UserRow).values(id=user_id, locale=locale or "en-US")
        await self._session.execute(
            first.on_conflict_do_update(index_elements=[UserRow.id], set_={"locale": locale})
            if locale
            else first.on_conflict_do_nothing()
        )
