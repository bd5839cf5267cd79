"""All that the database holds of a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import undefer

from bot.store.models import AnimojiRow, CandidateRow, CharacterRow, ExpressionRow, UsageRow, UserRow


@dataclass(frozen=True)
class Everything:
    """All of it; what is small already as plain values."""

    person: dict[str, Any]
    characters: Sequence[CharacterRow]
    animojis: Sequence[AnimojiRow]
    candidates: Sequence[CandidateRow]
    expressions: list[dict[str, Any]]
    usage: list[dict[str, Any]]


class PrivacyRepository:
    """Everything that is stored about one person."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def counts(self, user_id: int) -> tuple[int, int, int]:
        """How many characters, animojis and expressions this person has."""
        counts = [
            await self._session.scalar(sa.select(sa.func.count()).where(table.owner_id == user_id))
            for table in (CharacterRow, AnimojiRow, ExpressionRow)
        ]
        characters, animojis, expressions = (count or 0 for count in counts)
        return characters, animojis, expressions

    async def everything(self, user_id: int) -> Everything:
        """All that is held of this person."""
        user = await self._session.get(UserRow, user_id)
        characters = await self._session.scalars(_of(CharacterRow, user_id))
        animojis = await self._session.scalars(_of(AnimojiRow, user_id).options(undefer(AnimojiRow.track)))
        offered = sa.select(CandidateRow).join(CharacterRow).where(CharacterRow.owner_id == user_id)
        candidates = await self._session.scalars(offered)
        expressions = await self._session.scalars(_of(ExpressionRow, user_id))
        usage = await self._session.scalars(sa.select(UsageRow).where(UsageRow.user_id == user_id))
        return Everything(
            {"id": user_id} if user is None else _plain(user),
            characters.all(),
            animojis.unique().all(),
            candidates.all(),
            [_plain(row) for row in expressions],
            [_plain(row) for row in usage],
        )

    async def delete(self, user_id: int) -> None:
        """Forgets this person; what they own goes with them."""
        await self._session.execute(sa.delete(UsageRow).where(UsageRow.user_id == user_id))
        await self._session.execute(sa.delete(UserRow).where(UserRow.id == user_id))


def _of(table: type[CharacterRow | AnimojiRow | ExpressionRow], user_id: int) -> Any:
    return sa.select(table).where(table.owner_id == user_id).order_by(table.id)


def _plain(row: Any) -> dict[str, Any]:
    values = {column.key: getattr(row, column.key) for column in sa.inspect(row).mapper.column_attrs}
    return {
        key: getattr(value, "value", value) if isinstance(value, (int, str, type(None))) else str(value)
        for key, value in values.items()
    }
