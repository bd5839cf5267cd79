"""Finished animojis in the database."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from bot.domain import KeptAnimoji, SavedCharacter
from bot.store.characters import SAVED, saved_of
from bot.store.models import AnimojiRow, CharacterRow
from pipeline import AnimojiResult, PoseTrack

_KEPT: Final = (
    AnimojiRow.id,
    AnimojiRow.owner_id,
    AnimojiRow.caption,
    AnimojiRow.background,
    AnimojiRow.spoiler,
    AnimojiRow.format,
    AnimojiRow.size,
    AnimojiRow.fps,
    AnimojiRow.poser,
    AnimojiRow.guild_id,
    AnimojiRow.channel_id,
    AnimojiRow.message_id,
    AnimojiRow.created_at,
)
"""What a ``KeptAnimoji`` is made of, its character aside: everything but the motion and its sound."""
_PARTNER: Final = aliased(CharacterRow)


class AnimojiRepository:
    """The table of animojis."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def add(
        self,
        owner_id: int,
        character: SavedCharacter,
        result: AnimojiResult,
        caption: str,
        background: str,
        guild_id: int | None,
        spoiler: bool = False,
        partner: SavedCharacter | None = None,
    ) -> KeptAnimoji:
        """Keeps what redraws this result. ``partner``: who its partner is."""
        beside = None if result.partner is None else await asyncio.to_thread(result.partner.track.to_bytes)
        row = AnimojiRow(
            owner_id=owner_id,
            character_id=character.id,
            track=await asyncio.to_thread(result.track.to_bytes),
            sound=result.sound or None,
            partner_id=None if partner is None else partner.id,
            partner_track=beside,
            caption=caption,
            background=background,
            spoiler=spoiler,
            format=result.format,
            size=result.size,
            fps=result.fps,
            poser=result.poser,
            guild_id=guild_id,
        )
        self._session.add(row)
        await self._session.flush()
        return _kept(character, partner, *(getattr(row, column.key) for column in _KEPT))

    async def get(self, animoji_id: int) -> KeptAnimoji | None:
        """The animoji with this id."""
        found = await self._all(_select().where(AnimojiRow.id == animoji_id))
        return found[0] if found else None

    async def track(self, animoji_id: int) -> PoseTrack | None:
        """The motion of the animoji with this id, unpacked in a thread."""
        return await self._track(AnimojiRow.track, animoji_id)

    async def partners_track(self, animoji_id: int) -> PoseTrack | None:
        """The motion of who stands beside the character in the animoji with this id; None where nobody does."""
        return await self._track(AnimojiRow.partner_track, animoji_id)

    async def sound(self, animoji_id: int) -> bytes:
        """What is heard with the motion of the animoji with this id; b"" for nothing."""
        return await self._session.scalar(sa.select(AnimojiRow.sound).where(AnimojiRow.id == animoji_id)) or b""

    async def in_message(self, message_id: int) -> int | None:
        """The id of the animoji that was posted as this message."""
        query = sa.select(AnimojiRow.id).where(AnimojiRow.message_id == message_id).limit(1)
        number: int | None = await self._session.scalar(query)
        return number

    async def exists(self, animoji_id: int) -> bool:
        """Whether there is an animoji with this id."""
        return await self._session.scalar(sa.select(AnimojiRow.id).where(AnimojiRow.id == animoji_id)) is not None

    async def recent(self, owner_id: int, limit: int | None = None) -> Sequence[KeptAnimoji]:
        """The owner's animojis, newest first."""
        query = _select().where(AnimojiRow.owner_id == owner_id)
        return await self._all(query.order_by(AnimojiRow.id.desc()).limit(limit))

    async def hide(self, animoji_id: int, spoiler: bool) -> None:
        """Remembers whether the animoji is hidden until somebody clicks on it."""
        change = sa.update(AnimojiRow).where(AnimojiRow.id == animoji_id)
        await self._session.execute(change.values(spoiler=spoiler))

    async def posted(self, animoji_id: int, channel_id: int | None, message_id: int) -> None:
        """Remembers where the animoji was posted."""
        change = sa.update(AnimojiRow).where(AnimojiRow.id == animoji_id)
        await self._session.execute(change.values(channel_id=channel_id, message_id=message_id))

    async def delete(self, animoji_id: int) -> None:
        """Deletes the animoji."""
        await self._session.execute(sa.delete(AnimojiRow).where(AnimojiRow.id == animoji_id))

    async def count_with(self, character_id: int) -> int:
        """In how many animojis this character appears."""
        appears = (AnimojiRow.character_id == character_id) | (AnimojiRow.partner_id == character_id)
        query = sa.select(sa.func.count()).select_from(AnimojiRow).where(appears)
        return await self._session.scalar(query) or 0

    async def _all(self, query: sa.Select[Any]) -> list[KeptAnimoji]:
        return [_read(row) for row in await self._session.execute(query)]

    async def _track(self, column: Any, animoji_id: int) -> PoseTrack | None:
        data = await self._session.scalar(sa.select(column).where(AnimojiRow.id == animoji_id))
        return None if data is None else await asyncio.to_thread(PoseTrack.from_bytes, data)


def _select() -> sa.Select[Any]:
    query = sa.select(*_KEPT, *SAVED, *saved_of(_PARTNER)).join(
        CharacterRow, AnimojiRow.character_id == CharacterRow.id
    )
    return query.outerjoin(_PARTNER, AnimojiRow.partner_id == _PARTNER.id)


def _read(row: Sequence[Any]) -> KeptAnimoji:
    kept, saved = len(_KEPT), len(SAVED)
    beside = row[kept + saved :]
    partner = None if beside[0] is None else SavedCharacter(*beside)
    return _kept(SavedCharacter(*row[kept : kept + saved]), partner, *row[:kept])


def _kept(
    character: SavedCharacter, partner: SavedCharacter | None, number: int, owner_id: int, *rest: Any
) -> KeptAnimoji:
    return replace(KeptAnimoji(number, owner_id, character, *rest), partner=partner)
