"""Characters that people keep."""

from __future__ import annotations

import asyncio
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.errors import (
    CharacterGoneError,
    CharacterNameError,
    CharacterNameTakenError,
    CharacterUnknownError,
    ChoiceGoneError,
    NoCharacterError,
    NotFromWordsError,
    NotYoursError,
    PictureChangedError,
    PromptFullError,
    ShareCodeError,
    TooManyCharactersError,
)
from bot.services.corrections import Correction, picture_mark
from bot.services.naming import clean_name
from bot.store.characters import name_key
from bot.store.database import Store, Work
from bot.store.models import CharacterRow
from pipeline import Character, PromptSource, Source, limits

_CODE_LETTERS: Final = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
"""Letters and digits that are not taken for each other."""
_CODE_LENGTH: Final = 10
"""Letters of a code: 30^10 codes, too many to guess."""

_OFFERS_KEPT: Final = 5
"""Characters of a person whose further pictures are kept, the newest ones; four pictures take more than a megabyte."""


@dataclass(frozen=True)
class CharacterPage:
    """Some of a person's characters, newest first, and how many there are in all."""

    rows: Sequence[CharacterRow]
    total: int


class CharacterService:
    """Saves, finds and forgets characters; each belongs to one person.

    Args:
        store: the database.
        limit: how many characters one person may have.
    """

    def __init__(self, store: Store, limit: int) -> None:
        self._store = store
        self._limit = limit

    async def check_room(self, owner_id: int, name: str) -> None:
        """Refuses before work begins what could not be saved after it. ``name`` "" means that one will be found.

        Raises:
            CharacterNameError, CharacterNameTakenError, TooManyCharactersError
        """
        async with self._store.look() as work:
            if name and await work.characters.named(owner_id, clean_name(name)) is not None:
                raise CharacterNameTakenError(name=name)
            if await work.characters.count(owner_id) >= self._limit:
                raise TooManyCharactersError(limit=self._limit)

    async def save(
        self, work: Work, owner_id: int, name: str, character: Character, portrait: bytes | None = None
    ) -> CharacterRow:
        """Saves a character under ``name``, or under one like it that is free; "" takes one from the prompt."""
        free = free_name(clean_name(name) if name else suggest_name(character), await work.characters.names(owner_id))
        return await work.characters.add(owner_id, free, character, portrait)

    async def find(self, owner_id: int, choice: str) -> CharacterRow:
        """The character that an option holds: its id, as autocomplete fills in, or its name, as people type; "" is the
        default one.

        Raises:
            CharacterUnknownError
            NoCharacterError: there is no default one, for they have none.
        """
        async with self._store.look() as work:
            row = None
            if not choice.strip():
                row = await work.characters.default(owner_id)
                if row is None:
                    raise NoCharacterError
            elif choice.isdecimal() and len(choice) < 19:
                row = await work.characters.get(owner_id, int(choice))
            row = row or await work.characters.named(owner_id, choice.strip())
            if row is None:
                raise CharacterUnknownError(name=choice[: limits.NAME_LENGTH])
            return row

    async def page(self, owner_id: int, limit: int, offset: int = 0, like: str = "") -> CharacterPage:
        """Some of the owner's characters; ``like``: those whose name holds this text."""
        async with self._store.look() as work:
            rows = await work.characters.page(owner_id, limit, offset, like)
            return CharacterPage(rows, await work.characters.count(owner_id))

    async def rename(self, owner_id: int, choice: str, name: str) -> str:
        """Gives a character another name; answers it as it is kept.

        Raises:
            CharacterUnknownError, CharacterNameError, CharacterNameTakenError
        """
        clean = clean_name(name)
        row = await self.find(owner_id, choice)
        async with self._store.work() as work:
            other = await work.characters.named(owner_id, clean)
            if other is not None and other.id != row.id:
                raise CharacterNameTakenError(name=clean)
            await work.characters.rename(row.id, clean)
        return clean

    async def make_default(self, owner_id: int, choice: str) -> str:
        """Makes a character the one that is taken where none is named; answers its name.

        Raises:
            CharacterUnknownError
        """
        row = await self.find(owner_id, choice)
        async with self._store.work() as work:
            await work.characters.make_default(owner_id, row.id)
        return row.name

    async def share(self, owner_id: int, choice: str) -> tuple[CharacterRow, str]:
        """The character and the code by which others can copy it, the same each time.

        Raises:
            CharacterUnknownError
        """
        row = await self.find(owner_id, choice)
        code = row.share_code or "".join(secrets.choice(_CODE_LETTERS) for _ in range(_CODE_LENGTH))
        if row.share_code is None:
            async with self._store.work() as work:
                await work.characters.share(row.id, code)
        return row, code

    async def stop_sharing(self, owner_id: int, choice: str) -> str:
        """Makes a character's code worthless; answers its name. Copies stay.

        Raises:
            CharacterUnknownError
        """
        row = await self.find(owner_id, choice)
        async with self._store.work() as work:
            await work.characters.share(row.id, None)
        return row.name

    async def copy(self, owner_id: int, locale: str, code: str, name: str = "") -> CharacterRow:
        """Saves a copy of the character that is shared by ``code``, as ``name`` or under its own.

        Raises:
            ShareCodeError: nothing is shared by it.
            CharacterNameError, CharacterNameTakenError, TooManyCharactersError
        """
        await self.check_room(owner_id, name)
        async with self._store.work() as work:
            original = await work.characters.shared(code.strip().upper())
            if original is None:
                raise ShareCodeError
            await work.users.meet(owner_id, locale)
            return await self.save(work, owner_id, name or original.name, original.character, original.portrait)

    async def remixed(self, owner_id: int, choice: str, words: str) -> PromptSource:
        """The same character, made the same way, but for some words; they come last and win over the old ones.

        Raises:
            CharacterUnknownError
            NotFromWordsError: it was made from a picture.
            PromptFullError: its prompt would become longer than any may be.
        """
        row = await self.find(owner_id, choice)
        if not row.prompt:
            raise NotFromWordsError(name=row.name)
        prompt = added_words(row.prompt, words)
        if len(prompt) > limits.PROMPT_LENGTH:
            raise PromptFullError(length=len(prompt), limit=limits.PROMPT_LENGTH)
        return PromptSource(prompt, row.seed, Source(row.kind.value))

    async def owned_picture(self, owner_id: int, character_id: int, mark: str = "") -> CharacterRow:
        """The owner's picture character with this id.

        Args:
            mark: what ``picture_mark`` said of its picture before; "" where that does not matter.

        Raises:
            CharacterGoneError, NotYoursError
            PictureChangedError: it has another picture now.
        """
        async with self._store.look() as work:
            row = await work.characters.anybodys(character_id)
        if row is None or row.picture is None:
            raise CharacterGoneError
        if row.owner_id != owner_id:
            raise NotYoursError
        if mark and picture_mark(row.character) != mark:
            raise PictureChangedError(name=row.name)
        return row

    async def adjust(self, owner_id: int, character_id: int, mark: str, correction: Correction) -> CharacterRow:
        """Saves a picture character as the correction moves it.

        Raises:
            CharacterGoneError, NotYoursError, PictureChangedError
        """
        row = await self.owned_picture(owner_id, character_id, mark)
        moved = await asyncio.to_thread(correction.apply, row.character)
        if moved.picture != row.picture:
            async with self._store.work() as work:
                await work.characters.redraw(row.id, moved.picture)
            row.picture = moved.picture
        return row

    async def offer(self, work: Work, row: CharacterRow, characters: Sequence[Character]) -> None:
        """Keeps the pictures of these for ``choose``, until so many newer characters have theirs."""
        await work.characters.offer(row, [each.picture for each in characters if each.picture], _OFFERS_KEPT)

    async def choose(self, row: CharacterRow, number: int) -> None:
        """Gives a character the picture of this number among those it was offered.

        Raises:
            ChoiceGoneError: they are not kept any more.
        """
        async with self._store.work() as work:
            picture = await work.characters.candidate(row.id, number)
            if picture is None:
                raise ChoiceGoneError(name=row.name)
            if picture != row.picture:
                await work.characters.redraw(row.id, picture)
        row.picture = picture

    async def delete(self, owner_id: int, choice: str) -> tuple[str, int]:
        """Forgets a character; answers its name and how many animojis went with it.

        Raises:
            CharacterUnknownError
        """
        row = await self.find(owner_id, choice)
        async with self._store.work() as work:
            count = await work.animojis.count_with(row.id)
            await work.characters.delete(row)
        return row.name, count


