"""Emoji and stickers made from animojis."""

from __future__ import annotations

import asyncio
import contextlib
import io
import logging
import math
import re
import unicodedata
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Final

import discord

from bot.domain import ExpressionKind, KeptAnimoji, MadeExpression
from bot.errors import (
    BotLacksPermissionError,
    DiscordBusyError,
    DiscordRefusedError,
    EmojiNameError,
    ExpressionUnknownError,
    NoFreeSlotsError,
    NoFreeStickerSlotsError,
    NotYoursError,
    OwnEmojiFullError,
    ServerOnlyError,
    StickerNameError,
    YouLackPermissionError,
)
from bot.services.animojis import AnimojiService
from bot.services.asker import Asker
from bot.services.jobs import OnState
from bot.store.database import Store
from pipeline import FACE, EngineClosedError, Format, Outline, Output, UserError

log = logging.getLogger(__name__)

EMOJI_SIZE: Final = 128
"""Pixels; Discord's size (API reference, resources/emoji)."""
EMOJI_BYTES: Final = 256 * 1024
"""Discord's limit for an emoji file (API reference, resources/emoji)."""
STICKER_SIZE: Final = 320
STICKER_BYTES: Final = 512 * 1024
"""Discord's limits for a sticker (API reference, resources/sticker)."""
LOOP_SECONDS: Final = 2.5
"""How long an emoji's or a sticker's loop is at most: short ones keep their colours and their rate."""
EMOJI_FPS: Final = 20.0
APPLICATION_EMOJI: Final = 2000
"""Emoji that the bot itself may have (API reference, resources/emoji)."""
_NAME: Final = re.compile(r"[A-Za-z0-9_]{2,32}")
_FULL_EMOJI: Final = frozenset({30008, 30018})
_FULL_STICKERS: Final = 30039
_MISSING_PERMISSIONS: Final = 50013
"""Error codes (API reference, opcodes and status codes)."""
LONGEST_WAIT: Final = 3600.0
"""Seconds; people report that Discord's limit for new emoji lasts 30 to 60 minutes."""

OnWait = Callable[[datetime], Awaitable[None]]
"""Told until when Discord takes no more emoji."""


@dataclass(frozen=True)
class Place:
    """Where expressions go: a server, or None for the bot's own emoji; and what the asker and the bot may do there."""

    guild: discord.Guild | None
    user: discord.Permissions
    bot: discord.Permissions

    @property
    def server(self) -> discord.Guild:
        """The server, when both may add to it.

        Raises:
            ServerOnlyError, YouLackPermissionError, BotLacksPermissionError
        """
        if self.guild is None:
            raise ServerOnlyError
        if not self.user.create_expressions:
            raise YouLackPermissionError
        if not self.bot.create_expressions:
            raise BotLacksPermissionError
        return self.guild


