"""Saved characters in the database."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import defer

from bot.store.models import NAME_KEY_LENGTH, CandidateRow, CharacterRow
from pipeline import Character


def name_key(name: str) -> str:
    """What makes two names the same: capitals and widths do not count. At most as long as its column."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())[:NAME_KEY_LENGTH]


class CharacterRepository:
    """Saved characters in the database."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def add(self, owner_id: int, name: str, character: Character, portrait: bytes | None = None) -> CharacterRow:
        """Saves a character under a name that its owner does not use yet."""
        row = CharacterRow(owner_id=owner_id, name=name, name_key=name_key(name), portrait=portrait)
        row.put(character)
        self._session.add(row)
        await self._session.flush()
        return row

    async def get(self, owner_id: int, character_id: int) -> CharacterRow | None:
        """The owner's character with this id."""
        return await self._one(owner_id, CharacterRow.id == character_id)

    async def anybodys(self, character_id: int) -> CharacterRow | None:
        """The character with this id, whoever owns it."""
        return await self._session.get(CharacterRow, character_id)

    async def named(self, owner_id: int, name: str) -> CharacterRow | None:
        """The owner's character of this name."""
        return await self._one(owner_id, CharacterRow.name_key == name_key(name))

    async def names(self, owner_id: int) -> set[str]:
        """The keys of all names that the owner uses."""
        rows = await self._session.scalars(sa.select(CharacterRow.name_key).where(CharacterRow.owner_id == owner_id))
        return set(rows)

    async def count(self, owner_id: int) -> int:
        """How many characters the owner has."""
        query = sa.select(sa.func.count()).select_from(CharacterRow).where(CharacterRow.owner_id == owner_id)
        return await self._session.scalar(query) or 0

    async def page(self, owner_id: int, limit: int, offset: int = 0, like: str = "") -> Sequence[CharacterRow]:
        """The owner's characters without their pictures, newest first; ``like``: only names that hold this text."""
        query = sa.select(CharacterRow).options(defer(CharacterRow.picture)).where(CharacterRow.owner_id == owner_id)
        if like:
            query = query.where(CharacterRow.name_key.contains(name_key(like), autoescape=True))
        rows = await self._session.scalars(query.order_by(CharacterRow.id.desc()).limit(limit).offset(offset))
        return rows.all()

    async def rename(self, character_id: int, name: str) -> None:
        """Gives the character another name that its owner does not use yet."""
        change = sa.update(CharacterRow).where(CharacterRow.id == character_id)
        await self._session.execute(change.values(name=name, name_key=name_key(name)))

    async def redraw(self, character_id: int, picture: bytes | None) -> None:
        """Gives the character another picture; its portrait is to be drawn anew."""
        change = sa.update(CharacterRow).where(CharacterRow.id == character_id)
        await self._session.execute(change.values(picture=picture, portrait=None))

    async def offer(self, row: CharacterRow, pictures: Sequence[bytes], kept: int) -> None:
        """Keeps the pictures that a character may have, and those of its owner's ``kept`` newest ones only."""
        candidates = [CandidateRow(character_id=row.id, number=n, picture=data) for n, data in enumerate(pictures, 1)]
        self._session.add_all(candidates)
        await self._session.flush()
        of_owner = sa.select(CandidateRow.character_id).join(CharacterRow).where(CharacterRow.owner_id == row.owner_id)
        newest = await self._session.scalars(of_owner.distinct().order_by(CandidateRow.character_id.desc()))
        old = newest.all()[kept:]
        await self._session.execute(sa.delete(CandidateRow).where(CandidateRow.character_id.in_(old)))

    async def candidate(self, character_id: int, number: int) -> bytes | None:
        """The picture of this number that the character may have."""
        row = await self._session.get(CandidateRow, (character_id, number))
        return None if row is None else row.picture

    async def paint(self, character_id: int, portrait: bytes | None) -> None:
        """Gives the character a portrait."""
        change = sa.update(CharacterRow).where(CharacterRow.id == character_id)
        await self._session.execute(change.values(portrait=portrait))

    async def default(self, owner_id: int) -> CharacterRow | None:
        """The owner's default character; without one, the one saved last."""
        query = sa.select(CharacterRow).where(CharacterRow.owner_id == owner_id)
        query = query.order_by(CharacterRow.is_default.desc(), CharacterRow.id.desc()).limit(1)
        return (await self._session.scalars(query)).one_or_none()

    async def make_default(self, owner_id: int, character_id: int) -> None:
        """Makes this one, and no other, the owner's default."""
        change = sa.update(CharacterRow).where(CharacterRow.owner_id == owner_id)
        await self._session.execute(change.values(is_default=CharacterRow.id == character_id))

    async def shared(self, code: str) -> CharacterRow | None:
        """The character that is shared by this code."""
        return (
            await self._session.scalars(sa.select(CharacterRow).where(CharacterRow.share_code == code))
        ).one_or_none()

    async def share(self, character_id: int, code: str | None) -> None:
        """Shares a character by a code that is not used yet, or by none any more."""
        change = sa.update(CharacterRow).where(CharacterRow.id == character_id)
        await self._session.execute(change.values(share_code=code))

    async def delete(self, row: CharacterRow) -> None:
        """Forgets the character and the animojis made with it."""
        await self._session.execute(sa.delete(CharacterRow).where(CharacterRow.id == row.id))

    async def _one(self, owner_id: int, condition: sa.ColumnElement[bool]) -> CharacterRow | None:
        query = sa.select(CharacterRow).where(CharacterRow.owner_id == owner_id, condition)
        return (await self._session.scalars(query)).one_or_none()
