"""All that the database holds of a person, apart from their characters and animojis."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from bot.store.models import (
    AnimojiRow,
    BlockRow,
    CharacterRow,
    ExpressionRow,
    GalleryRow,
    InvitationRow,
    JobRow,
    OptOutRow,
    SpeechRow,
    StickerSetRow,
    UsageRow,
    UserRow,
)


class PrivacyRepository:
    """The tables as seen by one person: what is theirs."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def counts(self, user_id: int) -> tuple[int, ...]:
        """How many characters, animojis, expressions, speeches and sticker sets this person has."""
        counts = [
            await self._session.scalar(sa.select(sa.func.count()).where(table.owner_id == user_id))
            for table in (CharacterRow, AnimojiRow, ExpressionRow, SpeechRow, StickerSetRow)
        ]
        return tuple(count or 0 for count in counts)

    async def person(self, user_id: int) -> dict[str, Any]:
        """What is known of the person themselves, ready for JSON."""
        user = await self._session.get(UserRow, user_id)
        out = await self._session.get(OptOutRow, user_id)
        return ({"id": user_id} if user is None else _plain(user)) | {
            "opted_out": None if out is None else str(out.since)
        }

    async def shown_in(self, user_id: int) -> list[dict[str, Any]]:
        """Which of their characters they show in which servers, ready for JSON."""
        query = sa.select(GalleryRow).join(CharacterRow).where(CharacterRow.owner_id == user_id)
        return [_plain(row) for row in await self._session.scalars(query.order_by(GalleryRow.since))]

    async def blocks(self, user_id: int) -> list[dict[str, Any]]:
        """Where they may not use the bot, ready for JSON; not who said so."""
        query = sa.select(BlockRow).where(BlockRow.user_id == user_id).order_by(BlockRow.since)
        return [{"server": row.guild_id or None, "since": str(row.since)} for row in await self._session.scalars(query)]

    async def expressions(self, user_id: int) -> list[dict[str, Any]]:
        """Their emoji and stickers, oldest first, ready for JSON."""
        query = sa.select(ExpressionRow).where(ExpressionRow.owner_id == user_id).order_by(ExpressionRow.id)
        return [_plain(row) for row in await self._session.scalars(query)]

    async def speeches(self, user_id: int) -> list[dict[str, Any]]:
        """What they said as their characters, oldest first, ready for JSON: where and as whom, not the words."""
        query = sa.select(SpeechRow).where(SpeechRow.owner_id == user_id).order_by(SpeechRow.message_id)
        return [_plain(row) for row in await self._session.scalars(query)]

    async def sticker_sets(self, user_id: int) -> list[dict[str, Any]]:
        """Their sticker sets, oldest first, ready for JSON."""
        query = sa.select(StickerSetRow).where(StickerSetRow.owner_id == user_id).order_by(StickerSetRow.id)
        return [_plain(row) for row in await self._session.scalars(query)]

    async def usage(self, user_id: int) -> list[dict[str, Any]]:
        """How many animojis they made on which day, ready for JSON."""
        query = sa.select(UsageRow).where(UsageRow.user_id == user_id).order_by(UsageRow.day)
        return [_plain(row) for row in await self._session.scalars(query)]

    async def jobs(self, user_id: int) -> list[dict[str, Any]]:
        """What they asked for lately, oldest first, ready for JSON; not by which secret it is answered."""
        query = sa.select(JobRow).where(JobRow.owner_id == user_id).order_by(JobRow.id)
        return [_plain(row) | {"wish": row.wish, "token": ""} for row in await self._session.scalars(query)]

    async def invitations(self, user_id: int) -> list[dict[str, Any]]:
        """Who was asked by them, or asked them, for a character, ready for JSON; not by which secret it is answered."""
        theirs = (InvitationRow.asker_id == user_id) | (InvitationRow.friend_id == user_id)
        query = sa.select(InvitationRow).where(theirs).order_by(InvitationRow.id)
        return [_plain(row) | {"asked": row.asked, "token": ""} for row in await self._session.scalars(query)]

    async def delete(self, user_id: int) -> None:
        """Deletes this person, and with them all that they own. Blocks stay, and that they are not to be animated."""
        await self._session.execute(sa.delete(UsageRow).where(UsageRow.user_id == user_id))
        theirs = (InvitationRow.asker_id == user_id) | (InvitationRow.friend_id == user_id)
        await self._session.execute(sa.delete(InvitationRow).where(theirs))
        await self._session.execute(sa.delete(UserRow).where(UserRow.id == user_id))


def _plain(row: Any) -> dict[str, Any]:
    values = {column.key: getattr(row, column.key) for column in sa.inspect(row).mapper.column_attrs}
    return {
        key: getattr(value, "value", value) if isinstance(value, (int, str, type(None))) else str(value)
        for key, value in values.items()
    }
