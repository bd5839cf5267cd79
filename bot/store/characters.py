"""Saved characters in the database."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain import SavedCharacter, name_key
from bot.store.models import CandidateRow, CharacterRow, FaceRow
from pipeline import Character


def saved_of(table: type[CharacterRow]) -> tuple[sa.ColumnElement[Any], ...]:
    """What a ``SavedCharacter`` is made of: everything but the pictures and the spec. ``table`` may be an alias."""
    columns: tuple[Any, ...] = (
        table.id,
        table.owner_id,
        table.name,
        table.kind,
        table.prompt,
        table.seed,
        table.picture.is_not(None).label("has_picture"),
        table.is_default,
        table.share_code,
        table.created_at,
        table.prefix,
    )
    return columns


SAVED: Final = saved_of(CharacterRow)


class CharacterRepository:
    """The table of characters, and the pictures they may have instead of their own."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def add(
        self, owner_id: int, name: str, character: Character, portrait: bytes | None = None
    ) -> SavedCharacter:
        """Saves a character under a name that its owner does not use yet."""
        row = CharacterRow(owner_id=owner_id, name=name, name_key=name_key(name), portrait=portrait)
        row.put(character)
        self._session.add(row)
        await self._session.flush()
        return SavedCharacter(
            row.id,
            row.owner_id,
            row.name,
            row.kind,
            row.prompt,
            row.seed,
            row.picture is not None,
            row.is_default,
            row.share_code,
            row.created_at,
            row.prefix,
        )

    async def get(self, owner_id: int, character_id: int) -> SavedCharacter | None:
        """The owner's character with this id."""
        return await self._one(CharacterRow.owner_id == owner_id, CharacterRow.id == character_id)

    async def anybodys(self, character_id: int) -> SavedCharacter | None:
        """The character with this id, whoever owns it."""
        return await self._one(CharacterRow.id == character_id)

    async def named(self, owner_id: int, name: str) -> SavedCharacter | None:
        """The owner's character of this name."""
        return await self._one(CharacterRow.owner_id == owner_id, CharacterRow.name_key == name_key(name))

    async def load(self, character_id: int) -> Character | None:
        """The character itself, with its picture or its spec, equal to the one that was saved."""
        row = await self._session.get(CharacterRow, character_id)
        return None if row is None else row.character

    async def drawn(self, character_ids: Collection[int]) -> dict[int, Character]:
        """Those of these characters that the rig draws, by id; there is no picture in them."""
        query = sa.select(CharacterRow).where(CharacterRow.id.in_(character_ids), CharacterRow.spec.is_not(None))
        return {row.id: row.character for row in await self._session.scalars(query)}

    async def portraits(self, character_ids: Collection[int]) -> dict[int, bytes]:
        """The portraits of those of these characters that have one, by id."""
        query = sa.select(CharacterRow.id, CharacterRow.portrait).where(CharacterRow.id.in_(character_ids))
        rows = await self._session.execute(query.where(CharacterRow.portrait.is_not(None)))
        return {number: portrait for number, portrait in rows if portrait is not None}

    async def names(self, owner_id: int) -> set[str]:
        """The keys of all names that the owner uses."""
        rows = await self._session.scalars(sa.select(CharacterRow.name_key).where(CharacterRow.owner_id == owner_id))
        return set(rows)

    async def count(self, owner_id: int) -> int:
        """How many characters the owner has."""
        query = sa.select(sa.func.count()).select_from(CharacterRow).where(CharacterRow.owner_id == owner_id)
        return await self._session.scalar(query) or 0

    async def page(
        self, owner_id: int, limit: int | None = None, offset: int = 0, like: str = ""
    ) -> Sequence[SavedCharacter]:
        """The owner's characters, newest first; ``like``: only those whose name holds this text."""
        query = sa.select(*SAVED).where(CharacterRow.owner_id == owner_id)
        if like:
            query = query.where(CharacterRow.name_key.contains(name_key(like), autoescape=True))
        rows = await self._session.execute(query.order_by(CharacterRow.id.desc()).limit(limit).offset(offset))
        return [SavedCharacter(*row) for row in rows]

    async def has_picture(self, picture: bytes) -> bool:
        """Whether anybody's character is this very picture."""
        # Lengths are told without reading pictures, which lie apart from their rows.
        same = (sa.func.length(CharacterRow.picture) == len(picture)) & (CharacterRow.picture == picture)
        return bool(await self._session.scalar(sa.select(sa.exists().where(same))))

    async def pictures(self, owner_id: int) -> dict[int, Character]:
        """The owner's characters that are pictures, by id."""
        query = sa.select(CharacterRow).where(CharacterRow.owner_id == owner_id, CharacterRow.picture.is_not(None))
        return {row.id: row.character for row in await self._session.scalars(query)}

    async def rename(self, character_id: int, name: str) -> None:
        """Gives the character another name that its owner does not use yet."""
        await self._change(CharacterRow.id == character_id, name=name, name_key=name_key(name))

    async def redraw(self, character_id: int, picture: bytes | None) -> None:
        """Gives the character another picture; its portrait and its faces are to be drawn anew."""
        await self._session.execute(sa.delete(FaceRow).where(FaceRow.character_id == character_id))
        await self._change(CharacterRow.id == character_id, picture=picture, portrait=None)

    async def offer(self, character: SavedCharacter, pictures: Sequence[bytes], kept: int) -> None:
        """Keeps the pictures that a character may have, and those of its owner's ``kept`` newest ones only."""
        self._session.add_all(
            CandidateRow(character_id=character.id, number=number, picture=data)
            for number, data in enumerate(pictures, 1)
        )
        await self._session.flush()
        of_owner = (
            sa.select(CandidateRow.character_id).join(CharacterRow).where(CharacterRow.owner_id == character.owner_id)
        )
        newest = await self._session.scalars(of_owner.distinct().order_by(CandidateRow.character_id.desc()))
        old = newest.all()[kept:]
        await self._session.execute(sa.delete(CandidateRow).where(CandidateRow.character_id.in_(old)))

    async def candidate(self, character_id: int, number: int) -> bytes | None:
        """The picture of this number that the character may have, numbered from 1."""
        row = await self._session.get(CandidateRow, (character_id, number))
        return None if row is None else row.picture

    async def candidates(self, character_id: int) -> dict[int, bytes]:
        """All pictures that the character may have, by number."""
        rows = await self._session.scalars(sa.select(CandidateRow).where(CandidateRow.character_id == character_id))
        return {row.number: row.picture for row in rows}

    async def paint(self, character_id: int, portrait: bytes | None) -> None:
        """Gives the character a portrait."""
        await self._change(CharacterRow.id == character_id, portrait=portrait)

    async def default(self, owner_id: int) -> SavedCharacter | None:
        """The owner's default character; without one, the one saved last."""
        query = sa.select(*SAVED).where(CharacterRow.owner_id == owner_id)
        query = query.order_by(CharacterRow.is_default.desc(), CharacterRow.id.desc()).limit(1)
        row = (await self._session.execute(query)).one_or_none()
        return None if row is None else SavedCharacter(*row)

    async def make_default(self, owner_id: int, character_id: int) -> None:
        """Makes this one, and no other, the owner's default."""
        await self._change(CharacterRow.owner_id == owner_id, is_default=CharacterRow.id == character_id)

    async def shared(self, code: str) -> SavedCharacter | None:
        """The character that is shared by this code."""
        return await self._one(CharacterRow.share_code == code)

    async def share(self, character_id: int, code: str | None) -> None:
        """Shares a character by a code that is not used yet; None ends the sharing."""
        await self._change(CharacterRow.id == character_id, share_code=code)

    async def prefixed(self, owner_id: int) -> Sequence[SavedCharacter]:
        """The owner's characters that have a prefix, the longest prefix first."""
        query = sa.select(*SAVED).where(CharacterRow.owner_id == owner_id, CharacterRow.prefix.is_not(None))
        rows = await self._session.execute(query.order_by(sa.func.length(CharacterRow.prefix).desc(), CharacterRow.id))
        return [SavedCharacter(*row) for row in rows]

    async def set_prefix(self, character_id: int, prefix: str | None) -> None:
        """Gives the character a prefix that its owner does not use yet; None takes it away."""
        await self._change(CharacterRow.id == character_id, prefix=prefix)

    async def delete(self, character_id: int) -> None:
        """Deletes the character and the animojis made with it."""
        await self._session.execute(sa.delete(CharacterRow).where(CharacterRow.id == character_id))

    async def _one(self, *conditions: sa.ColumnElement[bool]) -> SavedCharacter | None:
        row = (await self._session.execute(sa.select(*SAVED).where(*conditions))).one_or_none()
        return None if row is None else SavedCharacter(*row)

    async def _change(self, which: sa.ColumnElement[bool], **values: Any) -> None:
        await self._session.execute(sa.update(CharacterRow).where(which).values(**values))
