"""Speaks to people for jobs, with nothing but what their rows say: as well after a restart as before."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Awaitable, Callable
from typing import Any, Final

import discord

from bot.client import UNREACHABLE, Client
from bot.discord_services.weather import is_weather
from bot.domain import Job
from bot.errors import UndeliverableError
from bot.services.courier import NotYetError, Standing
from bot.services.failures import Failure
from bot.services.leases import now
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
    is_fetched,
    is_quiet,
)
from bot.texts import say
from bot.views.characters import character_letter, gallery_letter
from bot.views.elsewhere import archive_letter
from bot.views.expressing import emoji_letter, pack_headline, pack_letter, sticker_letter
from bot.views.failure import told
from bot.views.gallery import try_on_letter
from bot.views.job_reply import progress_page, state_text
from bot.views.journal import write_down_made
from bot.views.layout import text_page
from bot.views.letters import Letter, audience_of, reader_of
from bot.views.making import animoji_letter, file_letter
from bot.views.suggesting import suggestion_letter
from pipeline import AnimojiResult, Likeness

log = logging.getLogger(__name__)

_ORIGINAL: Final[Any] = "@original"
"""The message that answers an interaction, where a message's id would stand (API reference)."""


class DiscordCourier:
    """The ``bot.services.courier.Courier`` of a bot."""

    def __init__(self, bot: Client) -> None:
        self._bot = bot

    async def show(self, job: Job, wish: Wish, standing: Standing) -> None:
        """Shows how far a job is, for as long as its interaction can be answered."""
        if now() >= job.token_until:
            return
        language = await audience_of(self._bot.services, job)
        if isinstance(wish, Suggest):
            text = state_text(standing, language, say("looks.looking", language))
        else:
            text = f"{pack_headline(job, wish, language)}\n{state_text(standing, language)}".strip()
        await self._bot.webhook(job.token).edit_message(_ORIGINAL, view=progress_page(job.id, text, language))

    async def deliver(self, job: Job, wish: Wish, results: list[AnimojiResult]) -> None:
        """Makes of the results what was wished for, and hands it over, unless its person fetches it."""
        if is_fetched(wish):
            return
        try:
            letter = await self._letter(job, wish, results)
        except NotYetError as error:
            await self._say_when(job, error)
            raise
        message = await self._hand_over(job, letter, quiet=is_quiet(wish))
        await write_down_made(self._bot, job)
        if job.animoji_id is not None and message is not None:
            await self._bot.services.animojis.posted(job.animoji_id, message.channel.id, message.id)

    async def suggest(self, job: Job, _wish: Suggest, likeness: Likeness) -> None:
        """Suggests words to the person who looks like that."""
        await self._hand_over(job, suggestion_letter(job, likeness), quiet=False)

    async def tell(self, job: Job, failure: Failure) -> None:
        """Tells a person, and nobody else, why there is no result."""
        text = told(failure, reader_of(job))
        if now() < job.token_until:
            try:
                await self._answer_privately(job, text)
                return
            except discord.HTTPException as error:
                if is_weather(error):
                    raise
        try:
            await (await self._bot.create_dm(discord.Object(job.owner_id))).send(text, nonce=job.id)
        finally:  # whether or not they take direct messages
            await self._take_progress_away(job)

    def is_weather(self, error: Exception) -> bool:
        """Whether it passes by itself."""
        return is_weather(error)

    async def _letter(self, job: Job, wish: Wish, results: list[AnimojiResult]) -> Letter:
        services = self._bot.services
        match wish:
            case NewAnimoji():
                return await animoji_letter(services, job, results[0])
            case OtherFile():
                return await file_letter(services, job, wish, results[0])
            case NewEmoji():
                return await emoji_letter(services, job, wish, results[0])
            case NewSticker():
                return await sticker_letter(services, job, wish, results[0])
            case NewPack():
                return await pack_letter(services, job, wish, results)
            case PackFiles():
                return await archive_letter(job, wish, results)
            case ShowCharacter():
                return await character_letter(services, job, wish, results[0])
            case TryOn():
                return await try_on_letter(services, job, wish, results[0])
            case PaintPortraits():
                return await gallery_letter(services, job, wish, results)
            case BestLoop() | SetSticker() | FilledSet() | NewStudent() | Suggest() | NewFigure():
                raise ValueError("this is not what people in Discord get")

    async def _hand_over(self, job: Job, letter: Letter, quiet: bool) -> discord.Message | None:
        """The message, where it stands now: the answer itself, or a new one in the channel, or else a direct one."""
        if now() < job.token_until:
            try:
                return await self._bot.webhook(job.token).edit_message(
                    _ORIGINAL, view=letter.page(""), attachments=letter.attachments()
                )
            except discord.HTTPException as error:
                if is_weather(error):
                    raise
                log.warning("the answer was not taken, it goes to the channel: %s", error)
        if quiet:
            return None
        first = say("job.delivered_late", reader_of(job), mention=f"<@{job.owner_id}>")
        ping = discord.AllowedMentions(users=[discord.Object(job.owner_id)])
        for place in self._places(job):
            try:
                # The same nonce again gives the same message again (API reference, create message).
                message: discord.Message = await (await place()).send(
                    view=letter.page(first), files=letter.attachments(), allowed_mentions=ping, nonce=job.id
                )
            except discord.HTTPException as error:
                if is_weather(error):
                    raise
                continue
            await self._take_progress_away(job)
            return message
        log.error("nobody took the answer to user %d", job.owner_id)
        raise UndeliverableError

    def _places(self, job: Job) -> list[Callable[[], Awaitable[discord.abc.Messageable]]]:
        async def channel() -> discord.abc.Messageable:
            return self._bot.get_partial_messageable(job.channel_id or 0)

        async def person() -> discord.abc.Messageable:
            return await self._bot.create_dm(discord.Object(job.owner_id))

        return [person] if job.private or job.channel_id is None else [channel, person]

    async def _answer_privately(self, job: Job, text: str) -> None:
        webhook = self._bot.webhook(job.token)
        if job.private:
            await webhook.edit_message(_ORIGINAL, view=text_page(text), attachments=[])
            return
        with contextlib.suppress(discord.NotFound):  # somebody else took it away already
            await webhook.delete_message(_ORIGINAL)
        await webhook.send(text, ephemeral=True)

    async def _say_when(self, job: Job, error: NotYetError) -> None:
        """Says that Discord takes no more emoji for now, and that it goes on by itself."""
        text = say("emoji.waiting", reader_of(job), when=discord.utils.format_dt(error.until, "R"))
        if now() < job.token_until:
            with contextlib.suppress(*UNREACHABLE):
                await self._bot.webhook(job.token).edit_message(_ORIGINAL, view=text_page(text))

    async def _take_progress_away(self, job: Job) -> None:
        """Deletes the progress that the interaction itself can no longer change."""
        if job.message_id is None or job.channel_id is None or job.private:
            return
        with contextlib.suppress(*UNREACHABLE):
            await self._bot.get_partial_messageable(job.channel_id).get_partial_message(job.message_id).delete()
