"""What characters look like while they speak.

A webhook's message shows what stands at an ``avatar_url``, which Discord must be able to fetch. The addresses of
attachments are signed and end within a day; those of emoji stay. So a face is drawn once, as an emoji of the bot's
own, and Discord itself serves it. What a message shows is copied when it is posted: an emoji may go afterwards.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any, Final

import discord

from bot.discord_services.expressions import APPLICATION_EMOJI, ExpressionService
from bot.discord_services.weather import is_weather
from bot.domain import Mood, SavedCharacter
from bot.services.engine import RenderEngine
from bot.services.workshop import EMOJI_BYTES, EMOJI_SIZE, LOOP_SECONDS
from bot.store.database import Store, StoreClosedError
from pipeline import (
    FACE,
    FEELINGS,
    AnimojiRequest,
    Character,
    EngineClosedError,
    Format,
    JobCancelled,
    MotionSource,
    Output,
    PoseTrack,
    PresetMotion,
    TrackMotion,
    UserError,
    portrait_pose,
    telling_pose,
)

log = logging.getLogger(__name__)

PATIENCE: Final = 1.5
"""Seconds that words wait for the face that goes with them. Mostly it is there; it is drawn in less."""
ANIMATION_KEPT: Final = timedelta(days=30)
"""How long an animation is kept that nobody shows."""
_NAME: Final = "face_"
"""How the names of these emoji begin. Nothing in them says whose they are."""
_ANIMATION_SIZE: Final = 160
_ANIMATION_FPS: Final = 20.0
_BACKDROPS: Final = ("#ffdce8", "#dcecff", "#e4f5da", "#fff0cc", "#eadfff", "#d6f3f0")
"""Colours behind faces, in which hair and white clothes can be told from a chat's dark or light ground."""
_AT_ONCE: Final = 2
_WAITING: Final = 50
"""Faces that are drawn at once, and those that may wait for it; further ones are drawn the next time."""
_TIDY_SECONDS: Final = 3600.0
_YOUNG: Final = timedelta(minutes=10)
"""Emoji that are younger may just be on their way into the table."""
_PAUSE: Final = 600.0
"""Seconds after which a face is tried again that could not be drawn."""
_FULL: Final = 30008
"""Error code: there is no room for another emoji (API reference, opcodes and status codes)."""
_EVICTED: Final = 20
"""Faces that go at once where there is no room, those first that nobody has shown for the longest time."""


@dataclass(frozen=True)
class _Task:
    """A picture that is being made: a face, or an animation."""

    character_id: int
    mood: Mood
    moves: bool


@dataclass(frozen=True)
class ShownFace:
    """Where a face can be seen, and what it shows; ``mood`` None: it is the bot's own picture."""

    url: str
    mood: Mood | None


