"""A server's gallery: characters that people show to everybody there."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Final

from bot.domain import SavedCharacter
from bot.errors import GalleryFullError, GalleryGoneError, NotYoursError
from bot.services.characters import CharacterPage, CharacterService, remixed_words
from bot.services.orders import Words
from bot.store.database import Store

_MOST: Final = 10
"""Characters that one person may show in one server."""


class GalleryService:
    """Shows characters in servers, and lets visitors have ones like them."""

    def __init__(self, store: Store, characters: CharacterService) -> None:
        self._store = store
        self._characters = characters

    async def show(self, guild_id: int, owner_id: int, choice: str) -> SavedCharacter:
        """Shows one of the owner's characters in a server.

        Raises:
            CharacterUnknownError, NoCharacterError
            GalleryFullError: they show as many as they may.
        """
        saved = await self._characters.find(owner_id, choice)
        async with self._store.work() as work:
            shown = await work.gallery.page(guild_id, owner_id=owner_id)
            if len(shown) >= _MOST and saved.id not in {each.id for each in shown}:
                raise GalleryFullError(limit=_MOST)
            await work.gallery.add(guild_id, saved.id)
        return saved

    async def hide(self, guild_id: int, user_id: int, choice: str, may_moderate: bool) -> SavedCharacter:
        """Shows a character in a server no longer; its owner and moderators may say so.

        Raises:
            GalleryGoneError: it is not shown here.
            NotYoursError
        """
        async with self._store.work() as work:
            shown = await work.gallery.page(guild_id)
            wanted = choice.strip().casefold()
            # Of those of one name one's own comes first.
            found = [each for each in shown if wanted in (str(each.id), each.name.casefold())]
            found.sort(key=lambda each: each.owner_id != user_id)
            if not found:
                raise GalleryGoneError
            if found[0].owner_id != user_id and not may_moderate:
                raise NotYoursError
            await work.gallery.remove(guild_id, found[0].id)
        return found[0]

    async def find(self, guild_id: int, character_id: int) -> SavedCharacter:
        """A character that is shown in a server. Raises GalleryGoneError."""
        async with self._store.look() as work:
            saved = await work.gallery.get(guild_id, character_id)
        if saved is None:
            raise GalleryGoneError
        return saved

    async def like(self, guild_id: int, typed: str, limit: int, owner_id: int | None) -> Sequence[SavedCharacter]:
        """What is shown in a server by this person (None: by anybody) under a name that holds what was typed."""
        async with self._store.look() as work:
            return await work.gallery.page(guild_id, limit, like=typed, owner_id=owner_id)

    async def page(self, guild_id: int, limit: int, offset: int = 0) -> CharacterPage:
        """Some of what is shown in a server, the newest first, with what it looks like."""
        async with self._store.look() as work:
            characters = await work.gallery.page(guild_id, limit, offset)
            numbers = [each.id for each in characters]
            drawn, portraits = await work.characters.drawn(numbers), await work.characters.portraits(numbers)
            return CharacterPage(characters, drawn, portraits, await work.gallery.count(guild_id))

    async def copy(
        self, guild_id: int, character_id: int, owner_id: int, locale: str, name: str = ""
    ) -> SavedCharacter:
        """Saves a visitor's copy of a character that is shown in a server.

        Raises:
            GalleryGoneError, CharacterNameError, CharacterNameTakenError, TooManyCharactersError
        """
        saved = await self.find(guild_id, character_id)
        return await self._characters.copy_of(saved, owner_id, locale, name)

    async def with_own_words(self, guild_id: int, character_id: int, words: str) -> Words:
        """Somebody like a character that is shown in a server, with a visitor's own words in place of some of its.

        Raises:
            GalleryGoneError
            NotFromWordsError: it was made from a picture.
            PromptFullError: its prompt would become longer than any may be.
        """
        saved = await self.find(guild_id, character_id)
        return await asyncio.to_thread(remixed_words, saved, words)