def added_words(prompt: str, words: str) -> str:
    """A prompt with more words at its end, where later ones prevail; a phrase that is said again moves there."""
    added = [phrase for phrase in re.split(r"\s*[,、]\s*", words.strip()) if phrase]
    again = {phrase.casefold() for phrase in added}
    kept = [phrase for phrase in re.split(r"\s*[,、]\s*", prompt.strip()) if phrase and phrase.casefold() not in again]
    return ", ".join([*kept, *dict.fromkeys(added)])


def suggest_name(character: Character) -> str:
    """A name from the first words of the prompt."""
    first = re.split(r"[,.;、。\n]", character.prompt.strip(), maxsplit=1)[0]
    printable = "".join(letter if letter.isprintable() else " " for letter in first)
    words = " ".join(printable.split())[: limits.NAME_LENGTH - 5].strip()
    try:
        return clean_name(words[:1].upper() + words[1:])
    except CharacterNameError:
        return "Character"


def free_name(name: str, taken: set[str]) -> str:
    """``name``, or with the first number from 2 on that makes it differ from all ``taken`` keys."""
    free, number = name, 2
    while name_key(free) in taken:
        ending = f" {number}"
        free, number = name[: limits.NAME_LENGTH - len(ending)].rstrip() + ending, number + 1
    return free
