"""People in the database."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from bot.store.models import UserRow


class UserRepository:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def meet(self, user_id: int, locale: str = "") -> UserRow:
        """The person with this id, known from now on, who reads ``locale`` ("" leaves what is known)."""
        row = await self._session.get(UserRow, user_id)
        if row is None:
            row = UserRow(id=user_id, locale=locale or "en-US")
            self._session.add(row)
        elif locale:
            row.locale = locale
        await self._session.flush()
        return row