class FaceService:
    """Draws faces, and knows where they can be seen.

    Args:
        store: the database.
        engine: draws them, beside the jobs.
        expressions: has the bot's own emoji.
        limit: how many faces are kept as emoji; there is room for 2,000 emoji of the bot in all.
    """

    def __init__(self, store: Store, engine: RenderEngine, expressions: ExpressionService, limit: int) -> None:
        self._store = store
        self._engine = engine
        self._expressions = expressions
        self._limit = min(limit, APPLICATION_EMOJI)
        self._tasks: dict[_Task, asyncio.Task[None]] = {}
        self._turns = asyncio.Semaphore(_AT_ONCE)
        self._paused: dict[_Task, float] = {}
        self._tidied_at = -_TIDY_SECONDS

    async def face(self, saved: SavedCharacter, mood: Mood) -> ShownFace:
        """The character's face. If one with this mood is not there in a moment, the neutral one stands in for it, or
        else the bot's own picture: a message without any would show the face of somebody who spoke before.
        """
        shown = await self._shown(saved)
        if mood not in shown:
            drawing = self._begin(_Task(saved.id, mood, moves=False), saved)
            if drawing is not None:
                await asyncio.wait({drawing}, timeout=PATIENCE)
                shown = await self._shown(saved)
        for each in (mood, Mood.NEUTRAL):
            if each in shown:
                return ShownFace(discord.PartialEmoji(name=_NAME, id=shown[each]).url, each)
        me = self._expressions.application.user
        return ShownFace("" if me is None else me.display_avatar.url, None)

    async def animation(self, saved: SavedCharacter, mood: Mood, patience: float | None = 0.0) -> bytes | None:
        """A short GIF of the character in this mood, if it is there within ``patience`` seconds (None: however long it
        takes).
        """
        async with self._store.look() as work:
            kept = await work.faces.animation(saved.id, mood)
        if kept is not None or patience == 0:
            return kept
        drawing = self._begin(_Task(saved.id, mood, moves=True), saved)
        if drawing is not None:
            await asyncio.wait({drawing}, timeout=patience)
        async with self._store.look() as work:
            return await work.faces.animation(saved.id, mood)

    def prepare(self, saved: SavedCharacter) -> None:
        """Has the face drawn that is needed most; nobody waits for it."""
        self._begin(_Task(saved.id, Mood.NEUTRAL, moves=False), saved)

    async def close(self) -> None:
        """Ends what is under way."""
        for task in self._tasks.values():
            task.cancel()
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)

    async def _shown(self, saved: SavedCharacter) -> dict[Mood, int]:
        async with self._store.look() as work:
            return await work.faces.emoji(saved.id)

    def _begin(self, task: _Task, saved: SavedCharacter) -> asyncio.Task[None] | None:
        """The drawing of a picture, begun if nobody draws it yet; None where it must wait for another time."""
        if task in self._tasks:
            return self._tasks[task]
        if len(self._tasks) >= _WAITING or self._paused.get(task, 0.0) > time.monotonic():
            return None
        running = asyncio.create_task(self._carefully(task, saved))
        self._tasks[task] = running
        running.add_done_callback(lambda _: self._tasks.pop(task, None))
        return running

    async def _carefully(self, task: _Task, saved: SavedCharacter) -> None:
        """Makes a picture; words never fail because of one."""
        try:
            async with self._turns:
                await self._make(task, saved)
            return
        except (EngineClosedError, StoreClosedError, JobCancelled):
            return  # the bot is going
        except Exception as error:
            bug = not isinstance(error, UserError | discord.DiscordException) and not is_weather(error)
            words = "character %d has no face that shows %s: %s"
            log.log(
                logging.ERROR if bug else logging.WARNING,
                words,
                task.character_id,
                task.mood.value,
                error,
                exc_info=bug,
            )
        while len(self._paused) >= _WAITING:
            del self._paused[next(iter(self._paused))]
        self._paused[task] = time.monotonic() + _PAUSE

    async def _make(self, task: _Task, saved: SavedCharacter) -> None:
        async with self._store.look() as work:
            character = await work.characters.load(saved.id)
        if character is None:
            return
        self._paused.pop(task, None)
        request = await asyncio.to_thread(_request, character, task)
        result = await self._engine.submit(request, owner=saved.owner_id, label="face").result()
        values: dict[str, Any] = {"animation": result.data}
        if not task.moves:
            values = {"emoji_id": await self._upload(result.data)}
        async with self._store.work() as work:
            # It may have gone meanwhile, or have got another picture.
            if await work.characters.load(saved.id) == character:
                await work.faces.keep(saved.id, task.mood, _now(), **values)
        if time.monotonic() - self._tidied_at >= _TIDY_SECONDS:
            self._tidied_at = time.monotonic()
            await self._tidy()

    async def _upload(self, picture: bytes) -> int:
        async with self._store.look() as work:
            old = await work.faces.longest_unused(max(0, self._limit - 1))
        await self._remove(old)
        application = self._expressions.application
        name = _NAME + secrets.token_hex(8)
        try:
            return (await application.create_application_emoji(name=name, image=picture)).id
        except discord.HTTPException as error:
            if error.code != _FULL:
                raise
        async with self._store.look() as work:
            kept = len(await work.faces.longest_unused(0))
            old = await work.faces.longest_unused(max(0, kept - _EVICTED))
        await self._remove(old)
        return (await application.create_application_emoji(name=name, image=picture)).id

    async def _remove(self, emoji_ids: Collection[int]) -> None:
        for emoji_id in emoji_ids:
            await self._expressions.remove_emoji(emoji_id)
        if emoji_ids:
            async with self._store.work() as work:
                await work.faces.forget(emoji_ids)

    async def _tidy(self) -> None:
        """Removes faces of characters that are gone or look different by now, and animations that nobody shows."""
        async with self._store.work() as work:
            await work.faces.forget_before(_now() - ANIMATION_KEPT)
        there = await self._expressions.application.fetch_application_emojis()
        ours = [each for each in there if each.name.startswith(_NAME) and _now() - each.created_at > _YOUNG]
        async with self._store.look() as work:
            known = await work.faces.known([each.id for each in ours])
        for emoji in ours:
            if emoji.id not in known:
                await self._expressions.remove_emoji(emoji.id)


def _now() -> datetime:
    return datetime.now(timezone.utc)


def _request(character: Character, task: _Task) -> AnimojiRequest:
    """A picture of the head. It takes a moment, so call it in a thread."""
    if task.moves:
        output = Output(Format.GIF, _ANIMATION_SIZE, _ANIMATION_FPS, 2 * EMOJI_BYTES, FACE, may_shrink=True)
        return AnimojiRequest(character, _motion(task.mood, character, still=False), output, best_seconds=LOOP_SECONDS)
    output = Output(Format.APNG, EMOJI_SIZE, 1.0, EMOJI_BYTES, FACE)
    backdrop = _BACKDROPS[character.seed % len(_BACKDROPS)]
    return AnimojiRequest(character, _motion(task.mood, character, still=True), output, background=backdrop)


def _motion(mood: Mood, character: Character, still: bool) -> MotionSource:
    if mood is Mood.NEUTRAL:
        return TrackMotion(PoseTrack.still(portrait_pose(character)[None]))
    motion = FEELINGS[mood.value]
    return TrackMotion(PoseTrack.still(telling_pose(motion)[None])) if still else PresetMotion(motion)
