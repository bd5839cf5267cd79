"""Emoji and stickers made from animojis."""

from __future__ import annotations

import io
import logging
import math
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

import discord

from bot.domain import ExpressionKind, Job, MadeExpression
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
from bot.services.courier import NotYetError
from bot.services.leases import now
from bot.services.naming import is_harmless, plain_name
from bot.services.posts import UnsureError
from bot.services.wishes import NewSticker
from bot.store.database import Store
from pipeline import UserError

log = logging.getLogger(__name__)

APPLICATION_EMOJI: Final = 2000
"""Emoji that the bot itself may have (API reference, resources/emoji)."""
_NAME: Final = re.compile(r"[A-Za-z0-9_]{2,32}")
_FULL: Final = frozenset({30008, 30018, 30039})
_MISSING_PERMISSIONS: Final = 50013
"""Error codes (API reference, opcodes and status codes)."""
_LONGEST_WAIT: Final = timedelta(hours=1)
"""People report that Discord's limit for new emoji lasts 30 to 60 minutes."""


@dataclass(frozen=True)
class ExpressionHome:
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

    def __init__(self, store: Store, own_emoji: int) -> None:
        self._own_emoji = own_emoji
        self._store = store
        self.client: discord.Client | None = None

    async def room(self, place: ExpressionHome, user_id: int) -> int:
        """How many more animated emoji the server takes, or outside of servers the bot itself from this person.

        Raises:
            YouLackPermissionError, BotLacksPermissionError
        """
        if place.guild is not None:
            guild = place.server
            return max(0, guild.emoji_limit - sum(emoji.animated for emoji in guild.emojis))
        return max(0, self._own_emoji - len(await self.made_here(place, user_id)))

    async def check_emoji(self, place: ExpressionHome, user_id: int) -> None:
        """Whether an animated emoji can be added: to the server, or to the bot itself outside of servers.

        Raises:
            YouLackPermissionError, BotLacksPermissionError, NoFreeSlotsError, OwnEmojiFullError
        """
        if await self.room(place, user_id):
            return
        if place.guild is None:
            raise OwnEmojiFullError(limit=self._own_emoji)
        raise NoFreeSlotsError(limit=place.guild.emoji_limit)

    async def full(self, job: Job) -> UserError:
        """What is to be said where there is no room."""
        guild = await self._guild(job)
        return OwnEmojiFullError(limit=self._own_emoji) if guild is None else NoFreeSlotsError(limit=guild.emoji_limit)

    def check_sticker(self, place: ExpressionHome) -> None:
        """Whether a sticker can be added to the server.

        Raises:
            ServerOnlyError, YouLackPermissionError, BotLacksPermissionError, NoFreeStickerSlotsError
        """
        guild = place.server
        if len(guild.stickers) >= guild.sticker_limit:
            raise NoFreeStickerSlotsError(limit=guild.sticker_limit)

    async def ensure_emoji(self, job: Job, name: str, data: bytes, animoji_id: int | None = None) -> MadeExpression:
        """The emoji that a job makes of a finished picture: of its server, or of the bot itself where it has none.

        However often this is asked for, there is one.

        Raises:
            NotYetError: Discord takes no more for a while.
            NoFreeSlotsError, BotLacksPermissionError, DiscordRefusedError: Discord said no.
            DiscordBusyError: its limit for new emoji lasts too long.
            UnsureError: it is not known whether it is there now.
        """
        guild = await self._guild(job)
        kind = ExpressionKind.EMOJI if guild else ExpressionKind.APPLICATION_EMOJI

        async def there() -> Sequence[discord.Emoji]:
            return await (guild.fetch_emojis() if guild else self.application.fetch_application_emojis())

        async def make() -> discord.Emoji:
            if guild is not None:
                return await guild.create_custom_emoji(name=name, image=data, reason=_reason(job))
            # The bot's own emoji are everybody's, and no two may have one name.
            taken = {emoji.name.casefold() for emoji in await there()}
            return await self.application.create_application_emoji(name=_free(name, taken), image=data)

        limit = guild.emoji_limit if guild else APPLICATION_EMOJI
        return await self._ensure(job, kind, name, make, there, NoFreeSlotsError(limit=limit), animoji_id)

    async def ensure_sticker(self, job: Job, wish: NewSticker, data: bytes, description: str) -> MadeExpression:
        """The sticker that a job makes of a finished APNG; raises as ``ensure_emoji`` does, and ServerOnlyError."""
        guild = await self._guild(job)
        if guild is None:
            raise ServerOnlyError

        async def make() -> discord.GuildSticker:
            return await guild.create_sticker(
                name=wish.name,
                description=description[:100] if len(description) >= 2 else "",
                emoji=wish.emoji,
                file=discord.File(io.BytesIO(data), "sticker.png"),
                reason=_reason(job),
            )

        full = NoFreeStickerSlotsError(limit=guild.sticker_limit)
        return await self._ensure(
            job, ExpressionKind.STICKER, wish.name, make, guild.fetch_stickers, full, wish.animoji_id
        )

    async def _ensure(
        self,
        job: Job,
        kind: ExpressionKind,
        name: str,
        make: Callable[[], Awaitable[discord.Emoji | discord.GuildSticker]],
        there: Callable[[], Awaitable[Sequence[discord.Emoji | discord.GuildSticker]]],
        full: UserError,
        animoji_id: int | None,
    ) -> MadeExpression:
        async with self._store.look() as work:
            made = {each.name: each for each in await work.expressions.of_job(job.id)}
        if name in made:
            return made[name]
        found = await self._left_behind(job, name, await there()) if job.attempts > 1 else None
        try:
            thing = found or await make()
        except discord.RateLimited as error:
            waited = now() - (job.rendered_at or job.asked_at)
            until = now() + timedelta(seconds=error.retry_after)
            if waited + (until - now()) > _LONGEST_WAIT:
                raise DiscordBusyError(minutes=math.ceil(error.retry_after / 60)) from error
            raise NotYetError(until) from error
        except discord.DiscordServerError as error:
            raise UnsureError(str(error)) from error
        except discord.HTTPException as error:
            raise (full if error.code in _FULL else _refusal(error)) from error
        async with self._store.work() as work:
            await work.users.meet(job.owner_id)
            kept = animoji_id if animoji_id is not None and await work.animojis.exists(animoji_id) else None
            await work.expressions.add(job.owner_id, kind, thing.id, name[:32], kept, job.guild_id, job.id)
            return (await work.expressions.of_job(job.id))[-1]

    async def _left_behind(
        self, job: Job, name: str, there: Sequence[discord.Emoji | discord.GuildSticker]
    ) -> discord.Emoji | discord.GuildSticker | None:
        """What an earlier try made without anybody hearing of it: ours, of this name, younger than the job, and not
        remembered as anything else.
        """
        # Ids count up with time (Discord's documentation, snowflakes), and a job has its interaction's.
        ours = [
            thing
            for thing in there
            if thing.id > job.id and _is_called(thing.name, name) and (thing.user is None or self._is_me(thing.user))
        ]
        async with self._store.look() as work:
            known = await work.expressions.known([thing.id for thing in ours])
        return next((thing for thing in ours if thing.id not in known), None)

    def _is_me(self, user: discord.abc.User) -> bool:
        me = self.application.user
        return me is not None and user.id == me.id

    async def _guild(self, job: Job) -> discord.Guild | None:
        """The job's server; without a gateway, or in another process than the server's, it is asked for."""
        if job.guild_id is None:
            return None
        return self.application.get_guild(job.guild_id) or await self.application.fetch_guild(job.guild_id)

    async def made_here(self, place: ExpressionHome, user_id: int) -> Sequence[MadeExpression]:
        """What the bot made in this server, or outside of servers its own emoji that this person asked for."""
        async with self._store.look() as work:
            if place.guild is not None:
                return await work.expressions.in_guild(place.guild.id)
            return await work.expressions.of(user_id, ExpressionKind.APPLICATION_EMOJI)

    async def of_job(self, job_id: int) -> Sequence[MadeExpression]:
        """What a job has made, oldest first."""
        async with self._store.look() as work:
            return await work.expressions.of_job(job_id)

    async def removable(self, place: ExpressionHome, discord_id: int, user_id: int) -> MadeExpression:
        """The emoji or sticker of this id that the bot made and this person may have removed.

        Raises:
            ExpressionUnknownError: the bot made none of this id here.
            NotYoursError: somebody else asked for it, and this person may not manage expressions.
        """
        row = next((row for row in await self.made_here(place, user_id) if row.discord_id == discord_id), None)
        if row is None:
            raise ExpressionUnknownError
        if row.owner_id != user_id and not place.user.manage_expressions:
            raise NotYoursError
        return row

    async def remove(self, place: ExpressionHome, discord_id: int, user_id: int) -> str:
        """Takes away an emoji or a sticker that the bot made; answers its name.

        Raises:
            ExpressionUnknownError, NotYoursError: as ``removable`` does.
            DiscordRefusedError, BotLacksPermissionError: Discord said no.
        """
        row = await self.removable(place, discord_id, user_id)
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

    async def remove_own(self, user_id: int) -> None:
        """Takes away the bot's own emoji that this person had it make, faces of their characters included; what Discord
        does not take away now, stays.
        """
        async with self._store.look() as work:
            made = await work.expressions.of(user_id, ExpressionKind.APPLICATION_EMOJI)
            faces = await work.faces.of(user_id)
        for discord_id in (*(each.discord_id for each in made), *faces):
            await self.remove_emoji(discord_id)

    async def remove_emoji(self, discord_id: int) -> None:
        """Takes away one of the bot's own emoji; where Discord does not let it, that stands in the log."""
        try:
            await (await self.application.fetch_application_emoji(discord_id)).delete()
        except discord.NotFound:
            pass  # somebody was quicker
        except (discord.DiscordException, OSError) as error:
            log.warning("emoji %d of the bot stays, though nobody wants it any more: %s", discord_id, error)

    @property
    def application(self) -> discord.Client:
        """The bot itself, which has emoji of its own."""
        if self.client is None:
            raise RuntimeError("the bot has not started yet")
        return self.client


def _free(name: str, taken: set[str]) -> str:
    endings = ("", *(f"_{number}" for number in range(2, APPLICATION_EMOJI + 2)))
    return next(
        free for free in (name[: 32 - len(ending)] + ending for ending in endings) if free.casefold() not in taken
    )


def _is_called(name: str, wanted: str) -> bool:
    """Whether a name is the one that was wanted, or one that ``_free`` made of it."""
    stem, _, ending = name.rpartition("_")
    numbered = ending.isdecimal() and bool(stem) and wanted.casefold().startswith(stem.casefold())
    return name.casefold() == wanted.casefold() or numbered


def _reason(job: Job) -> str:
    return f"asked for by user {job.owner_id}"


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
    """A sticker's name, as Discord takes it (2-30 characters) and people can read it. Raises StickerNameError."""
    bare = " ".join(name.split())
    if not 2 <= len(bare) <= 30 or not is_harmless(bare):
        raise StickerNameError
    return bare


def suggest_sticker_name(name: str) -> str:
    """A name that Discord takes, from a character's."""
    return name[:30].strip().ljust(2, "~")


def suggest_emoji_name(*words: str) -> str:
    """A name that Discord takes, from words in any script."""
    return plain_name(" ".join(words), 32, "animoji")
