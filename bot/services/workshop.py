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
from bot.errors import CharacterGoneError, UploadGoneError
from bot.services.animojis import AnimojiService
from bot.services.characters import CharacterService
from bot.services.engine import Result
from bot.services.orders import (
    Attached,
    Beside,
    Clip,
    Moves,
    Order,
    Own,
    Picture,
    Preset,
    SameMotion,
    Says,
    Sketch,
    Voice,
    Words,
)
from bot.services.pictures import PORTRAIT_SIZE, portrait_of
from bot.services.students import StudentService
from bot.services.uploads import UploadService
from bot.services.wishes import (
    BestLoop,
    FilledSet,
    NewAnimoji,
    NewEmoji,
    NewFigure,
    NewPack,
    NewSticker,
    NewStudent,
    OtherFile,
    PackFiles,
    PaintPortraits,
    SetSticker,
    ShowCharacter,
    Suggest,
    TryOn,
    Wish,
)
from bot.store.database import Store, Work
from pipeline import (
    FACE,
    FEELINGS,
    FULL,
    AnimojiRequest,
    AnimojiResult,
    Asks,
    BlobGoneError,
    Blobs,
    CharacterSource,
    Format,
    LookRequest,
    MotionSource,
    Outline,
    Output,
    Partner,
    PictureSource,
    PoserName,
    PoseTrack,
    PresetMotion,
    PromptSource,
    SpeechMotion,
    TrackMotion,
    VideoMotion,
    VoiceMotion,
    find_target,
    neutral_poses,
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


_TRIED_ON: Final = "wave"
"""What a character of a gallery does for a visitor: short, and it shows a hand."""


class Workshop:
    """Opens wishes as requests, and keeps what came of them."""

    def __init__(
        self,
        store: Store,
        uploads: UploadService,
        characters: CharacterService,
        animojis: AnimojiService,
        students: StudentService,
        blobs: Blobs,
    ) -> None:
        self._store = store
        self._students = students
        self._blobs = blobs
        self._uploads = uploads
        self._characters = characters
        self._animojis = animojis

    @asynccontextmanager
    async def open(self, wish: Wish, part: int) -> AsyncIterator[Asks[Result]]:
        """A part of the wish as a request, whose files are on disk for as long as the block lasts.

        Raises:
            UserError: a file is too large, empty or gone, or the character or the animoji is.
        """
        async with AsyncExitStack() as files:
            match wish:
                case NewAnimoji():
                    yield await self._ordered(wish, files)
                case Suggest():
                    yield LookRequest(await files.enter_async_context(self._uploads.fetch(wish.file)))
                case NewFigure():
                    yield await self._figure(wish, files)
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
                case BestLoop(animoji_id, place) | SetSticker(animoji_id, place):
                    kept = await self._animojis.get(animoji_id)
                    who = await self._characters.load(kept.character.id)
                    yield find_target(place).request(who, await self._animojis.motion(animoji_id))
                case PackFiles(character, place, feelings) | FilledSet(character, place, feelings):
                    piece = pieces_of(find_target(place), feelings)[part]
                    yield piece.target.request(await self._characters.load(character.id), PresetMotion(piece.motion))
                case ShowCharacter(character, output=output):
                    yield await self._still(character.id, output)
                case TryOn(character, output):
                    motion = PresetMotion(_TRIED_ON)
                    yield AnimojiRequest(await self._characters.load(character.id), motion, output)
                case PaintPortraits(characters):
                    yield await self._still(characters[part], Output(size=PORTRAIT_SIZE))
                case NewStudent():
                    raise ValueError("a student is no animoji")

    async def _figure(self, wish: NewFigure, files: AsyncExitStack) -> AnimojiRequest:
        """The whole figure at rest: what counts is the character that it is of."""
        try:
            data = await self._blobs.get(wish.picture)
        except BlobGoneError as error:
            raise UploadGoneError from error
        picture = PictureSource(await files.enter_async_context(self._uploads.unpack(data)), wish.face)
        still = TrackMotion(PoseTrack.still(neutral_poses(1)))
        return AnimojiRequest(picture, still, Output(Format.WEBP, EMOJI_SIZE, framing=FULL))

    async def _ordered(self, wish: NewAnimoji, files: AsyncExitStack) -> AnimojiRequest:
        order, output = wish.order, wish.output

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
            case Own(number, pick=pick):
                if pick is not None:  # only now: an order that is refused changes nothing
                    await self._characters.choose(number, pick)
                character = await self._characters.load(number)
                if not wish.in_studio:  # there, people choose a size themselves
                    output = replace(output, size=await self._students.size_for(character, output.size))
        motion: MotionSource
        match order.motion:
            case Clip(file, seconds):
                motion = VideoMotion(await fetched(file), max_seconds=seconds)
            case Voice(file):
                motion = VoiceMotion(await fetched(file))
            case Says(text):
                motion = SpeechMotion(text)
            case Preset(name):
                motion = PresetMotion(name)
            case Moves():
                motion = order.motion.motion
            case SameMotion(animoji_id):
                motion = await self._animojis.motion(animoji_id)
        return AnimojiRequest(
            character,
            motion,
            output,
            order.caption,
            order.background,
            effects=order.effects,
            outline=order.outline,
            best_seconds=order.best_seconds,
            partner=None if order.beside is None else await self._partner(order.beside),
        )

    async def _partner(self, beside: Beside) -> Partner:
        character = await self._characters.load(beside.character.id)
        match beside.motion:
            case Preset(name):
                return Partner(character, PresetMotion(name))
            case SameMotion(animoji_id):
                return Partner(character, await self._animojis.partners_motion(animoji_id))
        return Partner(character)

    async def _redrawn(self, animoji_id: int, output: Output) -> AnimojiRequest:
        kept = await self._animojis.get(animoji_id)
        beside = None if kept.partner is None else Beside(Own.of(kept.partner), SameMotion(animoji_id))
        return AnimojiRequest(
            await self._characters.load(kept.character.id),
            await self._animojis.motion(animoji_id),
            output,
            caption=kept.caption,
            background=kept.background,
            partner=None if beside is None else await self._partner(beside),
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

    async def keep(self, job: Job, wish: Wish, result: Result, until: datetime) -> Job:
        """Keeps what is to be kept of the last part of a job, and calls the job rendered, in one transaction.

        Raises:
            LeaseLostError: the job is somebody else's by now; nothing is kept.
        """
        portrait = await self._portrait(wish, result)
        async with self._store.work() as work:
            # First, so that of two who have drawn the same job only one gets any further.
            rendered = await work.jobs.rendered(job, datetime.now(timezone.utc), until)
            if not isinstance(wish, NewAnimoji) or not isinstance(result, AnimojiResult):
                return rendered
            animoji_id = await self._keep_animoji(work, job, wish.order, result, portrait)
            return await work.jobs.kept(rendered, animoji_id)

    async def _portrait(self, wish: Wish, result: Result) -> bytes | None:
        """The first picture of a new animoji, unless there are words or a scene in it: then it is no portrait, and
        one is painted when a list needs it.
        """
        if not isinstance(wish, NewAnimoji) or not isinstance(result, AnimojiResult):
            return None
        if not wish.order.caption and wish.order.background == "transparent":
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
        partner = None
        if order.beside is not None:
            partner = await work.characters.anybodys(order.beside.character.id)
            if partner is None:  # whoever lent it has taken it back
                raise CharacterGoneError
        kept = await work.animojis.add(
            job.owner_id, character, result, order.caption, order.background, job.guild_id, order.spoiler, partner
        )
        return kept.id


def emoji_output(fps: float) -> Output:
    """An emoji's file: the face alone, 128 px with soft edges, at most 256 KiB."""
    return Output(Format.WEBP, EMOJI_SIZE, min(fps, _EMOJI_FPS), EMOJI_BYTES, FACE)
