"""Messages that begin with a character's prefix are taken away, and said by that character instead."""

from __future__ import annotations

import asyncio
import logging
import re
from contextlib import AsyncExitStack
from typing import Any, Final

import discord

from bot.client import Client, lying_in, writer
from bot.discord_services.speeches import QUOTE, Utterance, Venue, quote_of
from bot.domain import SavedCharacter, Speaking
from bot.services.metrics import kind_of
from bot.services.orders import Attached
from bot.speech_errors import (
    BotNeedsMessagesError,
    SpeechBusyError,
    SpeechFilesError,
    SpeechKindError,
    SpeechPlaceError,
)
from bot.texts import Language, file_size, say
from bot.views.failure import failure_text
from bot.views.layout import bare
from bot.views.parts import let_in
from bot.views.speaking import stage_at

log = logging.getLogger(__name__)

_KINDS: Final = (discord.MessageType.default, discord.MessageType.reply)
_TOLD_SECONDS: Final = 20.0
"""How long it stands below a message why it was left as it is."""
_QUOTED: Final = 60
"""Characters that are quoted of what is answered."""
_MARKS: Final = re.compile(r"[\[\]()<>*_~|`\\#@]")
"""What would end a link, or be read as markdown in it."""


async def hear(client: Client, message: discord.Message) -> None:
    """Lets a character say a message, if it begins as one of its author's characters begins and the server wants that.

    Where it cannot be done the message stays, and its author is told why.
    """
    if message.guild is None or message.author.bot or message.type not in _KINDS or not message.content:
        return
    if (task := asyncio.current_task()) is not None:
        client.answering.add(task)
        task.add_done_callback(client.answering.discard)
    try:
        if (await client.services.guilds.rules(message.guild.id)).speaking is not Speaking.PREFIX:
            return
        addressed = await client.services.speeches.addressed(message.author.id, message.content)
        if addressed is None or not (addressed[1] or message.attachments):
            return
        await _replace(client, message, *addressed)
    except Exception as error:
        await _tell(client, message, error)


async def _replace(client: Client, message: discord.Message, saved: SavedCharacter, text: str) -> None:
    services, who = client.services, writer(message)
    stage = await _stage(client, message)
    await let_in(client, who, message.author, lambda: lying_in(client, message.channel))
    await services.speeches.check(who, stage)
    if not stage.bot.manage_messages:
        raise BotNeedsMessagesError
    if message.stickers or message.poll or message.flags.voice or message.flags.forwarded:
        raise SpeechKindError
    async with AsyncExitStack() as stack:
        files = await _files(client, message, stack)
        speech = await services.speeches.say(
            who, stage, Utterance(saved, text, quote=_quote(client, message), files=files)
        )
    try:
        await message.delete()
    except discord.NotFound:
        pass  # somebody was quicker
    except discord.HTTPException as error:
        await services.speeches.erase(stage.spot, speech)  # once is enough
        raise (BotNeedsMessagesError if error.status == 403 else SpeechBusyError) from error


async def _stage(client: Client, message: discord.Message) -> Venue:
    channel: Any = message.channel
    guild = message.guild
    if guild is None or not isinstance(message.author, discord.Member):
        raise SpeechPlaceError
    try:
        user, bot = channel.permissions_for(message.author), channel.permissions_for(guild.me)
    except discord.ClientException as error:  # a thread whose channel nobody told of
        raise SpeechPlaceError from error
    return stage_at(channel, await lying_in(client, channel), user, bot, spoken=True)


async def _files(client: Client, message: discord.Message, stack: AsyncExitStack) -> list[discord.File]:
    """What is attached to a message, fetched. Raises SpeechFilesError, and as ``UploadService.fetch`` does."""
    limit = client.settings.max_upload_bytes
    if message.guild is not None:
        limit = min(limit, message.guild.filesize_limit)
    size = sum(file.size for file in message.attachments)
    if size > limit:
        raise SpeechFilesError(size=file_size(size), limit=file_size(limit))
    files = []
    for file in message.attachments:
        path = await stack.enter_async_context(client.services.uploads.fetch(Attached.of(file)))
        files.append(discord.File(path, file.filename, description=file.description, spoiler=file.is_spoiler()))
    return files


def _quote(client: Client, message: discord.Message) -> str:
    """A small line that says what is answered and leads there; "" where nothing is."""
    answered = message.reference.resolved if message.reference is not None else None
    if not isinstance(answered, discord.Message):
        return ""
    language = _language(client, message)
    words = quote_of(answered.clean_content)[1] if answered.webhook_id else answered.clean_content
    shown = bare(_MARKS.sub("", words), _QUOTED) or say("speech.answered_file", language)
    name = bare(_MARKS.sub("", answered.author.display_name), _QUOTED)
    return f"{QUOTE}[{say('speech.answers', language, name=name, words=shown)}]({answered.jump_url})"


def _language(client: Client, message: discord.Message) -> Language:
    """What is said in public is said in the server's language: nobody knows what a writer reads."""
    guild = message.guild
    if guild is None:
        return Language.of("")
    return Language.of(client.services.guilds.language(guild.id) or guild.preferred_locale)


async def _tell(client: Client, message: discord.Message, error: Exception) -> None:
    """Says below a message why it was left as it is, for a while and not again and again."""
    reason = failure_text(error, _language(client, message))
    client.services.metrics.failures.labels(kind_of(error)).inc()
    if not client.services.speeches.may_complain(message.author.id, _TOLD_SECONDS):
        return
    text = say("speech.left", _language(client, message), reason=reason)
    try:
        nobody = discord.AllowedMentions.none()
        await message.reply(text, allowed_mentions=nobody, silent=True, delete_after=_TOLD_SECONDS)
    except (discord.DiscordException, OSError) as refusal:
        log.warning("could not tell user %d %r: %s", message.author.id, reason, refusal)
