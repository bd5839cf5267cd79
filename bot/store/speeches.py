"""Who said what as which character, in the database."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Final

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain import Speech
from bot.store.models import CharacterRow, SpeechRow

_SPEECH: Final = (
    SpeechRow.message_id,
    SpeechRow.channel_id,
    SpeechRow.guild_id,
    SpeechRow.webhook_id,
    SpeechRow.owner_id,
    SpeechRow.character_id,
    SpeechRow.name,
    SpeechRow.said_at,
)


class SpeechRepository:
    """The table of speeches."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def add(self, speech: Speech) -> None:
        """Remembers who said a message."""
        # The character may have been deleted while its words were on their way.
        there = await self._session.scalar(sa.select(CharacterRow.id).where(CharacterRow.id == speech.character_id))
        self._session.add(SpeechRow(**asdict(speech) | {"character_id": there}))
        await self._session.flush()

    async def get(self, message_id: int) -> Speech | None:
        """The speech that is this message."""
        found = await self._session.execute(sa.select(*_SPEECH).where(SpeechRow.message_id == message_id))
        row = found.one_or_none()
        return None if row is None else Speech(*row)

    async def forget(self, message_id: int) -> None:
        """Forgets a message that is gone."""
        await self._session.execute(sa.delete(SpeechRow).where(SpeechRow.message_id == message_id))

    async def forget_before(self, moment: datetime) -> None:
        """Forgets who said what before this moment."""
        await self._session.execute(sa.delete(SpeechRow).where(SpeechRow.said_at < moment))
