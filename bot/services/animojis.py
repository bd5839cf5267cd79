"""Animojis that were made: checked before, and found again afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain import KeptAnimoji, SavedCharacter
from bot.errors import AnimojiUnknownError, NoAnimojiError, NotYoursError, PromptMissingError
from bot.services.asker import Asker
from bot.services.characters import CharacterService
from bot.services.motions import check_motion
from bot.services.orders import Order, Own, Preset
from bot.services.uploads import UploadService
from bot.services.words import WordService
from bot.store.database import Store
from pipeline import AnimojiResult, TrackMotion


@dataclass(frozen=True)
class Finished:
    """An animoji that was made and kept."""

    animoji: KeptAnimoji
    result: AnimojiResult

    @property
    def character(self) -> SavedCharacter:
        """Who does it."""
        return self.animoji.character


class AnimojiService:
    """Checks orders, and finds what was made of them."""

    def __init__(self, store: Store, uploads: UploadService, characters: CharacterService, words: WordService) -> None:
        self._store = store
        self._uploads = uploads
        self._characters = characters
        self._words = words

    def look_at(self, order: Order) -> None:
        """Refuses what can be refused by looking at the order alone. Raises UserError, which says why."""
        if order.prompt is not None and not order.prompt.strip():
            raise PromptMissingError
        if isinstance(order.motion, Preset):
            check_motion(order.motion.name)
        for file in order.files:
            self._uploads.check(file)

    async def check(self, asker: Asker, order: Order) -> None:
        """Refuses what could not be kept, or what the server does not want to be said. Raises UserError."""
        await self._words.check(asker, order.words)
        if not isinstance(order.character, Own):
            await self._characters.check_room(asker.user_id, order.name)

    async def finished(self, animoji_id: int, result: AnimojiResult) -> Finished:
        """An animoji that was kept, with the result that it was kept of. Raises AnimojiUnknownError."""
        return Finished(await self.get(animoji_id), result)

    async def get(self, animoji_id: int) -> KeptAnimoji:
        """The animoji with this id, whoever made it.

        Raises:
            AnimojiUnknownError
        """
        async with self._store.look() as work:
            row = await work.animojis.get(animoji_id)
        if row is None:
            raise AnimojiUnknownError
        return row

    async def motion(self, animoji_id: int) -> TrackMotion:
        """What an animoji does, and what is heard with it. Raises AnimojiUnknownError where there is none."""
        async with self._store.look() as work:
            track, sound = await work.animojis.track(animoji_id), await work.animojis.sound(animoji_id)
        if track is None:
            raise AnimojiUnknownError
        return TrackMotion(track, sound)

    async def chosen(self, owner_id: int, animoji_id: int | None) -> KeptAnimoji:
        """The owner's animoji with this id, or the last one they made.

        Raises:
            AnimojiUnknownError: it is gone or somebody else's.
            NoAnimojiError: they have made none.
        """
        async with self._store.look() as work:
            if animoji_id is None:
                last = await work.animojis.recent(owner_id, 1)
                if not last:
                    raise NoAnimojiError
                return last[0]
            row = await work.animojis.get(animoji_id)
        if row is None or row.owner_id != owner_id:
            raise AnimojiUnknownError
        return row

    async def recent(self, owner_id: int, limit: int) -> Sequence[KeptAnimoji]:
        """The owner's last animojis, newest first."""
        async with self._store.look() as work:
            return await work.animojis.recent(owner_id, limit)

    async def owned(self, animoji_id: int, user_id: int) -> KeptAnimoji:
        """The animoji with this id, which must be this person's.

        Raises:
            AnimojiUnknownError, NotYoursError
        """
        row = await self.get(animoji_id)
        if row.owner_id != user_id:
            raise NotYoursError
        return row

    async def delete(self, animoji_id: int, user_id: int, may_moderate: bool) -> None:
        """Deletes an animoji; its owner may do that, and moderators of the place where it was posted.

        Args:
            may_moderate: whether the message it stands in is this person's to delete, whoever owns the animoji.

        Raises:
            AnimojiUnknownError: it was deleted before, so nobody can tell any more whose it was.
            NotYoursError
        """
        async with self._store.work() as work:
            row = await work.animojis.get(animoji_id)
            if row is None and not may_moderate:
                raise AnimojiUnknownError
            if row is None:
                return
            if row.owner_id != user_id and not may_moderate:
                raise NotYoursError
            await work.animojis.delete(row.id)

    async def in_message(self, message_id: int) -> int | None:
        """The id of the animoji that stands in this message, None where there is none."""
        # After what is being written: the message may have been posted a moment ago.
        async with self._store.work() as work:
            return await work.animojis.in_message(message_id)

    async def posted(self, animoji_id: int, channel_id: int | None, message_id: int) -> None:
        """Remembers where an animoji can be seen."""
        async with self._store.work() as work:
            await work.animojis.posted(animoji_id, channel_id, message_id)
