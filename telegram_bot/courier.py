"""Speaks to people in Telegram for jobs, with nothing but what their rows say: as well after a restart as before.

The message that shows a job's progress becomes its result, because to edit a message twice does no harm and to send one
twice does. Only stickers cannot be put into a message that is there.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Any, Final

from telegram import (
    Bot,
    InlineKeyboardMarkup,
    InputMediaAnimation,
    InputMediaPhoto,
    InputMediaVideo,
    Message,
    ReplyParameters,
)
from telegram.error import BadRequest, RetryAfter, TelegramError

from bot.domain import Job
from bot.errors import AnimojiUnknownError
from bot.services.courier import Standing
from bot.services.failures import Failure
from bot.services.posts import UnsureError
from bot.services.services import Services
from bot.services.wishes import BestLoop, FilledSet, NewAnimoji, SetSticker, ShowCharacter, Suggest, Wish
from pipeline import AnimojiResult, Likeness
from telegram_bot.keyboards import (
    animoji_keyboard,
    cancel_keyboard,
    character_keyboard,
    link_keyboard,
    sticker_keyboard,
    suggestion_keyboard,
)
from telegram_bot.results import caption_of, character_words, photo_of
from telegram_bot.sending import edit, is_weather, once, pause_of
from telegram_bot.sets import EMOJI, PackedSticker, StickerSets, emoji_of, link_of
from telegram_bot.suggesting import suggestion_text
from telegram_bot.words import failure_text, quoted, reader_of, say, standing_text

log = logging.getLogger(__name__)

_SHOWING: Final = 1.0
"""Seconds within which a progress has been shown, or is not shown at all."""
Media = InputMediaAnimation | InputMediaPhoto | InputMediaVideo
_NAMES: Final[dict[type[Media], str]] = {
    InputMediaAnimation: "animoji.mp4",
    InputMediaVideo: "animoji.mp4",
    InputMediaPhoto: "character.jpg",
}


class TelegramCourier:
    """The ``bot.services.courier.Courier`` of a bot in Telegram."""

    def __init__(self, bot: Bot, services: Services) -> None:
        self._bot = bot
        self._services = services
        self._sets = StickerSets(bot, services.store)
        self._hushed: dict[int, float] = {}
        """Chats that Telegram wants to be left alone, and until when (``time.monotonic``)."""
        self._showing: dict[int, asyncio.Task[Any]] = {}
        self._shown: dict[int, str] = {}
        """What stands in the messages of jobs: Telegram does not take the same once more."""

    async def show(self, job: Job, wish: Wish, standing: Standing) -> None:
        """Shows how far a job is, unless Telegram has asked for silence in that chat."""
        if job.message_id is None or self._hushed.get(job.channel_id or 0, 0.0) > time.monotonic():
            return
        language = reader_of(job)
        text = standing_text(standing, language)
        if isinstance(wish, FilledSet):
            number = min(job.part, len(wish.feelings) - 1)  # the icon is drawn within the last step
            feeling = say(f"feeling.{wish.feelings[number]}", language)
            step = say("pack.step", language, done=number + 1, count=len(wish.feelings), feeling=feeling)
            text = f"{step}\n{text}"
        if self._shown.get(job.id, say("job.starting", language)) == text:
            return
        task = asyncio.ensure_future(self._edit_text(job, text, cancel_keyboard(job.id, language)))
        self._showing[job.id] = task
        try:
            await asyncio.wait_for(task, _SHOWING)
            self._shown[job.id] = text
        except RetryAfter as error:
            self._hushed[job.channel_id or 0] = time.monotonic() + pause_of(error)
            raise
        finally:
            self._showing.pop(job.id, None)

    async def deliver(self, job: Job, wish: Wish, results: list[AnimojiResult]) -> None:
        """Makes of the results what was wished for, and hands it over."""
        await self._until_shown(job)
        match wish:
            case NewAnimoji():
                await self._animoji(job, results[0])
            case BestLoop(animoji_id):
                await self._sticker(job, animoji_id, results[0])
            case SetSticker(animoji_id):
                animoji = await self._services.animojis.get(animoji_id)
                made = [PackedSticker(results[0].data, emoji_of(results[0].track))]
                await self._pack(job, animoji.character.id, made)
            case FilledSet(character, _, feelings):
                *drawn, icon = results
                made = [PackedSticker(each.data, EMOJI[name]) for each, name in zip(drawn, feelings, strict=True)]
                await self._pack(job, character.id, made, icon.data)
            case ShowCharacter():
                await self._character(job, wish, results[0])
            case _:
                raise ValueError(f"nobody asks for this in Telegram: {wish}")

    async def suggest(self, job: Job, _wish: Suggest, likeness: Likeness) -> None:
        """Suggests words to the person who looks like that."""
        await self._until_shown(job)
        language = reader_of(job)
        keyboard = suggestion_keyboard(job.id, language) if likeness.traits else None
        await self._say(job, suggestion_text(likeness, language), keyboard)

    async def tell(self, job: Job, failure: Failure) -> None:
        """Tells a person why there is no result."""
        await self._until_shown(job)
        await self._say(job, failure_text(failure, reader_of(job)))

    def is_weather(self, error: Exception) -> bool:
        """Whether it passes by itself."""
        return is_weather(error)

    async def _animoji(self, job: Job, result: AnimojiResult) -> None:
        if job.animoji_id is None:
            raise AnimojiUnknownError
        finished = await self._services.animojis.finished(job.animoji_id, result)
        language = reader_of(job)
        caption = await asyncio.to_thread(caption_of, finished, language)
        kind = InputMediaVideo if result.sound else InputMediaAnimation
        message = await self._put(job, kind, result.data, caption, animoji_keyboard(finished.animoji, language))
        if message is not None:
            await self._services.animojis.posted(finished.animoji.id, message.chat.id, message.message_id)

    async def _character(self, job: Job, wish: ShowCharacter, result: AnimojiResult) -> None:
        language = reader_of(job)
        saved = await self._services.characters.find(job.owner_id, str(wish.character.id))
        words = await asyncio.to_thread(character_words, saved, result.character, language)
        photo = await asyncio.to_thread(photo_of, result.data)
        await self._put(job, InputMediaPhoto, photo, words, character_keyboard(saved.id, language))

    async def _sticker(self, job: Job, animoji_id: int, result: AnimojiResult) -> None:
        """Sends a sticker once. Where nobody can know whether it arrived, the person decides whether it comes again."""
        if job.attempts == 1:
            try:
                await once(
                    lambda: self._bot.send_sticker(
                        job.channel_id or 0, result.data, emoji=emoji_of(result.track), reply_parameters=_behind(job)
                    )
                )
            except UnsureError as error:
                log.warning("it is not known whether the sticker of job %d arrived: %s", job.id, error)
            else:
                await self._take_progress_away(job)
                return
        language = reader_of(job)
        await self._say(job, say("sticker.unsure", language), sticker_keyboard(animoji_id, language))

    async def _pack(self, job: Job, character_id: int, stickers: list[PackedSticker], icon: bytes = b"") -> None:
        language = reader_of(job)
        saved = await self._services.characters.find(job.owner_id, str(character_id))
        kept = await self._sets.fill(job, saved, stickers)
        if icon:
            await self._sets.give_icon(job, kept, icon)
        link = link_of(kept)
        text = say("pack.ready", language, count=len(stickers), title=quoted(kept.title), link=link)
        await self._say(job, text, link_keyboard(link, language))

    async def _put(
        self, job: Job, kind: type[Media], data: bytes, caption: str, keyboard: InlineKeyboardMarkup
    ) -> Message | None:
        """Turns the job's message into this; None where it is that already. A lost message is replaced."""
        if job.message_id is not None:
            media = kind(data, caption=caption, filename=_NAMES[kind])
            with _lost():
                edited = await edit(
                    lambda: self._bot.edit_message_media(media, job.channel_id, job.message_id, reply_markup=keyboard)
                )
                return edited if isinstance(edited, Message) else None
        sends: dict[type[Media], Callable[..., Awaitable[Message]]] = {
            InputMediaAnimation: self._bot.send_animation,
            InputMediaVideo: self._bot.send_video,
            InputMediaPhoto: self._bot.send_photo,
        }
        more: dict[str, Any] = {"caption": caption, "reply_markup": keyboard, "filename": _NAMES[kind]}
        return await _send_once(job, lambda: sends[kind](job.channel_id, data, **more))

    async def _say(self, job: Job, text: str, keyboard: InlineKeyboardMarkup | None = None) -> None:
        """Turns the job's message into words."""
        if job.message_id is not None:
            with _lost():
                await edit(lambda: self._edit_text(job, text, keyboard))
                return
        await _send_once(job, lambda: self._bot.send_message(job.channel_id or 0, text, reply_markup=keyboard))

    async def _edit_text(self, job: Job, text: str, keyboard: InlineKeyboardMarkup | None) -> object:
        return await self._bot.edit_message_text(text, job.channel_id, job.message_id, reply_markup=keyboard)

    async def _until_shown(self, job: Job) -> None:
        """Waits for a progress that is on its way, lest it cover what comes now."""
        self._shown.pop(job.id, None)
        task = self._showing.get(job.id)
        if task is not None:
            await asyncio.wait({task}, timeout=_SHOWING)

    async def _take_progress_away(self, job: Job) -> None:
        if job.message_id is not None:
            with contextlib.suppress(TelegramError):
                await self._bot.delete_message(job.channel_id or 0, job.message_id)


async def _send_once(job: Job, send: Callable[[], Awaitable[Message]]) -> Message | None:
    """A new message; None where nobody knows whether it arrived, as two would be worse."""
    try:
        return await once(send)
    except UnsureError as error:
        log.warning("it is not known whether the answer to job %d arrived: %s", job.id, error)
        return None


@contextlib.contextmanager
def _lost() -> Any:
    """Goes on behind the block where Telegram has no such message any more, or does not let it be changed."""
    try:
        yield
    except BadRequest as error:
        words = error.message.lower()
        if not any(sign in words for sign in ("not found", "can't be edited", "no text in the message")):
            raise


def _behind(job: Job) -> ReplyParameters | None:
    """Where a message is put: as an answer to the job's own."""
    return None if job.message_id is None else ReplyParameters(job.message_id, allow_sending_without_reply=True)
