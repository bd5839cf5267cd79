"""What a wish needs of the engine, and what of the result is kept in the database."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from datetime import datetime, timezone
from pathlib import Path
from typing import Final

from bot.domain import Job
from bot.services.animojis import AnimojiService
from bot.services.characters import CharacterService
from bot.services.orders import Attached, Clip, Order, Own, Picture, Preset, SameMotion, Sketch, Voice, Words
from bot.services.pictures import PORTRAIT_SIZE, portrait_of
from bot.services.students import StudentService
from bot.services.uploads import UploadService
from bot.services.wishes import (
    NewAnimoji,
    NewEmoji,
    NewPack,
    NewSticker,
    NewStudent,
    OtherFile,
    PackFiles,
    PaintPortraits,
    ShowCharacter,
    Wish,
)
from bot.store.database import Store, Work
from pipeline import (
    FACE,
    FEELINGS,
    AnimojiRequest,
    AnimojiResult,
    CharacterSource,
    Format,
    MotionSource,
    Outline,
    Output,
    PictureSource,
    PoserName,
    PoseTrack,
    PresetMotion,
    PromptSource,
    TrackMotion,
    VideoMotion,
    VoiceMotion,
    find_target,
    pieces_of,
    portrait_pose,
)

EMOJI_SIZE: Final = 128
"""Pixels; Discord's size (API reference, resources/emoji)."""
EMOJI_BYTES: Final = 256 * 1024
"""Discord's limit for an emoji file (API reference, resources/emoji)."""
STICKER_SIZE: Final = 320
STICKER_BYTES: Final = 512 * 1024
"""Discord's limits for a sticker (API reference, resources/sticker)."""
LOOP_SECONDS: Final = 2.5
"""How long an emoji's or a sticker's loop is at most: short ones keep their colours and their rate."""
_EMOJI_FPS: Final = 20.0
"""Frames per second of an emoji or a sticker, at most."""


