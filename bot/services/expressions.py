"""Emoji made from animojis."""

from __future__ import annotations

import math
import re
import unicodedata
from typing import Final

import discord

from bot.errors import (
    BotLacksPermissionError,
    DiscordBusyError,
    DiscordRefusedError,
    EmojiNameError,
    NoFreeSlotsError,
    ServerOnlyError,
    YouLackPermissionError,
)
from bot.services.animojis import AnimojiService
from bot.services.jobs import OnState
from bot.store.database import Store
from bot.store.models import AnimojiRow, ExpressionKind
from pipeline import FACE, Format, Output

EMOJI_SIZE: Final = 128
"""Pixels; Discord's size (API reference, resources/emoji)."""
EMOJI_BYTES: Final = 256 * 1024
"""Discord's limit for an emoji file (API reference, resources/emoji)."""
_NAME: Final = re.compile(r"[A-Za-z0-9_]{2,32}")
_FULL_CODES: Final = frozenset({30008, 30018})
"""Discord's error codes for "no more emoji" and "no more animated emoji"."""
_MISSING_PERMISSIONS: Final = 50013


class ExpressionService:
    """Turns animojis into emoji of a server."""

    def __init__(self, store: Store, animojis: AnimojiService) -> None:
        self._store = store
        self._animojis = animojis

    def check_emoji(
        self, guild: discord.Guild | None, user: discord.Permissions, bot: discord.Permissions
    ) -> discord.Guild:
        """The server, when this user may have an animated emoji added to it and there is room for one.

        Raises:
            ServerOnlyError, YouLackPermissionError, BotLacksPermissionError, NoFreeSlotsError
        """
        if guild is None:
            raise ServerOnlyError
        if not user.create_expressions:
            raise YouLackPermissionError
        if not bot.create_expressions:
            raise BotLacksPermissionError
        if sum(emoji.animated for emoji in guild.emojis) >= guild.emoji_limit:
            raise NoFreeSlotsError(limit=guild.emoji_limit)
        return guild

    async def add_emoji(
        self, animoji: AnimojiRow, guild: discord.Guild, name: str, user_id: int, on_state: OnState
    ) -> discord.Emoji:
        """Draws the animoji anew at the size of an emoji, face only, and adds it to the server.

        Raises:
            NoFreeSlotsError, BotLacksPermissionError: that changed while it was drawn.
            DiscordBusyError: Discord's limit for new emoji is reached for now.
            DiscordRefusedError: it had another reason.
        """
        output = Output(Format.GIF, EMOJI_SIZE, animoji.fps, EMOJI_BYTES, FACE)
        result = await self._animojis.redraw(animoji, output, user_id, on_state, caption="")
        try:
            emoji = await guild.create_custom_emoji(name=name, image=result.data, reason=f"asked for by user {user_id}")
        except discord.RateLimited as error:
            raise DiscordBusyError(minutes=math.ceil(error.retry_after / 60)) from error
        except discord.HTTPException as error:
            if error.code in _FULL_CODES:
                raise NoFreeSlotsError(limit=guild.emoji_limit) from error
            if error.code == _MISSING_PERMISSIONS:
                raise BotLacksPermissionError from error
            raise DiscordRefusedError(reason=error.text or str(error.status)) from error
        async with self._store.work() as work:
            await work.expressions.add(user_id, ExpressionKind.EMOJI, emoji.id, emoji.name, animoji.id, guild.id)
        return emoji


def check_name(name: str) -> str:
    """An emoji's name, as Discord takes it (2-32 of A-Z, a-z, 0-9 and _); colons around it do not matter.

    Raises:
        EmojiNameError: it is none; the error suggests one.
    """
    bare = name.strip().strip(":")
    if not _NAME.fullmatch(bare):
        raise EmojiNameError(example=suggest_emoji_name(name))
    return bare


def suggest_emoji_name(*words: str) -> str:
    """A name that Discord takes, from words in any script."""
    ascii_words = unicodedata.normalize("NFKD", " ".join(words)).encode("ascii", "ignore").decode()
    name = re.sub(r"[^A-Za-z0-9]+", "_", ascii_words).strip("_").lower()[:32].strip("_")
    return name if len(name) >= 2 else "animoji"
