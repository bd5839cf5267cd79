"""Characters that people keep."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.domain import SavedCharacter, name_key
from bot.errors import (
    CharacterGoneError,
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
from bot.services.naming import clean_name, clean_prefix, free_name, given_name, suggest_name
from bot.services.orders import Words
from bot.services.pictures import portrait_of
from bot.services.students import StudentService
from bot.speech_errors import PrefixTakenError
from bot.store.database import Store, Work
from pipeline import Character, Source, limits

_CODE_LETTERS: Final = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
"""Letters and digits that are not taken for each other."""
_CODE_LENGTH: Final = 10
"""Letters of a code: 30^10 codes, too many to guess."""

_OFFERS_KEPT: Final = 5
"""Characters of a person whose further pictures are kept, the newest ones; four pictures take more than a megabyte."""


@dataclass(frozen=True)
class CharacterPage:
    """Some of a person's characters, newest first.

    Attributes:
        drawn: those of them that the rig draws, with all that it knows of them, by their ids.
        portraits: small WebP pictures of those that have one, by the character's id.
        total: how many characters the person has in all.
    """

    characters: Sequence[SavedCharacter]
    drawn: Mapping[int, Character]
    portraits: Mapping[int, bytes]
    total: int


@dataclass(frozen=True)
class OwnPicture:
    """A character that is a picture, with the picture."""

    saved: SavedCharacter
    character: Character


class CharacterService:
    """Saves, finds and forgets characters; each belongs to one person.

    Args:
        store: the database.
        students: are made for those that are pictures.
        limit: how many characters one person may have.
    """

    def __init__(self, store: Store, students: StudentService, limit: int) -> None:
        self._store = store
        self._students = students
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
    ) -> SavedCharacter:
        """Saves a character under ``name``, or under one like it that is free; "" takes one from the prompt."""
        free = free_name(
            clean_name(name) if name else suggest_name(character.prompt), await work.characters.names(owner_id)
        )
        saved = await work.characters.add(owner_id, free, character, portrait)
        await self._students.want(work, saved)
        return saved

    async def keep(self, owner_id: int, locale: str, character: Character) -> SavedCharacter:
        """Saves a character under a name that is found. Raises TooManyCharactersError."""
        await self.check_room(owner_id, "")
        async with self._store.work() as work:
            await work.users.meet(owner_id, locale)
            return await self.save(work, owner_id, "", character)

    async def find(self, owner_id: int, choice: str) -> SavedCharacter:
        """The character that an option holds: its id, as autocomplete fills in, or its name, as people type; "" is the
        default one.

        Raises:
            CharacterUnknownError
            NoCharacterError: there is no default one, for they have none.
        """
        async with self._store.look() as work:
            found = None
            if not choice.strip():
                found = await work.characters.default(owner_id)
                if found is None:
                    raise NoCharacterError
            elif choice.isdecimal() and len(choice) < 19:
                found = await work.characters.get(owner_id, int(choice))
            found = found or await work.characters.named(owner_id, choice.strip())
            if found is None:
                raise CharacterUnknownError(name=choice[: limits.NAME_LENGTH])
            return found

    async def load(self, character_id: int) -> Character:
        """The character itself, with its picture or its spec. Raises CharacterGoneError."""
        async with self._store.look() as work:
            character = await work.characters.load(character_id)
        if character is None:
            raise CharacterGoneError
        return character

    async def like(self, owner_id: int, typed: str, limit: int) -> Sequence[SavedCharacter]:
        """The owner's newest characters whose name holds what was typed."""
        async with self._store.look() as work:
            return await work.characters.page(owner_id, limit, like=typed)

    async def page(self, owner_id: int, limit: int, offset: int = 0) -> CharacterPage:
        """Some of the owner's characters, with what they look like."""
        async with self._store.look() as work:
            characters = await work.characters.page(owner_id, limit, offset)
            numbers = [each.id for each in characters]
            drawn, portraits = await work.characters.drawn(numbers), await work.characters.portraits(numbers)
            return CharacterPage(characters, drawn, portraits, await work.characters.count(owner_id))

    async def paint(self, character_id: int, picture: bytes) -> None:
        """Gives a character the portrait that it lacks: this picture of it, made small."""
        portrait = await asyncio.to_thread(portrait_of, picture)
        async with self._store.work() as work:
            await work.characters.paint(character_id, portrait)

    async def has_any(self, owner_id: int) -> bool:
        """Whether this person has a character."""
        async with self._store.look() as work:
            return await work.characters.count(owner_id) > 0

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

    async def set_prefix(self, owner_id: int, choice: str, prefix: str) -> SavedCharacter:
        """Lets a person's messages that begin so be said by a character; "" ends that.

        Raises:
            CharacterUnknownError, PrefixError
            PrefixTakenError: another one of theirs has it.
        """
        row = await self.find(owner_id, choice)
        clean = clean_prefix(prefix) if prefix.strip() else None
        async with self._store.work() as work:
            others = [each for each in await work.characters.prefixed(owner_id) if each.id != row.id]
            for other in others:
                if clean is not None and name_key(other.prefix or "") == name_key(clean):
                    raise PrefixTakenError(prefix=clean, name=other.name)
            await work.characters.set_prefix(row.id, clean)
        return replace(row, prefix=clean)

    async def share(self, owner_id: int, choice: str) -> SavedCharacter:
        """The character, with the code by which others can copy it, the same each time.

        Raises:
            CharacterUnknownError
        """
        row = await self.find(owner_id, choice)
        if row.share_code is not None:
            return row
        code = "".join(secrets.choice(_CODE_LETTERS) for _ in range(_CODE_LENGTH))
        async with self._store.work() as work:
            await work.characters.share(row.id, code)
        return replace(row, share_code=code)

    async def stop_sharing(self, owner_id: int, choice: str) -> str:
        """Makes a character's code worthless; answers its name. Copies stay.

        Raises:
            CharacterUnknownError
        """
        row = await self.find(owner_id, choice)
        async with self._store.work() as work:
            await work.characters.share(row.id, None)
        return row.name

    async def copy(self, owner_id: int, locale: str, code: str, name: str = "") -> SavedCharacter:
        """Saves a copy of the character that is shared by ``code``, as ``name`` or under its own.

        Raises:
            ShareCodeError: nothing is shared by it.
            CharacterNameError, CharacterNameTakenError, TooManyCharactersError
        """
        async with self._store.look() as work:
            original = await work.characters.shared(code.strip().upper())
        if original is None:
            raise ShareCodeError
        return await self.copy_of(original, owner_id, locale, name)

    async def copy_of(self, original: SavedCharacter, owner_id: int, locale: str, name: str = "") -> SavedCharacter:
        """Saves somebody's copy of a character that they may have, as ``name`` or under its own.

        Raises:
            CharacterGoneError
            CharacterNameError, CharacterNameTakenError, TooManyCharactersError
        """
        await self.check_room(owner_id, name)
        async with self._store.work() as work:
            await work.users.meet(owner_id, locale)
            character = await work.characters.load(original.id)
            if character is None:
                raise CharacterGoneError
            portraits = await work.characters.portraits([original.id])
            return await self.save(work, owner_id, name or original.name, character, portraits.get(original.id))

    async def remixed(self, owner_id: int, choice: str, words: str) -> tuple[Words, str]:
        """The same character, made the same way, but for some words, which take the place of old ones; and the name
        after which it is called, "" where there is none.

        Raises:
            CharacterUnknownError
            NotFromWordsError: it was made from a picture.
            PromptFullError: its prompt would become longer than any may be.
        """
        row = await self.find(owner_id, choice)
        return await asyncio.to_thread(remixed_words, row, words), given_name(row)

    async def owned_picture(self, owner_id: int, character_id: int, mark: str = "") -> OwnPicture:
        """The owner's picture character with this id.

        Args:
            mark: what ``picture_mark`` said of its picture before; "" where that does not matter.

        Raises:
            CharacterGoneError, NotYoursError
            PictureChangedError: it has another picture now.
        """
        async with self._store.look() as work:
            saved = await work.characters.anybodys(character_id)
            if saved is None or not saved.has_picture:
                raise CharacterGoneError
            if saved.owner_id != owner_id:
                raise NotYoursError
            character = await work.characters.load(character_id)
        if character is None:
            raise CharacterGoneError
        if mark and picture_mark(character) != mark:
            raise PictureChangedError(name=saved.name)
        return OwnPicture(saved, character)

    async def adjust(self, owner_id: int, character_id: int, mark: str, correction: Correction) -> OwnPicture:
        """Saves a picture character as the correction moves it.

        Raises:
            CharacterGoneError, NotYoursError, PictureChangedError
        """
        before = await self.owned_picture(owner_id, character_id, mark)
        moved = await asyncio.to_thread(correction.apply, before.character)
        if moved.picture != before.character.picture:
            async with self._store.work() as work:
                await work.characters.redraw(character_id, moved.picture)
                await self._students.want(work, before.saved)
            await self._students.forget(character_id, before.character)
        return OwnPicture(before.saved, moved)

    async def offer(self, work: Work, saved: SavedCharacter, characters: Sequence[Character]) -> None:
        """Keeps the pictures of these for ``choose``, until so many newer characters have theirs."""
        await work.characters.offer(saved, [each.picture for each in characters if each.picture], _OFFERS_KEPT)

    async def check_choice(self, saved: SavedCharacter, number: int) -> None:
        """Raises ChoiceGoneError where a character has no picture of this number to choose any more."""
        async with self._store.look() as work:
            if await work.characters.candidate(saved.id, number) is None:
                raise ChoiceGoneError(name=saved.name)

    async def choose(self, character_id: int, number: int) -> None:
        """Gives a character the picture of this number among those it was offered.

        Raises:
            CharacterGoneError
            ChoiceGoneError: they are not kept any more.
        """
        async with self._store.work() as work:
            saved, current = await work.characters.anybodys(character_id), await work.characters.load(character_id)
            if saved is None or current is None:
                raise CharacterGoneError
            picture = await work.characters.candidate(character_id, number)
            if picture is None:
                raise ChoiceGoneError(name=saved.name)
            if picture == current.picture:
                return
            await work.characters.redraw(character_id, picture)
            await self._students.want(work, saved)
        await self._students.forget(character_id, current)

    async def delete(self, owner_id: int, choice: str) -> tuple[str, int]:
        """Forgets a character; answers its name and how many animojis went with it.

        Raises:
            CharacterUnknownError
        """
        row = await self.find(owner_id, choice)
        async with self._store.work() as work:
            count = await work.animojis.count_with(row.id)
            character = await work.characters.load(row.id)
            await work.characters.delete(row.id)
            await self._students.unwant(work, row.id)
        if character is not None:
            await self._students.forget(row.id, character)
        return row.name, count


def remixed_words(saved: SavedCharacter, words: str) -> Words:
    """A character's prompt in which some words take the place of old ones. Call it in a thread: it takes a while.

    Raises:
        NotFromWordsError: it was made from a picture.
        PromptFullError: its prompt would become longer than any may be.
    """
    if not saved.prompt:
        raise NotFromWordsError(name=saved.name)
    from pipeline import remixed_prompt

    prompt = remixed_prompt(saved.prompt, words)
    if len(prompt) > limits.PROMPT_LENGTH:
        raise PromptFullError(length=len(prompt), limit=limits.PROMPT_LENGTH)
    return Words(prompt, saved.seed, Source(saved.kind.value))