class Workshop:
    """Opens wishes as requests, and keeps what came of them."""

    def __init__(
        self,
        store: Store,
        uploads: UploadService,
        characters: CharacterService,
        animojis: AnimojiService,
        students: StudentService,
    ) -> None:
        self._store = store
        self._students = students
        self._uploads = uploads
        self._characters = characters
        self._animojis = animojis

    @asynccontextmanager
    async def open(self, wish: Wish, part: int) -> AsyncIterator[AnimojiRequest]:
        """A part of the wish as a request, whose files are on disk for as long as the block lasts.

        Raises:
            UserError: a file is too large, empty or gone, or the character or the animoji is.
        """
        async with AsyncExitStack() as files:
            match wish:
                case NewAnimoji(order, output):
                    yield await self._ordered(order, output, files)
                case OtherFile(animoji_id, output):
                    yield await self._redrawn(animoji_id, output)
                case NewEmoji(animoji_id):
                    kept = await self._animojis.get(animoji_id)
                    drawn = await self._redrawn(animoji_id, emoji_output(kept.fps))
                    yield replace(drawn, caption="", best_seconds=LOOP_SECONDS)
                case NewSticker(animoji_id):
                    yield await self._sticker(animoji_id)
                case NewPack(character, feelings=feelings):
                    motion = PresetMotion(FEELINGS[feelings[part]])
                    request = AnimojiRequest(
                        await self._characters.load(character.id), motion, emoji_output(_EMOJI_FPS)
                    )
                    yield replace(request, best_seconds=LOOP_SECONDS)
                case PackFiles(character, place, feelings):
                    piece = pieces_of(find_target(place), feelings)[part]
                    yield piece.target.request(await self._characters.load(character.id), PresetMotion(piece.motion))
                case ShowCharacter(character, output=output):
                    yield await self._still(character.id, output)
                case PaintPortraits(characters):
                    yield await self._still(characters[part], Output(size=PORTRAIT_SIZE))
                case NewStudent():
                    raise ValueError("a student is no animoji")

    async def _ordered(self, order: Order, output: Output, files: AsyncExitStack) -> AnimojiRequest:
        async def fetched(file: Attached) -> Path:
            return await files.enter_async_context(self._uploads.fetch(file))

        character: CharacterSource
        match order.character:
            case Words(prompt, seed, source):
                character = PromptSource(prompt, seed, source)
            case Sketch(words, file):
                character = PromptSource(words.prompt, words.seed, words.source, await fetched(file))
            case Picture(file):
                character = PictureSource(await fetched(file))
            case Own(number):
                character = await self._characters.load(number)
                output = replace(output, size=await self._students.size_for(character, output.size))
        motion: MotionSource
        match order.motion:
            case Clip(file, seconds):
                motion = VideoMotion(await fetched(file), max_seconds=seconds)
            case Voice(file):
                motion = VoiceMotion(await fetched(file))
            case Preset(name):
                motion = PresetMotion(name)
            case SameMotion(animoji_id):
                motion = await self._animojis.motion(animoji_id)
        return AnimojiRequest(
            character, motion, output, caption=order.caption, background=order.background, effects=order.effects
        )

    async def _redrawn(self, animoji_id: int, output: Output) -> AnimojiRequest:
        kept = await self._animojis.get(animoji_id)
        return AnimojiRequest(
            await self._characters.load(kept.character.id),
            await self._animojis.motion(animoji_id),
            output,
            caption=kept.caption,
            background=kept.background,
        )

    async def _sticker(self, animoji_id: int) -> AnimojiRequest:
        """The best part as an APNG of 320 px and at most 512 KiB, with a white border."""
        kept = await self._animojis.get(animoji_id)
        output = Output(Format.APNG, STICKER_SIZE, min(kept.fps, _EMOJI_FPS), STICKER_BYTES)
        drawn = await self._redrawn(animoji_id, output)
        return replace(drawn, best_seconds=LOOP_SECONDS, outline=Outline.WHITE)

    async def _still(self, character_id: int, output: Output) -> AnimojiRequest:
        """A character's portrait: a PNG of one frame."""
        character = await self._characters.load(character_id)
        motion = TrackMotion(PoseTrack.still(portrait_pose(character)[None]))
        return AnimojiRequest(character, motion, replace(output, format=Format.APNG, fps=1.0))

    async def keep(self, job: Job, wish: Wish, result: AnimojiResult, until: datetime) -> Job:
        """Keeps what is to be kept of the last part of a job, and calls the job rendered, in one transaction.

        Raises:
            LeaseLostError: the job is somebody else's by now; nothing is kept.
        """
        portrait = await self._portrait(wish, result)
        async with self._store.work() as work:
            # First, so that of two who have drawn the same job only one gets any further.
            rendered = await work.jobs.rendered(job, datetime.now(timezone.utc), until)
            if not isinstance(wish, NewAnimoji):
                return rendered
            animoji_id = await self._keep_animoji(work, job, wish.order, result, portrait)
            return await work.jobs.kept(rendered, animoji_id)

    async def _portrait(self, wish: Wish, result: AnimojiResult) -> bytes | None:
        """The first picture of a new animoji, unless there are words or a scene in it: then it is no portrait, and
        one is painted when a list needs it.
        """
        if isinstance(wish, NewAnimoji) and not wish.order.caption and wish.order.background == "transparent":
            return await asyncio.to_thread(portrait_of, result.data)
        return None

    async def _keep_animoji(
        self, work: Work, job: Job, order: Order, result: AnimojiResult, portrait: bytes | None
    ) -> int:
        # This holds the person's row, so that two of their jobs that end together find names apart.
        await work.users.meet(job.owner_id, job.locale)
        character = None
        name = order.name or order.after
        if isinstance(order.character, Own):
            # It may have been deleted meanwhile; then it is saved once more.
            character = await work.characters.get(job.owner_id, order.character.id)
            name = order.character.name
        if character is None:
            character = await self._characters.save(work, job.owner_id, name, result.character, portrait)
        elif result.poser is PoserName.THA3:  # it was saved before there were students, or by a machine without them
            await self._students.want(work, character, again=False)
        if result.others:
            await self._characters.offer(work, character, [result.character, *result.others])
        kept = await work.animojis.add(
            job.owner_id, character, result, order.caption, order.background, job.guild_id, order.spoiler
        )
        return kept.id


def emoji_output(fps: float) -> Output:
    """An emoji's file: the face alone, 128 px with soft edges, at most 256 KiB."""
    return Output(Format.WEBP, EMOJI_SIZE, min(fps, _EMOJI_FPS), EMOJI_BYTES, FACE)
