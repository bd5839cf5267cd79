"""Making animojis, and making them again as other files."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.domain import KeptAnimoji, SavedCharacter
from bot.errors import AnimojiUnknownError, NoAnimojiError, NotYoursError, PromptMissingError
from bot.services.asker import Asker
from bot.services.characters import CharacterService
from bot.services.jobs import JobService, OnState
from bot.services.motions import check_motion
from bot.services.orders import Order, open_order
from bot.services.pictures import PORTRAIT_SIZE, portrait_of
from bot.services.uploads import UploadService
from bot.services.words import WordService
from bot.store.database import Store
from pipeline import (
    AnimojiRequest,
    AnimojiResult,
    Character,
    Format,
    Outline,
    Output,
    PoseTrack,
    PresetMotion,
    TrackMotion,
    portrait_pose,
)


@dataclass(frozen=True)
class Finished:
    """An animoji that was made and kept."""

    animoji: KeptAnimoji
    character: SavedCharacter
    result: AnimojiResult


class AnimojiService:
    """Makes animojis and keeps what redraws them."""

    def __init__(
        self,
        store: Store,
        jobs: JobService,
        uploads: UploadService,
        characters: CharacterService,
        words: WordService,
    ) -> None:
        self._store = store
        self._jobs = jobs
        self._uploads = uploads
        self._characters = characters
        self._words = words

    async def check(self, asker: Asker, order: Order) -> None:
        """Refuses what can be refused before anything is fetched.

        Raises:
            UserError: which says why.
        """
        if order.prompt is not None and not order.prompt.strip():
            raise PromptMissingError
        if isinstance(order.motion, PresetMotion):
            check_motion(order.motion.name)
        for file in order.files:
            self._uploads.check(file)
        await self._words.check(asker, order.words)
        if not isinstance(order.character, SavedCharacter):
            await self._characters.check_room(asker.user_id, order.name)
        self._jobs.check(asker, order.size)

    async def make(self, asker: Asker, order: Order, output: Output, on_state: OnState) -> Finished:
        """The animoji that was ordered; a new character is saved with it.

        Raises:
            UserError: the order cannot be done.
            JobCancelled, PipelineError, EngineClosedError: as the engine does.
        """
        opening = open_order(order, output, self._uploads, self._characters.load)
        result = await self._jobs.run(opening, asker, on_state, size=order.size)
        # With words or a scene in it, the picture is no portrait; ``paint`` draws one when a list needs it.
        plain = not order.caption and order.background == "transparent"
        portrait = await asyncio.to_thread(portrait_of, result.data) if plain else None
        async with self._store.work() as work:
            # This holds the person's row, so that two of their jobs that end together find names apart.
            await work.users.meet(asker.user_id, asker.locale)
            character = None
            name = order.name
            if isinstance(order.character, SavedCharacter):
                # It may have been deleted meanwhile; then it is saved once more.
                character = await work.characters.get(asker.user_id, order.character.id)
                name = order.character.name
            if character is None:
                character = await self._characters.save(work, asker.user_id, name, result.character, portrait)
            if result.others:
                await self._characters.offer(work, character, [result.character, *result.others])
            animoji = await work.animojis.add(
                asker.user_id, character, result, order.caption, order.background, asker.guild_id
            )
        return Finished(animoji, character, result)

    async def redraw(
        self,
        animoji: KeptAnimoji,
        output: Output,
        asker: Asker,
        on_state: OnState | None = None,
        caption: str | None = None,
        best_seconds: float | None = None,
        outline: Outline = Outline.AUTO,
    ) -> AnimojiResult:
        """A kept animoji as another file. ``caption`` None: its own; the rest as in ``AnimojiRequest``.

        Raises:
            AnimojiUnknownError, CharacterGoneError: it was deleted meanwhile.
            As ``make`` does.
        """
        request = AnimojiRequest(
            character=await self._characters.load(animoji.character),
            motion=TrackMotion(await self.track(animoji)),
            output=output,
            caption=animoji.caption if caption is None else caption,
            background=animoji.background,
            outline=outline,
            best_seconds=best_seconds,
        )
        return await self._jobs.run(request, asker, on_state)

    async def still(self, character: Character, output: Output, asker: Asker, on_state: OnState | None = None) -> bytes:
        """A character's portrait: a PNG of one frame. ``output``'s format and fps do not matter."""
        motion = TrackMotion(PoseTrack.still(portrait_pose(character)[None]))
        request = AnimojiRequest(character, motion, replace(output, format=Format.APNG, fps=1.0))
        return (await self._jobs.run(request, asker, on_state, counts=False)).data

    async def paint(self, asker: Asker, character_id: int) -> bytes | None:
        """Gives one of the asker's characters the portrait that it lacks, and answers it.

        Raises:
            As ``make`` does.
        """
        saved = await self._characters.find(asker.user_id, str(character_id))
        picture = await self.still(await self._characters.load(saved), Output(size=PORTRAIT_SIZE), asker)
        portrait = await asyncio.to_thread(portrait_of, picture)
        async with self._store.work() as work:
            await work.characters.paint(saved.id, portrait)
        return portrait

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

    async def track(self, animoji: KeptAnimoji) -> PoseTrack:
        """The motion of an animoji. Raises AnimojiUnknownError if it was deleted meanwhile."""
        async with self._store.look() as work:
            track = await work.animojis.track(animoji.id)
        if track is None:
            raise AnimojiUnknownError
        return track

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
