"""Animojis that were made: checked before, and found again afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain import KeptAnimoji, SavedCharacter
from bot.errors import AnimojiUnknownError, NoAnimojiError, NotYoursError, PromptMissingError
from bot.services.asker import Asker
from bot.services.characters import CharacterService
from bot.services.motions import check_motion
from bot.services.orders import Order, Own, Preset, SameMotion, Says
from bot.services.uploads import UploadService
from bot.services.words import WordService
from bot.store.database import Store
from pipeline import AnimojiResult, Format, TrackMotion


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

    def look_at(self, order: Order, *, is_described: bool = True) -> None:
        """Refuses what can be refused by looking at the order alone. Raises UserError, which says why.

        Args:
            is_described: whether the words for a new character must be there already.
        """
        if is_described and order.prompt is not None and not order.prompt.strip():
            raise PromptMissingError
        for motion in (order.motion, None if order.beside is None else order.beside.motion):
            if isinstance(motion, Preset):
                check_motion(motion.name)
        for file in order.files:
            self._uploads.check(file)

    async def first_format(self, order: Order) -> Format:
        """As which kind of file a new animoji is shown: words are there to be heard, which a GIF cannot be, and so is
        what does the same as an animoji with words.

        Raises:
            AnimojiUnknownError: that one is gone.
        """
        match order.motion:
            case Says():
                return Format.MP4
            case SameMotion(animoji_id):
                return Format.MP4 if (await self.get(animoji_id)).format is Format.MP4 else Format.GIF
        return Format.GIF

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

    async def partners_motion(self, animoji_id: int) -> TrackMotion:
        """What the partner in an animoji does. Raises AnimojiUnknownError where there is none."""
        async with self._store.look() as work:
            track = await work.animojis.partners_track(animoji_id)
        if track is None:
            raise AnimojiUnknownError
        return TrackMotion(track)

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

    async def shown_in(self, animoji_id: int, user_id: int) -> KeptAnimoji:
        """The animoji with this id, which must be this person's or show a character of theirs.

        Raises:
            AnimojiUnknownError, NotYoursError
        """
        row = await self.get(animoji_id)
        if not row.is_in_it(user_id):
            raise NotYoursError
        return row

    async def delete(self, animoji_id: int, user_id: int, may_moderate: bool) -> KeptAnimoji | None:
        """Deletes an animoji; its owner may do that, a friend who is in it, and moderators of the place where it was
        posted.

        Args:
            may_moderate: whether the message it stands in is this person's to delete, whoever owns the animoji.

        Returns:
            What is gone; None where it was deleted before.

        Raises:
            AnimojiUnknownError: it was deleted before, so nobody can tell any more whose it was.
            NotYoursError
        """
        async with self._store.work() as work:
            row = await work.animojis.get(animoji_id)
            if row is None and not may_moderate:
                raise AnimojiUnknownError
            if row is None:
                return None
            if not row.is_in_it(user_id) and not may_moderate:
                raise NotYoursError
            await work.animojis.delete(row.id)
            return row

    async def in_message(self, message_id: int) -> int | None:
        """The id of the animoji that stands in this message, None where there is none."""
        # After what is being written: the message may have been posted a moment ago.
        async with self._store.work() as work:
            return await work.animojis.in_message(message_id)

    async def hide(self, animoji_id: int, spoiler: bool) -> None:
        """Remembers whether an animoji is hidden until somebody clicks on it."""
        async with self._store.work() as work:
            await work.animojis.hide(animoji_id, spoiler)

    async def posted(self, animoji_id: int, channel_id: int | None, message_id: int) -> None:
        """Remembers where an animoji can be seen."""
        async with self._store.work() as work:
            await work.animojis.posted(animoji_id, channel_id, message_id)