class ExpressionService:
    """Turns animojis into emoji and stickers.

    Args:
        own_emoji: how many of the bot's own emoji one person may have made.

    Attributes:
        client: the bot's own emoji are made through it; set by the bot when it is there.
    """

    def __init__(self, store: Store, animojis: AnimojiService, own_emoji: int) -> None:
        self._own_emoji = own_emoji
        self._stopped = asyncio.Event()
        self._store = store
        self._animojis = animojis
        self.client: discord.Client | None = None

    async def room(self, place: Place, user_id: int) -> int:
        """How many more animated emoji the server takes, or outside of servers the bot itself from this person.

        Raises:
            YouLackPermissionError, BotLacksPermissionError
        """
        if place.guild is not None:
            guild = place.server
            return max(0, guild.emoji_limit - sum(emoji.animated for emoji in guild.emojis))
        return max(0, self._own_emoji - len(await self.made_here(place, user_id)))

    async def check_emoji(self, place: Place, user_id: int) -> None:
        """Whether an animated emoji can be added: to the server, or to the bot itself outside of servers.

        Raises:
            YouLackPermissionError, BotLacksPermissionError, NoFreeSlotsError, OwnEmojiFullError
        """
        if not await self.room(place, user_id):
            raise self.full(place)

    def stop(self) -> None:
        """Ends all waiting for Discord with EngineClosedError."""
        self._stopped.set()

    async def _sleep(self, seconds: float) -> None:
        """Waits, but not longer than the bot lives; raises EngineClosedError then."""
        sleeping = asyncio.ensure_future(asyncio.sleep(seconds))
        stopped = asyncio.ensure_future(self._stopped.wait())
        try:
            await asyncio.wait({sleeping, stopped}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            sleeping.cancel()
            stopped.cancel()
        if self._stopped.is_set():
            raise EngineClosedError("the bot is shutting down")

    def full(self, place: Place) -> UserError:
        """What is to be said where there is no room."""
        if place.guild is not None:
            return NoFreeSlotsError(limit=place.guild.emoji_limit)
        return OwnEmojiFullError(limit=self._own_emoji)

    def check_sticker(self, place: Place) -> None:
        """Whether a sticker can be added to the server.

        Raises:
            ServerOnlyError, YouLackPermissionError, BotLacksPermissionError, NoFreeStickerSlotsError
        """
        guild = place.server
        if len(guild.stickers) >= guild.sticker_limit:
            raise NoFreeStickerSlotsError(limit=guild.sticker_limit)

    async def add_emoji(
        self, animoji: KeptAnimoji, place: Place, name: str, asker: Asker, on_state: OnState, on_wait: OnWait
    ) -> discord.Emoji:
        """Draws the animoji anew at the size of an emoji, face only, and adds it.

        When Discord takes no more for a while, ``on_wait`` hears until when, and it is tried once more then.

        Raises:
            NoFreeSlotsError, BotLacksPermissionError: that changed while it was drawn.
            DiscordBusyError: Discord's limit for new emoji lasts too long.
            DiscordRefusedError: it had another reason.
        """
        result = await self._animojis.redraw(
            animoji, emoji_output(animoji.fps), asker, on_state, caption="", best_seconds=LOOP_SECONDS
        )
        return await self.upload_emoji(place.guild, name, result.data, asker.user_id, on_wait, animoji.id)

    async def upload_emoji(
        self,
        guild: discord.Guild | None,
        name: str,
        data: bytes,
        user_id: int,
        on_wait: OnWait,
        animoji_id: int | None = None,
    ) -> discord.Emoji:
        """Adds a finished picture and remembers it; raises as ``add_emoji`` does."""
        try:
            emoji = await self._upload(guild, name, data, user_id)
        except discord.RateLimited as error:
            if error.retry_after > LONGEST_WAIT:
                raise DiscordBusyError(minutes=math.ceil(error.retry_after / 60)) from error
            await on_wait(datetime.now(timezone.utc) + timedelta(seconds=error.retry_after))
            await self._sleep(error.retry_after)
            try:
                emoji = await self._upload(guild, name, data, user_id)
            except discord.RateLimited as again:
                raise DiscordBusyError(minutes=math.ceil(again.retry_after / 60)) from again
        kind = ExpressionKind.EMOJI if guild else ExpressionKind.APPLICATION_EMOJI
        await self._remember(emoji, kind, user_id, guild, animoji_id)
        return emoji

    async def _remember(
        self,
        made: discord.Emoji | discord.GuildSticker,
        kind: ExpressionKind,
        user_id: int,
        guild: discord.Guild | None,
        animoji_id: int | None,
    ) -> None:
        """Records what Discord accepted. If that fails it is taken out again, as nobody could remove it later."""
        try:
            async with self._store.work() as work:
                await work.users.meet(user_id)
                kept = animoji_id if animoji_id is not None and await work.animojis.exists(animoji_id) else None
                guild_id = None if guild is None else guild.id
                await work.expressions.add(user_id, kind, made.id, made.name[:32], kept, guild_id)
        except BaseException:
            log.warning("%s %d is removed again, as it could not be recorded", kind.value, made.id)
            with contextlib.suppress(discord.DiscordException, OSError):
                await made.delete()
            raise

    async def add_sticker(
        self, animoji: KeptAnimoji, place: Place, name: str, tag: str, asker: Asker, on_state: OnState
    ) -> tuple[discord.GuildSticker, bytes]:
        """Draws the animoji's best part anew as a sticker (APNG, 320 px, 512 KiB) and adds it to the server.

        Raises:
            NoFreeStickerSlotsError, BotLacksPermissionError: that changed while it was drawn.
            DiscordBusyError, DiscordRefusedError: Discord said no.
        """
        guild = place.server
        output = Output(Format.APNG, STICKER_SIZE, min(animoji.fps, EMOJI_FPS), STICKER_BYTES)
        result = await self._animojis.redraw(
            animoji, output, asker, on_state, best_seconds=LOOP_SECONDS, outline=Outline.WHITE
        )
        description = animoji.character.prompt[:100]
        try:
            sticker = await guild.create_sticker(
                name=name,
                description=description if len(description) >= 2 else "",
                emoji=tag,
                file=discord.File(io.BytesIO(result.data), "sticker.png"),
                reason=f"asked for by user {asker.user_id}",
            )
        except discord.RateLimited as error:
            raise DiscordBusyError(minutes=math.ceil(error.retry_after / 60)) from error
        except discord.HTTPException as error:
            if error.code == _FULL_STICKERS:
                raise NoFreeStickerSlotsError(limit=guild.sticker_limit) from error
            raise _refusal(error) from error
        await self._remember(sticker, ExpressionKind.STICKER, asker.user_id, guild, animoji.id)
        return sticker, result.data

    async def made_here(self, place: Place, user_id: int) -> Sequence[MadeExpression]:
        """What the bot made in this server, or outside of servers its own emoji that this person asked for."""
        async with self._store.look() as work:
            if place.guild is not None:
                return await work.expressions.in_guild(place.guild.id)
            return await work.expressions.of(user_id, ExpressionKind.APPLICATION_EMOJI)

    async def remove(self, place: Place, discord_id: int, user_id: int) -> str:
        """Takes away an emoji or a sticker that the bot made; answers its name.

        Raises:
            ExpressionUnknownError: the bot made none of this id here.
            NotYoursError: somebody else asked for it, and this person may not manage expressions.
            DiscordRefusedError, BotLacksPermissionError: Discord said no.
        """
        row = next((row for row in await self.made_here(place, user_id) if row.discord_id == discord_id), None)
        if row is None:
            raise ExpressionUnknownError
        if row.owner_id != user_id and not place.user.manage_expressions:
            raise NotYoursError
        thing = discord.Object(discord_id)
        try:
            if place.guild is None:
                await (await self.application.fetch_application_emoji(discord_id)).delete()
            elif row.kind is ExpressionKind.STICKER:
                await place.guild.delete_sticker(thing, reason=f"asked for by user {user_id}")
            else:
                await place.guild.delete_emoji(thing, reason=f"asked for by user {user_id}")
        except discord.NotFound:
            pass  # somebody was quicker
        except discord.HTTPException as error:
            raise _refusal(error) from error
        async with self._store.work() as work:
            await work.expressions.forget(discord_id)
        return row.name

    @property
    def application(self) -> discord.Client:
        """The bot itself, which has emoji of its own."""
        if self.client is None:
            raise RuntimeError("the bot has not started yet")
        return self.client

    async def _upload(self, guild: discord.Guild | None, name: str, data: bytes, user_id: int) -> discord.Emoji:
        try:
            if guild is not None:
                return await guild.create_custom_emoji(name=name, image=data, reason=f"asked for by user {user_id}")
            # The bot's own emoji are everybody's, and no two may have one name.
            taken = {emoji.name.casefold() for emoji in await self.application.fetch_application_emojis()}
            return await self.application.create_application_emoji(name=_free(name, taken), image=data)
        except discord.HTTPException as error:
            if error.code in _FULL_EMOJI:
                raise NoFreeSlotsError(limit=guild.emoji_limit if guild else APPLICATION_EMOJI) from error
            raise _refusal(error) from error


def emoji_output(fps: float) -> Output:
    """An emoji's file: the face alone, 128 px with soft edges, at most 256 KiB."""
    return Output(Format.WEBP, EMOJI_SIZE, min(fps, EMOJI_FPS), EMOJI_BYTES, FACE)


def _free(name: str, taken: set[str]) -> str:
    endings = ("", *(f"_{number}" for number in range(2, APPLICATION_EMOJI + 2)))
    return next(
        free for free in (name[: 32 - len(ending)] + ending for ending in endings) if free.casefold() not in taken
    )


def _refusal(error: discord.HTTPException) -> Exception:
    if error.code == _MISSING_PERMISSIONS:
        return BotLacksPermissionError()
    log.warning("Discord refused an emoji or a sticker: %s", error)
    return DiscordRefusedError(code=error.code or error.status)


def check_name(name: str) -> str:
    """An emoji's name, as Discord takes it (2-32 of A-Z, a-z, 0-9 and _); colons around it do not matter.

    Raises:
        EmojiNameError: it is none; the error suggests one.
    """
    bare = name.strip().strip(":")
    if not _NAME.fullmatch(bare):
        raise EmojiNameError(example=suggest_emoji_name(name))
    return bare


def check_sticker_name(name: str) -> str:
    """A sticker's name, as Discord takes it (2-30 characters). Raises StickerNameError."""
    bare = " ".join(name.split())
    if not 2 <= len(bare) <= 30:
        raise StickerNameError
    return bare


def suggest_sticker_name(name: str) -> str:
    """A name that Discord takes, from a character's."""
    return name[:30].strip().ljust(2, "~")


def suggest_emoji_name(*words: str) -> str:
    """A name that Discord takes, from words in any script."""
    ascii_words = unicodedata.normalize("NFKD", " ".join(words)).encode("ascii", "ignore").decode()
    name = re.sub(r"[^A-Za-z0-9]+", "_", ascii_words).strip("_").lower()[:32].strip("_")
    return name if len(name) >= 2 else "animoji"
